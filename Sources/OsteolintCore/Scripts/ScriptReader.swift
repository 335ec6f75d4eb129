import HTMLTokenizer
import WebURL

/// Reads the expressions of a script that may build embeds.
struct ScriptReader {
    /// An embed's URL that is the value of a name, to be judged where the name is used.
    private struct Constant {
        let text: ScriptText
        let range: Range<Int>
        /// The token of the name, or of the member's name.
        let name: Int
        let isMember: Bool
    }

    /// How often the uses of names are looked for that were themselves made of such uses.
    private static let mostRounds = 4
    private static let mostConstants = 256
    private static let mostUses = 4096
    /// Of more embeds in one script no more is known than of these.
    private static let mostEmbeds = 1000

    private(set) var embeds: [ScriptEmbed] = []
    private(set) var volatileUses: [VolatileUse] = []
    private(set) var lonelyFrame: SourceRange?

    private let source: DeliveredText
    private let tokens: ScriptTokens
    private let signs: ScriptSigns
    private let configuration: Configuration
    private let expressions: ScriptExpression
    private var evaluator: ScriptEvaluator
    private var judgedStarts: Set<Int> = []
    private var constants: [Constant] = []
    private var knownConstants: Set<Int> = []
    /// The names of constants that are a part of something that was judged.
    private var consumed: Set<Int> = []
    private var knownPlaces: Set<[Int]> = []
    private var volatileTokens: Set<Int> = []
    /// Strings that name a host and are no embed's URL.
    private var mentions: [Int] = []

    init(_ source: DeliveredText, _ tokens: ScriptTokens, _ signs: ScriptSigns, _ configuration: Configuration) {
        self.source = source
        self.tokens = tokens
        self.signs = signs
        self.configuration = configuration
        expressions = ScriptExpression(tokens: tokens)
        evaluator = ScriptEvaluator(tokens, ScriptBindings(tokens))
    }

    /// Reads all that the signs point at.
    mutating func read() {
        var coveredEnd = 0
        for anchor in signs.texts where anchor >= coveredEnd && embeds.count < Self.mostEmbeds {
            coveredEnd = max(coveredEnd, read(around: anchor))
        }
        followConstants()
        for name in signs.userNames { readUser(namedBy: name) }
        findLonelyFrame()
    }

    /// Reads the expression around a string.
    ///
    /// - Returns: the token behind it.
    private mutating func read(around anchor: Int) -> Int {
        let stretch = tokens[anchor].range
        let isLater = tokens[anchor].kind == .templateMiddle || tokens[anchor].kind == .templateTail
        let anchor = isLater ? head(of: anchor) : anchor
        for start in evaluator.takeFuel(64) ? expressions.starts(around: anchor).prefix(6) : [] {
            guard evaluator.takeFuel(16) else { break }
            evaluator.used = []
            let (text, end) = evaluator.sum(at: start, before: tokens.count)
            guard end > anchor, holds(text, stretch) else { continue }
            judge(text, start..<end, isBroken: false)
            return end
        }
        let end = tokens[anchor].kind == .templateHead ? max(anchor, tokens.closing(anchor)) : anchor + 1
        judge(evaluator.literal(anchor), anchor..<(anchor + 1), isBroken: true)
        return max(anchor + 1, min(end, tokens.count))
    }

    private mutating func head(of part: Int) -> Int {
        let partner = tokens[part].partner
        if tokens[part].kind == .templateTail { return partner >= 0 ? partner : part }
        var tail = part
        while tokens[tail].kind != .templateTail, tokens[tail].partner > tail {
            guard evaluator.takeFuel() else { return part }
            tail = tokens[tail].partner
        }
        return tokens[tail].kind == .templateTail && tokens[tail].partner >= 0 ? tokens[tail].partner : part
    }

    /// Whether a text was made of what stands in a stretch of the script.
    private func holds(_ text: ScriptText, _ stretch: Range<Int>) -> Bool {
        text.runs.contains { stretch.contains($0.source) }
            && !text.unknowns.contains {
                $0.source.lowerBound <= stretch.lowerBound && stretch.upperBound <= $0.source.upperBound
            }
    }
}

// MARK: - Judging a text

extension ScriptReader {
    private mutating func judge(_ text: ScriptText, _ range: Range<Int>, isBroken: Bool) {
        guard judgedStarts.insert(range.lowerBound).inserted else { return }
        if text.bytes.contains(UInt8(ascii: "<")) { return judgeMarkup(text, range) }
        guard let url = ScriptURL(text, in: configuration) else {
            readUser(in: text)
            return noteMention(text, range)
        }
        let use = expressions.use(of: range)
        guard use != .other else { return }
        if !isBroken, let constant = constant(text, range), constants.count < Self.mostConstants {
            if knownConstants.insert(constant.name).inserted { constants.append(constant) }
            return
        }
        add(url, of: text, range, isOpen: isBroken || use == .unknown && isUnfinished(url), isMarkup: false)
    }

    /// The constant whose value the expression is; nil for any other expression.
    private func constant(_ text: ScriptText, _ range: Range<Int>) -> Constant? {
        let name = range.lowerBound - 2
        guard name >= 0, tokens[name].kind == .identifier,
            evaluator.endOfArgument(range.lowerBound, before: tokens.count) == range.upperBound
        else { return nil }
        if tokens.says(name + 1, "="), !tokens.isPoint(name - 1) {
            // What is assigned to a name like `src` elsewhere is an attribute in a source that was not compiled.
            let isDeclared = ["const", "let", "var"].contains { tokens.bytes(max(0, name - 1)).elementsEqual($0.utf8) }
            guard isDeclared || !expressions.use(of: range).isFrame else { return nil }
            return Constant(text: text, range: range, name: name, isMember: false)
        }
        let parent = tokens[name].parent
        guard tokens.says(name + 1, ":"), parent >= 0, tokens.says(parent, "{"), tokens.says(parent - 1, "="),
            !expressions.use(of: range).isFrame
        else { return nil }
        return Constant(text: text, range: range, name: name, isMember: true)
    }

    /// Whether more is likely to be appended to a URL of whose use nothing is known.
    private func isUnfinished(_ url: ScriptURL) -> Bool {
        guard url.text.bytes.contains(UInt8(ascii: "?")), let last = url.text.bytes.last else { return true }
        if "?&=".utf8.contains(last) { return true }
        return !url.url.formFields.contains { ParameterSpelling($0.name) != nil }
    }

    private mutating func judgeMarkup(_ text: ScriptText, _ range: Range<Int>) {
        let tags = RawTag.find(in: text.bytes, 0..<text.bytes.count, named: FrameFinder.elementNames)
        for tag in tags.prefix(64) {
            let attribute = tag.attributes.first { $0.name == (tag.name == "object" ? "data" : "src") }
            let held = tag.attributes.filter { DeferredSource.holdsURL($0.name) }
            for attribute in [attribute].compactMap({ $0 }) + held {
                let value = text.decodingReferences(in: attribute.valueSource)
                guard let url = ScriptURL(value, in: configuration) else { continue }
                add(
                    url, of: value, range, isOpen: false, isMarkup: true, tag: text.sourceRange(of: tag.source),
                    attribute: text.sourceRange(of: attribute.source))
                break
            }
        }
    }

    private mutating func noteMention(_ text: ScriptText, _ range: Range<Int>) {
        guard range.contains(where: signs.hosts.contains), mentions.count < 1000, isBareHost(text),
            expressions.use(of: range) != .other
        else { return }
        mentions.append(range.lowerBound)
    }

    /// Whether a text is a host with or without its scheme, or goes on with what is not known.
    private func isBareHost(_ text: ScriptText) -> Bool {
        let known = text.bytes[..<(text.unknowns.first?.range.lowerBound ?? text.bytes.count)]
        guard known.count < 128 else { return false }
        var host = String(decoding: known, as: UTF8.self).lowercased()
        for prefix in ["https:", "http:", "//"] where host.hasPrefix(prefix) {
            host = String(host.dropFirst(prefix.count))
        }
        for suffix in ["/", "/embed"] where host.hasSuffix(suffix) { host = String(host.dropLast(suffix.count)) }
        guard !OsteocomHost.isFamily(host) else { return true }
        guard case .custom(_, let origin)? = configuration.environment else { return false }
        return origin.tuple?.host.text == host
    }

    private mutating func add(
        _ url: ScriptURL, of text: ScriptText, _ range: Range<Int>, isOpen: Bool, isMarkup: Bool,
        tag: Range<Int>? = nil, attribute: Range<Int>? = nil
    ) {
        let place = tag ?? self.place(of: text, range)
        let builder = ScriptEmbedBuilder(source: source, configuration: configuration)
        let built = builder.build(
            url, tag: place, attribute: attribute ?? place, isOpen: isOpen, isMarkup: isMarkup)
        let user = built.embed.url.parameter(.partnerUserID)
        var found = false
        if let user {
            for unknown in built.text.unknowns where unknown.range.overlaps(user.range) {
                found = addVolatile(unknown.tokens, at: unknown.source) || found
            }
        }
        guard embeds.count < Self.mostEmbeds,
            knownPlaces.insert([place.lowerBound, place.upperBound, built.text.bytes.count]).inserted
        else { return }
        embeds.append(found ? built.embed(without: .partnerUserID) : built.scriptEmbed)
        consumed.formUnion(evaluator.used)
    }

    /// The expression, or what it stands for where it is just a name.
    private func place(of text: ScriptText, _ range: Range<Int>) -> Range<Int> {
        let expression = tokens.source(range)
        if text.runs.contains(where: { expression.contains($0.source) }) || text.bytes.isEmpty { return expression }
        // Of names that stand for each other, the one that says most.
        let alike = constants.filter {
            $0.text.source(of: 0) == text.source(of: 0) && text.bytes.starts(with: $0.text.bytes)
        }
        let longest = alike.map(\.text.bytes.count).max()
        let constant = alike.last { $0.text.bytes.count == longest }
        return constant.map { tokens.source($0.range) } ?? text.sourceRange(of: 0..<text.bytes.count)
    }
}

// MARK: - Constants

extension ScriptReader {
    private mutating func followConstants() {
        var first = 0
        for _ in 0..<Self.mostRounds where first < constants.count {
            let fresh = constants[first...]
            first = constants.count
            for (use, constant) in uses(of: Array(fresh)).prefix(Self.mostUses) { read(use, of: constant) }
        }
        for constant in constants where !consumed.contains(constant.name) {
            guard let url = ScriptURL(constant.text, in: configuration) else { continue }
            add(url, of: constant.text, constant.range, isOpen: isIncomplete(url), isMarkup: false)
        }
    }

    private func isIncomplete(_ url: ScriptURL) -> Bool {
        let names = Set(url.url.formFields.compactMap { ParameterSpelling($0.name)?.parameter })
        return names.count < ParameterName.allCases.count
    }

    /// Where the constants are used, in order.
    private mutating func uses(of constants: [Constant]) -> [(use: Int, constant: Constant)] {
        let byToken = Dictionary(constants.map { ($0.name, $0) }) { first, _ in first }
        let hashes = Dictionary(constants.map { (tokens.hash($0.name), $0) }) { first, _ in first }
        var found: [(use: Int, constant: Constant)] = []
        for index in 0..<tokens.count where tokens[index].kind == .identifier {
            guard let candidate = hashes[tokens.hash(index)], byToken[index] == nil else { continue }
            guard found.count < Self.mostUses, evaluator.takeFuel(16) else { break }
            if tokens.isPoint(index - 1) {
                let isMember = candidate.isMember && tokens.areAlike(index, candidate.name)
                if isMember, !tokens.says(index + 1, "=") { found.append((index, candidate)) }
            } else if isRead(index), let name = evaluator.bindings.binding(of: index)?.name,
                let constant = byToken[name]
            {
                found.append((index, constant))
            }
        }
        return found
    }

    /// Whether the value of a name is used, and not the name given to something else.
    private func isRead(_ index: Int) -> Bool {
        if tokens.says(index + 1, "=") || tokens.says(index + 1, "+=") || tokens.says(index + 1, "=>") { return false }
        if tokens.says(index + 1, ":"), tokens.says(index - 1, "{") || tokens.says(index - 1, ",") { return false }
        return !isParameter(index)
    }

    /// Whether a name stands in the parentheses before a function's body.
    private func isParameter(_ index: Int) -> Bool {
        let parent = tokens[index].parent
        guard parent >= 0, tokens.says(parent, "(") else { return false }
        let behind = tokens.closing(parent) + 1
        return tokens.says(behind, "{") || tokens.says(behind, "=>")
    }

    private mutating func read(_ use: Int, of constant: Constant) {
        for start in expressions.starts(around: use).prefix(6) {
            guard evaluator.takeFuel(16) else { return }
            evaluator.used = []
            let (text, end) = evaluator.sum(at: start, before: tokens.count)
            guard end > use, evaluator.used.contains(constant.name), !text.isUnknown else { continue }
            consumed.insert(constant.name)
            // Some other constant that is made of this one is judged at its own uses.
            judge(text, start..<end, isBroken: false)
            break
        }
        evaluator.used = []
    }
}

// MARK: - Users' ids, and frames alone

extension ScriptReader {
    /// Reads the value that is given under the name of the user's id.
    private mutating func readUser(namedBy name: Int) {
        guard !signs.hosts.isEmpty else { return }
        if tokens.says(name + 1, ":") || tokens.says(name + 1, "=") {
            let isTag = tokens.says(name + 1, "=") && tokens.says(name + 2, "{") && !tokens.says(name + 3, "}")
            let start = isTag ? name + 3 : name + 2
            let end = isTag ? tokens.closing(name + 2) : evaluator.endOfArgument(start, before: tokens.count)
            guard start < end, end <= tokens.count else { return }
            return _ = addVolatile(start..<end, at: tokens.source(start..<end))
        }
        let parent = tokens[name].parent
        guard tokens.isKind(name, .string), tokens.says(name + 1, ","), parent >= 0 else { return }
        let isSetter = tokens.says(parent, "(") && (tokens.says(parent - 1, "set") || tokens.says(parent - 1, "append"))
        guard isSetter || tokens.says(parent, "[") else { return }
        let end = evaluator.endOfArgument(name + 2, before: tokens.count)
        guard name + 2 < end else { return }
        _ = addVolatile((name + 2)..<end, at: tokens.source((name + 2)..<end))
    }

    /// Reads what stands behind `partnerUserId=` in a text whose host is not known.
    private mutating func readUser(in text: ScriptText) {
        guard !signs.hosts.isEmpty else { return }
        let name = Array("\(ParameterName.partnerUserID.rawValue)=".utf8)
        for unknown in text.unknowns {
            let before = text.bytes[..<unknown.range.lowerBound].suffix(128)
            let start = before.lastIndex { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "?") }
            guard before[(start.map { $0 + 1 } ?? before.startIndex)...].starts(with: name) else { continue }
            _ = addVolatile(unknown.tokens, at: unknown.source)
        }
    }

    /// Adds what in an expression is another value each time.
    private mutating func addVolatile(_ range: Range<Int>, at place: Range<Int>) -> Bool {
        guard !range.isEmpty, evaluator.takeFuel(256 + range.count),
            let found = VolatileSourceFinder(evaluator).find(in: range)
        else { return false }
        guard volatileUses.count < Self.mostEmbeds, volatileTokens.insert(found.tokens.lowerBound).inserted else {
            return true
        }
        let isHere = range.contains(found.tokens.lowerBound)
        volatileUses.append(
            VolatileUse(
                source: found.source, name: found.name, place: source.place(place),
                sourcePlace: isHere ? nil : source.place(tokens.source(found.tokens))))
        return true
    }

    private mutating func findLonelyFrame() {
        guard embeds.isEmpty, let mention = mentions.first else { return }
        let nearest = signs.frames.min { abs($0 - mention) < abs($1 - mention) }
        guard let nearest else { return }
        lonelyFrame = source.lines.range(tokens.source(nearest..<(nearest + 1)))
    }
}

extension ScriptExpression.Use {
    /// Whether a frame takes the text for its URL.
    var isFrame: Bool { self == .frame }
}

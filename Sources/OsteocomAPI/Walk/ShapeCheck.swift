import WebURL

/// Holds a JSON value against its documented shape.
///
/// The same fault at the same member of many items is told once, so that no answer can make the list long. Nothing of
/// the value itself is told but its types and numbers: it may hold secrets.
struct ShapeCheck {
    private struct Fault {
        /// Where it was found first.
        let path: String
        let text: String
        var further = 0

        var sentence: String {
            "`\(path)` \(text)" + (further == 0 ? "" : "; the same holds for \(further) more")
        }
    }

    private struct Key: Hashable {
        /// The path without numbers.
        let path: String
        let text: String
    }

    private let now: Double
    private var faults: [Fault] = []
    private var gaps: [Fault] = []
    private var places: [Key: Int] = [:]

    /// Checks a value.
    ///
    /// - Parameters:
    ///   - value: the answer.
    ///   - shape: what is documented.
    ///   - now: the instant, in seconds since 1970.
    init(_ value: JSONTree, _ shape: AnswerShape, now: Double) {
        self.now = now
        check(value, shape, Path())
    }

    /// What is not as documented.
    var deviations: [String] { faults.map(\.sentence) }

    /// What is documented as optional and not there.
    var remarks: [String] { gaps.map(\.sentence) }

    private struct Path {
        var exact = ""
        var general = ""

        func member(_ name: String) -> Path {
            let dot = exact.isEmpty ? "" : "."
            return Path(exact: exact + dot + name, general: general + dot + name)
        }

        func item(_ index: Int) -> Path { Path(exact: "\(exact)[\(index)]", general: general + "[]") }
    }

    private mutating func check(_ value: JSONTree, _ shape: AnswerShape, _ path: Path) {
        switch (shape, value) {
        case (.object(let members), .object(let values)):
            for member in members { check(values[member.name], member, path.member(member.name)) }
        case (.array(let shape), .array(let items)):
            for (index, item) in items.enumerated() { check(item, shape, path.item(index)) }
        case (.integer, .integer): break
        case (.exactly(let number), .integer(let found)):
            if found != number { report("is \(found), where \(number) is documented", path) }
        case (.string, .string(let text)) where text.isEmpty: report("is empty", path)
        case (.string, .string): break
        case (.url, .string(let text)): checkURL(text, path)
        case (.objectID, .string(let text)):
            if !Self.isObjectID(text) { report("is not 24 hexadecimal digits, so no embed can use it", path) }
        case (.dateTime, .string(let text)):
            if !DateTimeText(text).isValid { report("is no ISO 8601 date and time such as 2026-06-09T10:24:00Z", path) }
        case (.token, .string(let text)):
            if let fault = CompactToken(text).fault(at: now) { report(fault, path) }
        default: report("is \(value.kind), where \(shape.kind) is documented", path)
        }
    }

    private mutating func check(_ value: JSONTree?, _ member: AnswerShape.Member, _ path: Path) {
        guard let value, value != .null else {
            let text = value == nil ? "is missing" : "is null"
            guard !member.isNeeded else { return report("\(text), where \(member.shape.kind) is documented", path) }
            return note("\(text), which the documentation allows", path)
        }
        // An optional text without anything in it is as good as a missing one.
        if !member.isNeeded, value == .string("") { return note("is empty", path) }
        check(value, member.shape, path)
    }

    private mutating func checkURL(_ text: String, _ path: Path) {
        guard let url = WebURL(text), url.scheme == "https" || url.scheme == "http" else {
            return report("is no absolute URL", path)
        }
    }

    private static func isObjectID(_ text: String) -> Bool {
        text.utf8.count == 24 && text.utf8.allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private mutating func report(_ text: String, _ path: Path) { add(text, path, to: \.faults) }

    private mutating func note(_ text: String, _ path: Path) { add(text, path, to: \.gaps) }

    private mutating func add(_ text: String, _ path: Path, to list: WritableKeyPath<Self, [Fault]>) {
        let key = Key(path: path.general, text: text)
        if let index = places[key] {
            self[keyPath: list][index].further += 1
        } else {
            places[key] = self[keyPath: list].count
            self[keyPath: list].append(Fault(path: path.exact, text: text))
        }
    }
}

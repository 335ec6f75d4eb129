import OsteolintCore

/// A level of an nginx configuration with the fields that count on it, and the levels in it.
struct NginxLevel: Sendable {
    /// What pages of this level get, where no location in it is theirs.
    private(set) var steps: [FieldStep]
    private var servers: [NginxLevel] = []
    private var locations: [NginxLocation] = []

    /// Reads a level.
    ///
    /// - Parameters:
    ///   - block: the file, or an `http`, `server` or `location` block.
    ///   - inherited: what the level around says, which counts where this one has no `add_header` of its own.
    ///   - text: the file.
    init(_ block: NginxBlock, inherited: [FieldStep], _ text: HostingText) {
        let own = block.directives(named: "add_header")
        steps = own.isEmpty ? inherited : own.compactMap { Self.step($0, text) }
        steps += block.blocks(named: "if").flatMap { Self.doubts($0, text, "`if` around it") }
        for inner in block.blocks where inner.name == "http" || inner.name == "server" {
            // A server that only sends elsewhere serves no page.
            guard inner.directives(named: "return").isEmpty else { continue }
            servers.append(NginxLevel(inner, inherited: steps, text))
        }
        for inner in block.blocks(named: "location") {
            guard let paths = NginxLocation.paths(inner.words) else { continue }
            if case .unknown(let expression) = paths {
                steps += Self.doubts(inner, text, "the expression `\(expression)`, which osteolint does not understand")
            }
            locations.append(NginxLocation(paths: paths, level: NginxLevel(inner, inherited: steps, text)))
        }
    }

    // MARK: Fields

    private static func step(_ words: [ValueText], _ text: HostingText) -> FieldStep? {
        guard words.count >= 3, let name = FieldName(words[1]) else { return nil }
        let value = words[2]
        guard !value.bytes.contains(UInt8(ascii: "$")) else {
            return text.doubt(
                name, at: value.sources[0].lowerBound,
                "its value holds a variable, `\(HostingText.shown(value))`")
        }
        return text.field(name, value).map(FieldStep.add)
    }

    /// What is said of the fields of a block of which nobody knows whether it counts.
    private static func doubts(_ block: NginxBlock, _ text: HostingText, _ reason: String) -> [FieldStep] {
        let own = block.directives(named: "add_header").compactMap { words -> FieldStep? in
            guard words.count >= 3, let name = FieldName(words[1]) else { return nil }
            return text.doubt(name, at: words[1].sources[0].lowerBound, "whether it is sent depends on \(reason)")
        }
        return own + block.blocks.flatMap { doubts($0, text, reason) }
    }

    // MARK: Pages

    /// What a page gets that is served under some paths.
    func fields(_ paths: ServedPaths) -> GivenFields {
        var given = GivenFields()
        for path in paths.forms { add(path, to: &given) }
        return given
    }

    private func add(_ path: [UInt8], to given: inout GivenFields) {
        if !servers.isEmpty {
            for server in servers { server.add(path, to: &given) }
        } else if let location = location(for: path) {
            location.level.add(path, to: &given)
        } else {
            var fields = GivenFields()
            for step in steps { fields.take(step) }
            given.formUnion(fields)
        }
    }

    /// The location that nginx takes: the exact one, else the first expression that matches, else the longest beginning.
    private func location(for path: [UInt8]) -> NginxLocation? {
        var longest: (location: NginxLocation, length: Int, isFinal: Bool)?
        for location in locations {
            switch location.paths {
            case .exactly(let exact): if exact == path { return location }
            case .beginning(let beginning, let isFinal):
                guard path.starts(with: beginning), beginning.count >= longest?.length ?? 0 else { continue }
                longest = (location, beginning.count, isFinal)
            case .matching, .unknown: continue
            }
        }
        if let longest, longest.isFinal { return longest.location }
        let matching = locations.first { location in
            guard case .matching(let pattern) = location.paths else { return false }
            return pattern.matches(path)
        }
        return matching ?? longest?.location
    }
}

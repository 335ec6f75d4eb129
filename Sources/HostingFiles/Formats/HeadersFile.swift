import OsteolintCore

/// Reads `_headers` of Netlify and Cloudflare Pages: a path in a line, then its fields, a line each.
///
/// Where several paths match a page, what they say of the same field is joined; `! Name` of Cloudflare takes away what
/// the paths before it have said.
struct HeadersFile {
    private let text: HostingText
    private var rules = HeaderRules()
    private var path: ValueText?
    private var steps: [FieldStep] = []

    /// What a file says.
    static func read(_ text: HostingText) throws(HostingFault) -> HeaderRules {
        var file = Self(text: text)
        for range in text.lineRanges { try file.read(ValueText(text.bytes, range).trimmed) }
        try file.finishRule()
        return file.rules
    }

    private init(text: HostingText) {
        self.text = text
    }

    private mutating func read(_ line: ValueText) throws(HostingFault) {
        guard let first = line.bytes.first, first != UInt8(ascii: "#") else { return }
        if first == UInt8(ascii: "/") || Self.hostLength(line) != nil {
            try finishRule()
            path = line
        } else if line.bytes.starts(with: "! ".utf8) {
            if let name = FieldName(line[1..<line.bytes.count]) { steps.append(.remove(name)) }
        } else if let colon = line.bytes.firstIndex(of: UInt8(ascii: ":")) {
            guard let name = FieldName(line[0..<colon]),
                let field = text.field(name, line[(colon + 1)..<line.bytes.count])
            else { return }
            steps.append(.add(field))
        }
    }

    private mutating func finishRule() throws(HostingFault) {
        defer {
            path = nil
            steps = []
        }
        guard let path else { return }
        let length = Self.hostLength(path) ?? 0
        let origin = SplatPattern.read(origin: path.bytes[..<length])
        guard let pattern = SplatPattern.read(path.bytes[length...]), let origin else {
            throw text.fault(at: path.sources[0].lowerBound, "the path is too long to be matched; shorten it")
        }
        try rules.add(HeaderRules.Rule(path: pattern, origin: length == 0 ? nil : origin, steps: steps))
    }

    /// How many bytes scheme and host have where a path is written with them, as Cloudflare Pages lets it be.
    private static func hostLength(_ line: ValueText) -> Int? {
        guard line.bytes.starts(with: "https://".utf8) else { return nil }
        return line.bytes.dropFirst(8).firstIndex(of: UInt8(ascii: "/")) ?? line.bytes.count
    }
}

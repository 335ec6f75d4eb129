import OsteolintCore

/// Reads `netlify.toml`: the tables of `headers`, and the folder that `build` publishes.
struct NetlifyFile {
    /// A table of `headers`.
    private struct Header {
        var path: ValueText?
        var steps: [FieldStep] = []
    }

    private let text: HostingText
    private var headers: [Int: Header] = [:]
    private var base: String?
    private var publish: String?

    /// What a file says.
    static func read(_ text: HostingText) throws(HostingFault) -> HeaderRules {
        var file = Self(text: text)
        for entry in try TOMLReader(text, keys: ["headers", "build"]).entries { file.read(entry) }
        return try file.rules()
    }

    private init(text: HostingText) {
        self.text = text
    }

    private mutating func read(_ entry: TOMLReader.Entry) {
        switch entry.path {
        case [.key("build"), .key("base")]: base = entry.text.string
        case [.key("build"), .key("publish")]: publish = entry.text.string
        default: readHeader(entry)
        }
    }

    /// Reads `headers[n].for`, `headers[n].values.name`, or an item of the latter.
    private mutating func readHeader(_ entry: TOMLReader.Entry) {
        guard entry.path.count >= 3, case .item(let index) = entry.path[1] else { return }
        if entry.path[2...] == [.key("for")] {
            headers[index, default: Header()].path = entry.text.trimmed
            return
        }
        guard entry.path[2] == .key("values"), entry.path.count >= 4, case .key(let key) = entry.path[3],
            let name = FieldName(key), let field = text.field(name, entry.text)
        else { return }
        headers[index, default: Header()].steps.append(.add(field))
    }

    private func rules() throws(HostingFault) -> HeaderRules {
        var rules = HeaderRules()
        if let publish { rules.outputFolder = [base, publish].compactMap { $0 }.joined(separator: "/") }
        for (_, header) in headers.sorted(by: { $0.key < $1.key }) {
            guard let path = header.path else { continue }
            guard let pattern = SplatPattern.read(path.bytes) else {
                throw text.fault(
                    at: path.sources.first?.lowerBound ?? 0, "the path is too long to be matched; shorten it")
            }
            try rules.add(HeaderRules.Rule(path: pattern, steps: header.steps))
        }
        return rules
    }
}

import OsteolintCore

/// Reads `.htaccess` of Apache: the `Header` directives, and the sections around them.
struct ApacheFile: Sendable {
    private static let deepest = 32

    /// What counts for all files of the folder, in order.
    private(set) var directives: [ApacheDirective] = []
    /// What counts for files of certain names, which Apache does behind the rest.
    private(set) var fileDirectives: [ApacheDirective] = []

    private var sections: [ApacheSection] = []

    /// What a file says.
    static func read(_ text: HostingText) throws(HostingFault) -> ApacheFile {
        var file = ApacheFile()
        for line in ApacheLines(text) { try file.read(line, text) }
        return file
    }

    private mutating func read(_ line: ValueText, _ text: HostingText) throws(HostingFault) {
        if line.bytes.starts(with: "</".utf8) {
            _ = sections.popLast()
        } else if line.bytes.first == UInt8(ascii: "<") {
            guard sections.count < Self.deepest else {
                throw text.fault(
                    at: line.sources[0].lowerBound,
                    "sections are nested more than \(Self.deepest) deep; is a closing tag missing?")
            }
            sections.append(section(line))
        } else {
            try readDirective(ApacheWords.read(line), text)
        }
    }

    private func section(_ line: ValueText) -> ApacheSection {
        let end = line.bytes.last == UInt8(ascii: ">") ? line.bytes.count - 1 : line.bytes.count
        let words = ApacheWords.read(line[1..<max(1, end)])
        return ApacheSection(
            words.first?.string.lowercased() ?? "", Array(words.dropFirst()), line: HostingText.shown(line))
    }

    private mutating func readDirective(_ words: [ValueText], _ text: HostingText) throws(HostingFault) {
        guard words.first?.string.lowercased() == "header" else { return }
        var rest = words.dropFirst()
        var list = ApacheDirective.List.success
        if let condition = rest.first?.string.lowercased(), condition == "always" || condition == "onsuccess" {
            list = condition == "always" ? .always : .success
            rest = rest.dropFirst()
        }
        guard let action = rest.popFirst()?.string.lowercased(), let written = rest.popFirst(),
            let name = FieldName(written.string.hasSuffix(":") ? String(written.string.dropLast()) : written.string)
        else { return }
        let hasValue = action != "unset"
        guard
            let done = HeaderAction(text, name, at: written.sources[0].lowerBound, doubt: doubt).read(
                action, hasValue ? rest.popFirst() : nil, Array(rest))
        else { return }
        try add(ApacheDirective(list: list, action: done, files: filePatterns))
    }

    private mutating func add(_ directive: ApacheDirective) throws(HostingFault) {
        guard !sections.contains(where: { if case .never = $0 { true } else { false } }) else { return }
        guard directives.count + fileDirectives.count < HeaderRules.limit else { throw .tooComplex(HeaderRules.limit) }
        if directive.files.isEmpty { directives.append(directive) } else { fileDirectives.append(directive) }
    }

    private var filePatterns: [PathPattern] {
        sections.compactMap { if case .files(let pattern) = $0 { pattern } else { nil } }
    }

    /// Why it cannot be known whether directives count here; nil where it can.
    private var doubt: String? {
        sections.lazy.compactMap { if case .unknown(let reason) = $0 { reason } else { nil } }.first
    }
}

import PlacedJSON

/// A document that is no report of schema version 1, and what it is instead, as far as its first level tells.
struct ForeignDocument {
    private static let telling: Set = [
        "schemaVersion", "bundleVersion", "runs", "documents", "calls", "rules", "origins", "steps", "findings",
    ]

    /// That it is none.
    let fault: JSONFault

    /// Nil for what may be a report, and for what is no JSON to its end.
    init?(_ bytes: UnsafeRawBufferPointer) {
        var scanner = JSONScanner(bytes)
        switch scanner.peek() {
        case nil: fault = JSONFault(message: "is empty")
        case UInt8(ascii: "["): fault = JSONFault(message: "is a list, as `--format gitlab` writes it, and no report")
        case UInt8(ascii: "{"):
            guard let message = Self.message(bytes) else { return nil }
            fault = JSONFault(message: message)
        default: fault = JSONFault(line: 1, column: 1, message: "is not JSON")
        }
    }

    private static func message(_ bytes: UnsafeRawBufferPointer) -> String? {
        var json = JSONReader(bytes)
        var names: Set<String> = []
        var version: Int?
        var tool: String?
        do throws(JSONFault) {
            try json.beginObject()
            while let name = try json.nextMember() {
                if telling.contains(name) { names.insert(name) }
                switch (name, try json.kind()) {
                case ("schemaVersion", .number): version = try json.integer(0...Int(Int32.max))
                case ("tool", .object): tool = try toolName(&json)
                default: try json.skip()
                }
            }
        } catch {
            return nil
        }
        return writer(names).map { "is no report; \($0)" } ?? message(names, version: version, tool: tool)
    }

    private static func toolName(_ json: inout JSONReader) throws(JSONFault) -> String? {
        var tool: String?
        try json.beginObject()
        while let name = try json.nextMember() {
            if name == "name", try json.kind() == .text { tool = try json.text() } else { try json.skip() }
        }
        return tool
    }

    /// Who wrote a document with these members.
    private static func writer(_ names: Set<String>) -> String? {
        if names.contains("bundleVersion") { return "it is a support bundle, which `--replay` reads" }
        if names.contains("runs") { return "it is SARIF" }
        guard !names.contains("findings") else { return nil }
        if names.contains("documents") { return "`osteolint inspect` wrote it" }
        if names.contains("calls") { return "`osteolint api` wrote it" }
        if names.contains("rules") { return "`osteolint rules` wrote it" }
        if names.contains("steps") { return "`osteolint policy` wrote it" }
        if names.contains("origins") { return "`osteolint origins` wrote it" }
        return nil
    }

    private static func message(_ names: Set<String>, version: Int?, tool: String?) -> String? {
        if let tool, tool != JSONReader.toolName {
            return "is no report; \(tool.unicodeScalars.prefix(40).reduce(into: "") { $0.unicodeScalars.append($1) })"
                + " wrote it, and not osteolint"
        }
        guard names.contains("schemaVersion"), tool != nil else { return "is no report of osteolint" }
        guard let version, version != JSONReporter.schemaVersion else { return nil }
        return "has the schema version \(version), and this osteolint reads \(JSONReporter.schemaVersion); "
            + "merge it with the osteolint that wrote it"
    }
}

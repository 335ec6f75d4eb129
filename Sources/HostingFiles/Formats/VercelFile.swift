import OsteolintCore
import PlacedJSON

/// Reads `vercel.json`: `headers`, the older `routes`, and how pages' paths are written.
///
/// Of several rules that match a page, the last one that names a field decides on it.
struct VercelFile {
    private let text: HostingText
    private var rules = HeaderRules()

    /// What a file says.
    static func read(_ text: HostingText) throws(HostingFault) -> HeaderRules {
        var file = Self(text: text)
        do {
            try text.bytes.withUnsafeBytes { bytes in
                var reader = JSONReader(bytes)
                try file.readAll(&reader)
            }
        } catch let fault as JSONFault {
            let member = fault.path.isEmpty ? "" : "`\(fault.path)` "
            throw HostingFault(line: fault.line, column: fault.column, message: member + fault.message)
        } catch let fault as HostingFault {
            throw fault
        } catch {
            throw HostingFault(line: nil, column: nil, message: "is not JSON")
        }
        return file.rules
    }

    private init(text: HostingText) {
        self.text = text
    }

    private mutating func readAll(_ reader: inout JSONReader) throws {
        try reader.beginObject()
        while let name = try reader.nextMember() {
            switch name {
            case "headers":
                try reader.beginArray()
                while try reader.nextItem() { try rules.add(try rule(&reader)) }
            case "routes":
                try reader.beginArray()
                var isServed = false
                while try reader.nextItem() { try readRoute(&reader, isServed: &isServed) }
            case "outputDirectory": rules.outputFolder = try reader.textOrNull()
            case "cleanUrls": rules.style.isClean = try reader.takesNull() ? false : try reader.boolean()
            case "trailingSlash": rules.style.endsWithSlash = try reader.takesNull() ? nil : try reader.boolean()
            default: try reader.skip()
            }
        }
        try reader.end()
    }

    // MARK: headers

    private func rule(_ reader: inout JSONReader) throws -> HeaderRules.Rule {
        var source: PlacedText?
        var fields: [(name: FieldName, value: PlacedText)] = []
        var condition: String?
        try reader.beginObject()
        while let member = try reader.nextMember() {
            switch member {
            case "source": source = try reader.placedText()
            case "headers":
                try reader.beginArray()
                while try reader.nextItem() { if let field = try field(&reader) { fields.append(field) } }
            case "has", "missing": condition = try Self.takesCondition(&reader) ? "`\(member)`" : condition
            default: try reader.skip()
            }
        }
        let needed = try reader.needed(source, "source")
        return rule(SourcePattern.read(needed.bytes), needed, fields, condition)
    }

    /// A rule; where its source is not understood, or a condition stands beside it, one that only says so.
    private func rule(
        _ pattern: PathPattern?, _ source: PlacedText, _ fields: [(name: FieldName, value: PlacedText)],
        _ condition: String?, isLast: Bool = false
    ) -> HeaderRules.Rule {
        let source = ValueText(source)
        let steps = fields.compactMap { name, value -> FieldStep? in
            let value = ValueText(value)
            let place = value.sources.first?.lowerBound ?? 0
            guard pattern != nil else {
                return text.doubt(
                    name, at: place, "osteolint does not understand `\(HostingText.shown(source))`")
            }
            if let condition {
                return text.doubt(name, at: place, "whether it is sent depends on \(condition)")
            }
            return text.field(name, value).map(FieldStep.set)
        }
        return HeaderRules.Rule(
            path: pattern ?? .everything, steps: steps, isLast: isLast && pattern != nil && condition == nil)
    }

    private func field(_ reader: inout JSONReader) throws -> (name: FieldName, value: PlacedText)? {
        var name: FieldName?
        var value: PlacedText?
        try reader.beginObject()
        while let member = try reader.nextMember() {
            switch member {
            case "key": name = FieldName(try reader.text())
            case "value": value = try reader.placedText()
            default: try reader.skip()
            }
        }
        guard let name, let value else { return nil }
        return (name, value)
    }

    /// Whether a list of conditions holds any.
    private static func takesCondition(_ reader: inout JSONReader) throws -> Bool {
        var isCondition = false
        try reader.beginArray()
        while try reader.nextItem() {
            isCondition = true
            try reader.skip()
        }
        return isCondition
    }

    // MARK: routes

    /// Reads a route, whose `src` is a regular expression for the whole path.
    ///
    /// A page that is there is served at `"handle": "filesystem"`; of what stands behind only the part for files that
    /// were found counts.
    private mutating func readRoute(_ reader: inout JSONReader, isServed: inout Bool) throws {
        var source: PlacedText?
        var fields: [(name: FieldName, value: PlacedText)] = []
        var condition: String?
        var goesOn = false
        try reader.beginObject()
        while let member = try reader.nextMember() {
            switch member {
            case "src": source = try reader.placedText()
            case "handle": isServed = try reader.text() != "hit"
            case "continue": goesOn = try reader.boolean()
            case "headers": fields = try routeFields(&reader)
            case "has", "missing": condition = try Self.takesCondition(&reader) ? "`\(member)`" : condition
            default: try reader.skip()
            }
        }
        guard let source, !isServed else { return }
        let pattern = RegularExpression.read(source.bytes).flatMap { PathPattern(.sequence([.start, $0])) }
        try rules.add(rule(pattern, source, fields, condition, isLast: !goesOn))
    }

    /// The fields of a route, whose names are the members of an object.
    private func routeFields(_ reader: inout JSONReader) throws -> [(name: FieldName, value: PlacedText)] {
        var fields: [(name: FieldName, value: PlacedText)] = []
        try reader.beginObject()
        while let member = try reader.nextMember() {
            guard let name = FieldName(member) else {
                try reader.skip()
                continue
            }
            fields.append((name, try reader.placedText()))
        }
        return fields
    }
}

extension ValueText {
    /// A text of JSON.
    fileprivate init(_ text: PlacedText) {
        self.init(bytes: text.bytes, sources: text.sources)
    }
}

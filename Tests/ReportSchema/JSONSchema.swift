import Foundation

/// A JSON Schema, draft 2020-12, of the keywords that the schemas in `reports/schema` use.
public struct JSONSchema: Sendable {
    private static let annotations: Set<String> = ["$schema", "$defs", "title", "description"]
    private let root: JSONValue

    /// Makes a schema.
    public init(_ root: JSONValue) {
        self.root = root
    }

    /// The schema of the reports, as it lies in the repository.
    ///
    /// - Throws: what reading it throws.
    public static func ofReports() throws -> JSONSchema { try reports.get() }

    /// The schema of what `osteolint api` writes.
    ///
    /// - Throws: what reading it throws.
    public static func ofAPIWalks() throws -> JSONSchema { try named("api.schema.json") }

    /// The schema of support bundles; their reports have one of their own.
    ///
    /// - Throws: what reading it throws.
    public static func ofBundles() throws -> JSONSchema { try named("bundle.schema.json") }

    private static let reports = Result<JSONSchema, any Error> { try named("report.schema.json") }

    private static func named(_ name: String) throws -> JSONSchema {
        let file = URL(filePath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "reports/schema/\(name)")
        return JSONSchema(try JSONValue(try Data(contentsOf: file)))
    }

    /// The items of an `enum` among the definitions.
    public func values(of definition: String) -> [String] { root["$defs"][definition]["enum"].items.compactMap(\.text) }

    /// What is wrong with a value, each fault with its place; empty when the schema holds.
    public func faults(in value: JSONValue) -> [String] {
        faults(in: value, root, at: "")
    }

    private func faults(in value: JSONValue, _ schema: JSONValue, at place: String) -> [String] {
        schema.members.sorted { $0.key < $1.key }.flatMap { keyword, argument -> [String] in
            switch keyword {
            case "$ref": return faults(in: value, definition(argument), at: place)
            case "type": return typeFaults(value, argument, at: place)
            case "const": return value == argument ? [] : ["\(place): is not \(argument)"]
            case "enum": return argument.items.contains(value) ? [] : ["\(place): \(value) is none of the enum"]
            case "minimum": return minimumFaults(value, argument, at: place)
            case "required":
                return argument.items.compactMap(\.text).filter { isMissing($0, in: value) }.map {
                    "\(place)/\($0): is missing"
                }
            case "properties":
                return argument.members.sorted { $0.key < $1.key }.flatMap { name, schema in
                    value.members[name].map { faults(in: $0, schema, at: "\(place)/\(name)") } ?? []
                }
            case "additionalProperties": return additionalFaults(value, argument, schema, at: place)
            case "items":
                return value.items.enumerated().flatMap {
                    faults(in: $0.element, argument, at: "\(place)/\($0.offset)")
                }
            case _ where Self.annotations.contains(keyword): return []
            default: return ["\(place): the keyword \(keyword) is not known here"]
            }
        }
    }

    private func definition(_ reference: JSONValue) -> JSONValue {
        let parts = (reference.text ?? "").split(separator: "/").map(String.init)
        guard parts.first == "#" else { return .object(["type": .string("a reference that is none")]) }
        return parts.dropFirst().reduce(root) { $0[$1] }
    }

    private func isMissing(_ name: String, in value: JSONValue) -> Bool {
        if case .object(let members) = value { members[name] == nil } else { false }
    }

    private func typeFaults(_ value: JSONValue, _ types: JSONValue, at place: String) -> [String] {
        let names = types.text.map { [$0] } ?? types.items.compactMap(\.text)
        return names.contains { has(value, type: $0) } ? [] : ["\(place): is no \(names.joined(separator: " or "))"]
    }

    private func has(_ value: JSONValue, type: String) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("integer", .integer), ("number", .integer), ("number", .number),
            ("string", .string), ("array", .array), ("object", .object):
            true
        default: false
        }
    }

    private func minimumFaults(_ value: JSONValue, _ minimum: JSONValue, at place: String) -> [String] {
        guard let number = value.integer, let least = minimum.integer, number < least else { return [] }
        return ["\(place): \(number) is below \(least)"]
    }

    private func additionalFaults(
        _ value: JSONValue,
        _ allowed: JSONValue,
        _ schema: JSONValue,
        at place: String
    ) -> [String] {
        guard allowed == .bool(false) else { return [] }
        let known = Set(schema["properties"].members.keys)
        return value.members.keys.filter { !known.contains($0) }.sorted().map { "\(place)/\($0): is not known" }
    }
}

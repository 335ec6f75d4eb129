public import Foundation

/// A JSON text as a tree, for tests that look into reports.
public enum JSONValue: Decodable, Hashable, Sendable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// Reads a JSON text.
    ///
    /// - Throws: what the decoder throws where it is none.
    public init(_ data: Data) throws {
        self = try JSONDecoder().decode(Self.self, from: data)
    }

    /// Reads a value of whatever type it is.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let array = try? container.decode([JSONValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JSONValue].self))
        }
    }

    /// A member, or `null` where there is none.
    public subscript(_ name: String) -> JSONValue { members[name] ?? .null }

    /// An item, or `null` where there is none.
    public subscript(_ index: Int) -> JSONValue { items.indices.contains(index) ? items[index] : .null }

    /// The members of an object; none of anything else.
    public var members: [String: JSONValue] {
        if case .object(let members) = self { members } else { [:] }
    }

    /// The items of an array; none of anything else.
    public var items: [JSONValue] {
        if case .array(let items) = self { items } else { [] }
    }

    /// The text of a string, or nil.
    public var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The value of an integer, or nil.
    public var integer: Int? {
        if case .integer(let integer) = self { integer } else { nil }
    }
}

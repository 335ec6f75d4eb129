import Foundation

/// A JSON text as a tree, for looking at answers that may be anything.
enum JSONTree: Decodable, Sendable, Hashable {
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case null
    case array([JSONTree])
    case object([String: JSONTree])

    /// Reads a JSON text; nil where it is none.
    init?(_ bytes: some Sequence<UInt8>) {
        guard let tree = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = tree
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .string(text)
        } else if let integer = try? container.decode(Int.self) {
            self = .integer(integer)
        } else if let members = try? container.decode([String: JSONTree].self) {
            self = .object(members)
        } else if let items = try? container.decode([JSONTree].self) {
            self = .array(items)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let boolean = try? container.decode(Bool.self) {
            self = .boolean(boolean)
        } else if container.decodeNil() {
            self = .null
        } else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "none of JSON's types")
        }
    }

    /// A member of an object; null where there is none.
    subscript(_ name: String) -> JSONTree { members?[name] ?? .null }

    /// The members of an object; nil for anything else.
    var members: [String: JSONTree]? {
        guard case .object(let members) = self else { return nil }
        return members
    }

    /// The items of an array; none for anything else.
    var items: [JSONTree] {
        guard case .array(let items) = self else { return [] }
        return items
    }

    /// The text of a string; nil for anything else.
    var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// A number without a fraction; nil for anything else.
    var integer: Int? {
        guard case .integer(let integer) = self else { return nil }
        return integer
    }

    /// What it is, with its article.
    var kind: String {
        switch self {
        case .string: "a string"
        case .integer: "an integer"
        case .number: "a number with a fraction"
        case .boolean: "a boolean"
        case .null: "null"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

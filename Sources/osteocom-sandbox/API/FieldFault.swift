import Foundation

/// What is wrong with one field of a JSON document.
struct FieldFault: CustomStringConvertible {
    /// One sentence that names the field, and says what is expected of it.
    let description: String

    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            description = "`\(Self.name(context.codingPath + [key]))` is missing; add it"
        case .valueNotFound(_, let context) where context.codingPath.isEmpty: description = Self.notObject
        case .valueNotFound(_, let context):
            description = "`\(Self.name(context.codingPath))` is null; give it a value"
        case .typeMismatch(let type, let context):
            description = Self.mismatch(type, context.codingPath)
        case .dataCorrupted(let context) where context.codingPath.isEmpty: description = Self.notJSON
        case .dataCorrupted(let context):
            description = "`\(Self.name(context.codingPath))` has a value that it cannot take"
        @unknown default: description = Self.notJSON
        }
    }

    private static let notJSON = "it is not JSON in UTF-8, or has a number that is not whole"

    private static let notObject = "it is not a JSON object"

    private static func mismatch(_ type: Any.Type, _ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return notObject }
        return "`\(name(path))` takes \(expectation(type))"
    }

    private static func expectation(_ type: Any.Type) -> String {
        if type == String.self || type == Date.self || type == Data.self { return "a text" }
        if type == Int.self { return "a whole number" }
        if type == Bool.self { return "true or false" }
        return type == [Any].self ? "a list" : "an object"
    }

    /// Such as `products[0].price`.
    private static func name(_ path: [any CodingKey]) -> String {
        path.reduce("") { name, key in
            if let index = key.intValue { return "\(name)[\(index)]" }
            return name.isEmpty ? key.stringValue : "\(name).\(key.stringValue)"
        }
    }
}

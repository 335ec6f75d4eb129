/// A token as html5lib's tests write it; its texts are compared byte by byte, not as `String` would.
enum PlainToken: Equatable, Sendable {
    case doctype(name: [UInt8]?, publicID: [UInt8]?, systemID: [UInt8]?, isCorrect: Bool)
    case startTag([UInt8], attributes: [[UInt8]: [UInt8]], isSelfClosing: Bool)
    case endTag([UInt8])
    case comment([UInt8])
    case characters([UInt8])

    /// The same token with each text changed, or nil where one cannot be.
    func map(_ change: ([UInt8]) -> [UInt8]?) -> PlainToken? {
        switch self {
        case .doctype: return self
        case .startTag(let name, let attributes, let isSelfClosing):
            let changed = attributes.compactMap { name, value -> ([UInt8], [UInt8])? in
                guard let name = change(name), let value = change(value) else { return nil }
                return (name, value)
            }
            guard let name = change(name), changed.count == attributes.count else { return nil }
            return .startTag(
                name, attributes: Dictionary(changed, uniquingKeysWith: { first, _ in first }),
                isSelfClosing: isSelfClosing)
        case .endTag(let name): return change(name).map { .endTag($0) }
        case .comment(let data): return change(data).map { .comment($0) }
        case .characters(let data): return change(data).map { .characters($0) }
        }
    }
}

extension PlainToken: Decodable {
    init(from decoder: any Decoder) throws {
        var fields = try decoder.unkeyedContainer()
        let kind = try fields.decode(String.self)
        switch kind {
        case "DOCTYPE":
            self = .doctype(
                name: try fields.decode(String?.self).map { Array($0.utf8) },
                publicID: try fields.decode(String?.self).map { Array($0.utf8) },
                systemID: try fields.decode(String?.self).map { Array($0.utf8) },
                isCorrect: try fields.decode(Bool.self))
        case "StartTag":
            let name = Array(try fields.decode(String.self).utf8)
            let attributes = try fields.decode([String: String].self).map { (Array($0.utf8), Array($1.utf8)) }
            self = .startTag(
                name, attributes: Dictionary(attributes, uniquingKeysWith: { first, _ in first }),
                isSelfClosing: fields.isAtEnd ? false : try fields.decode(Bool.self))
        case "EndTag": self = .endTag(Array(try fields.decode(String.self).utf8))
        case "Comment": self = .comment(Array(try fields.decode(String.self).utf8))
        case "Character": self = .characters(Array(try fields.decode(String.self).utf8))
        default: throw DecodingError.dataCorruptedError(in: fields, debugDescription: "no token: \(kind)")
        }
    }
}

extension PlainToken: CustomDebugStringConvertible {
    var debugDescription: String {
        func quoted(_ text: [UInt8]?) -> String {
            text.map { String(decoding: $0, as: UTF8.self).debugDescription } ?? "nil"
        }
        switch self {
        case .doctype(let name, let publicID, let systemID, let isCorrect):
            return "doctype \(quoted(name)) \(quoted(publicID)) \(quoted(systemID)) \(isCorrect)"
        case .startTag(let name, let attributes, let isSelfClosing):
            let written = attributes.map { "\(quoted($0))=\(quoted($1))" }.sorted().joined(separator: " ")
            return "start \(quoted(name)) [\(written)]\(isSelfClosing ? " /" : "")"
        case .endTag(let name): return "end \(quoted(name))"
        case .comment(let data): return "comment \(quoted(data))"
        case .characters(let data): return "characters \(quoted(data))"
        }
    }
}

/// Why a file is no support bundle that can be read.
public struct BundleFault: Error, Sendable, Hashable {
    /// The member, such as `framing.responses[3].hops`; empty where it is the whole file.
    public let place: String
    /// What is wrong with it, and what to do.
    public let message: String

    /// Place and message in a line.
    public var description: String { place.isEmpty ? message : "\(place): \(message)" }

    init(at path: [any CodingKey], _ message: String) {
        place = path.reduce(into: "") { place, key in
            guard let index = key.intValue else {
                place += (place.isEmpty ? "" : ".") + key.stringValue
                return
            }
            place += "[\(index)]"
        }
        self.message = message
    }
}

extension BundleFault {
    /// What to do with a file that is not as osteolint wrote it.
    static let cure = "ask for the file as `osteolint audit --bundle` wrote it"

    /// What a decoder has found wrong.
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self.init(at: context.codingPath + [key], "is missing; \(Self.cure)")
        case .typeMismatch(_, let context):
            self.init(at: context.codingPath, "has another type than it should; \(Self.cure)")
        case .valueNotFound(_, let context):
            self.init(at: context.codingPath, "is null, or ends too early; \(Self.cure)")
        case .dataCorrupted(let context) where context.codingPath.isEmpty:
            self.init(at: [], "is no JSON, or was cut off; \(Self.cure)")
        case .dataCorrupted(let context):
            self.init(at: context.codingPath, "cannot be read; \(Self.cure)")
        @unknown default:
            self.init(at: [], "cannot be read; \(Self.cure)")
        }
    }
}

import Foundation

/// A JSON Web Token in its compact form (RFC 7519, section 7.2), read without its signature being checked.
struct CompactToken {
    private let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Looks at its parts.
    ///
    /// - Parameter now: the instant, in seconds since 1970.
    /// - Returns: what is wrong with it, as the end of a sentence; nil for a token that has not expired.
    func fault(at now: Double) -> String? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3 else {
            return "is no JWT: it has \(parts.count) \(parts.count == 1 ? "part" : "parts") between dots, not 3"
        }
        let read = parts.map(Self.decoded)
        guard let header = read[0], let claims = read[1], read[2]?.isEmpty == false else {
            return "is no JWT: its parts are not all base64url"
        }
        guard JSONTree(header)?.members != nil else { return "is no JWT: its header is no JSON object" }
        guard let members = JSONTree(claims)?.members else { return "is no JWT: its claims are no JSON object" }
        return Self.expiryFault(members["exp"], now)
    }

    /// The same token with another signature; a text that is no token is changed all the same.
    var broken: String {
        guard let dot = text.lastIndex(of: ".") else { return text + "x" }
        let signature = text[text.index(after: dot)...]
        return text[...dot] + (signature.first == "A" ? "B" : "A") + signature.dropFirst()
    }

    private static func expiryFault(_ expiry: JSONTree?, _ now: Double) -> String? {
        let instant: Double
        switch expiry {
        case nil: return nil
        case .integer(let seconds): instant = Double(seconds)
        case .number(let seconds): instant = seconds
        case .some(let other): return "is a JWT whose `exp` is \(other.kind), not a number of seconds"
        }
        return instant > now ? nil : "is a JWT whose `exp` lies in the past; is this computer's clock right?"
    }

    /// The bytes that a part stands for (RFC 4648, section 5, without padding); nil for other characters.
    private static func decoded(_ part: Substring) -> Data? {
        guard part.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") }) else { return nil }
        let standard = part.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: standard + String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4))
    }
}

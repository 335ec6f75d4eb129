/// What the claims of a JSON Web Token say (RFC 7519, section 4), as far as anybody can read them without a key.
struct WebTokenClaims {
    /// A longer payload is nobody's token.
    private static let longestPayload = 16_384
    /// Claims of Osteocom's tokens that name the client.
    private static let namesOfClient = ["clientid", "clientId", "client_id", "sub", "azp", "aud"]

    /// The claims on the first level that hold a text.
    private(set) var texts: [(name: String, value: String)] = []
    /// The claims on the first level that hold a whole number.
    private(set) var numbers: [(name: String, value: Int)] = []

    /// Reads the second part of a token; nil where it is no JSON object in Base64.
    init?(ofToken token: ArraySlice<UInt8>) {
        let parts = token.split(separator: UInt8(ascii: "."), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[1].count <= Self.longestPayload, let json = Base64.decode(parts[1]) else {
            return nil
        }
        guard json.first(where: { !ASCII.isWhitespace($0) }) == UInt8(ascii: "{") else { return nil }
        read(json)
    }

    /// When the token expires, in seconds since the beginning of 1970; nil where it does not say.
    var expiry: Int? { numbers.first { $0.name == "exp" }?.value }

    /// Who issued the token; nil where it does not say.
    var issuer: String? { texts.first { $0.name == "iss" }?.value }

    /// The client that Osteocom's token is for: the configured one where it is named, else what stands under a claim
    /// for it.
    func client(configured: String?) -> String? {
        if let configured, names(configured) { return configured }
        return Self.namesOfClient.prefix(3).lazy.compactMap(text).first
    }

    /// Whether a claim is the id of a client, or holds it.
    func names(_ clientID: String) -> Bool { texts.contains { $0.value == clientID } }

    /// Whether a claim names Osteocom's domain, as the issuer or whom the token is for.
    var namesOsteocom: Bool {
        texts.contains { ["iss", "aud"].contains($0.name) && $0.value.lowercased().contains(OsteocomHost.name) }
    }

    /// Whether somebody else says that the token is his: an issuer with a domain, or one that is well known.
    var isIssuedByOthers: Bool {
        guard let issuer = issuer?.lowercased(), !issuer.contains(OsteocomHost.name) else { return false }
        return issuer.contains(".") || issuer.contains("://") || ForeignCredential.isNameOfService(issuer)
    }

    /// The samples of other documentation, which name nobody.
    var isSample: Bool {
        texts.contains { $0.name == "sub" && $0.value == "1234567890" || $0.name == "name" && $0.value == "John Doe" }
    }

    private func text(_ name: String) -> String? { texts.first { $0.name == name }?.value }
}

// MARK: - Reading

extension WebTokenClaims {
    /// Reads the members on the first level, and of lists in them the texts; what is not JSON ends it.
    private mutating func read(_ json: [UInt8]) {
        var (index, depth, listDepth) = (0, 0, 0)
        var name: String?
        while index < json.count {
            switch json[index] {
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"): depth -= 1
            case UInt8(ascii: "["): listDepth += 1
            case UInt8(ascii: "]"): listDepth -= 1
            case UInt8(ascii: ","): if depth == 1, listDepth == 0 { name = nil }
            case UInt8(ascii: "\""):
                let end = Self.endOfString(in: json, from: index + 1)
                let text = String(decoding: json[(index + 1)..<end], as: UTF8.self)
                index = end
                guard depth == 1 else { break }
                if let name { texts.append((name, text)) } else { name = text }
            case let byte where depth == 1 && ASCII.isDigit(byte):
                let digits = json[index...].prefix(while: ASCII.isDigit)
                index = digits.endIndex - 1
                if let name, let number = Int(String(decoding: digits, as: UTF8.self)) {
                    numbers.append((name, number))
                }
            default: break
            }
            index += 1
        }
    }

    private static func endOfString(in json: [UInt8], from start: Int) -> Int {
        var index = start
        while index < json.count, json[index] != UInt8(ascii: "\"") {
            index += json[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return min(index, json.count)
    }
}

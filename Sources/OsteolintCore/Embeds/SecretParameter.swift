/// Tells what must never stand in an embed's URL, since every visitor can read it there.
public enum SecretParameter {
    /// Secrets whatever their value: Osteocom's own, and passwords.
    private static let names: Set = [
        "clientsecret", "useraccesskey", "tokenauthvideo", "partnersecret", "password", "passwd",
    ]
    /// Names that other things have as well, so that only a long, random value makes a secret of it.
    private static let namesOfOpaqueValues: Set = [
        "secret", "secretkey", "apikey", "apisecret", "appsecret", "accesskey", "privatekey", "accesstoken",
        "authtoken",
        "bearertoken", "bearer", "authorization",
    ]
    private static let shortestOpaqueValue = 16

    /// Whether a name and its value, both decoded, give a secret away.
    ///
    /// A placeholder gives nothing away.
    public static func isSecret(name: String, value: String) -> Bool {
        if JSONWebToken.isPart(of: value) { return true }
        let letters = Self.letters(of: name)
        guard names.contains(letters) || namesOfOpaqueValues.contains(letters) && isOpaque(value) else { return false }
        return Placeholder(value) == nil
    }

    /// Whether a name is that of a secret, whatever stands under it.
    public static func isNameOfSecret(_ name: String) -> Bool {
        names.contains(letters(of: name))
    }

    private static func letters(of name: String) -> String {
        let bytes = ParameterSpelling.withoutAmpersandRemains(name[...]).utf8
        return String(decoding: bytes.filter(ASCII.isLetter).map(ASCII.lowercase), as: UTF8.self)
    }

    private static func isOpaque(_ value: String) -> Bool {
        let value = value.lowercased().hasPrefix("bearer ") ? value.dropFirst(7) : value[...]
        guard value.count >= shortestOpaqueValue, value.contains(where: \.isNumber) else { return false }
        return value.contains(where: \.isLetter)
            && value.utf8.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || "-_.~+/=:".utf8.contains($0) }
    }
}

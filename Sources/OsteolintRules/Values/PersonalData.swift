import OsteolintCore
import WebURL

/// A value that tells who the user is.
enum PersonalData: Equatable {
    case emailAddress
    /// A number in the form of E.164, with its `+`.
    case phoneNumber

    /// Recognises what a raw value holds.
    ///
    /// - Parameter rawValue: the value as in the attribute; a `+` in it counts as one.
    init?(rawValue: String) {
        let decoded = String(decoding: PercentEncoding.decode(rawValue), as: UTF8.self)
        let text = decoded.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
        if Self.isPhoneNumber(text) {
            self = .phoneNumber
        } else if EmailAddress.isPart(of: text) {
            self = .emailAddress
        } else {
            return nil
        }
    }

    /// Up to fifteen digits behind the `+`; people also write separators between them.
    private static func isPhoneNumber(_ text: String) -> Bool {
        let number = text.lowercased().hasPrefix("tel:") ? text.dropFirst(4) : text[...]
        guard number.first == "+" else { return false }
        let digits = number.unicodeScalars.filter { ("0"..."9").contains($0) }
        guard (7...15).contains(digits.count), digits.first != "0" else { return false }
        return number.dropFirst().unicodeScalars.allSatisfy {
            ("0"..."9").contains($0) || " -.()/".unicodeScalars.contains($0)
        }
    }
}

/// A course in a client's catalogue.
struct Product: Sendable {
    /// 24 hexadecimal digits in lower case.
    let id: String
    let title: String
    /// The price in whole euros.
    let price: Int

    /// The id in the form that all comparisons use, or nil where the text is none.
    static func normalizedID(_ text: String) -> String? {
        let isID = text.utf8.count == 24 && text.utf8.allSatisfy { UInt8.hexadecimalDigits.contains($0) }
        return isID ? text.lowercased() : nil
    }
}

extension UInt8 {
    fileprivate static let hexadecimalDigits = Set("0123456789abcdefABCDEF".utf8)
}

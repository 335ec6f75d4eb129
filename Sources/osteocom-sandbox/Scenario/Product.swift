import OsteocomAPI

/// A course of Osteocom, which a client's catalogue may hold.
struct Product: Sendable {
    /// 24 hexadecimal digits in lower case.
    let id: String
    let title: String
    /// The price in whole euros.
    let price: Int
    var subtitle: String?
    /// The description as HTML.
    var htmlDescription: String?
    /// The URL of a picture.
    var cover: String?
    /// The URL of a picture.
    var background: String?
    /// The URL of a video.
    var trailer: String?
    var authors: [Channel.Author]?
    /// The lessons; nil for one that is made up.
    var videos: [Channel.Video]?

    /// The id in the form that all comparisons use, or nil where the text is none.
    static func normalizedID(_ text: String) -> String? {
        let isID = text.utf8.count == 24 && text.utf8.allSatisfy { UInt8.hexadecimalDigits.contains($0) }
        return isID ? text.lowercased() : nil
    }
}

extension UInt8 {
    fileprivate static let hexadecimalDigits = Set("0123456789abcdefABCDEF".utf8)
}

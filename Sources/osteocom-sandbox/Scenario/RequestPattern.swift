import Foundation
import WebURL

/// Which requests a behaviour is meant for; what is nil is not asked for.
struct RequestPattern: Sendable {
    /// A pattern of fnmatch(3), in which `*` stands for slashes too; one that ends with `/` takes all paths below.
    var path: String?
    var clientID: String?
    /// 24 hexadecimal digits in lower case.
    var productID: String?
    /// The origin that the Referer field names.
    var origin: Origin?

    /// Whether a request is meant.
    func matches(_ question: Question) -> Bool {
        if let path, !Self.matches(path, question.path) { return false }
        if let clientID, clientID != question.clientID { return false }
        if let productID, productID != question.productID.flatMap(Product.normalizedID) { return false }
        if let origin, origin != question.refererOrigin { return false }
        return true
    }

    private static func matches(_ pattern: String, _ path: String) -> Bool {
        guard !pattern.hasSuffix("/") else { return fnmatch(pattern + "*", path, 0) == 0 }
        return fnmatch(pattern, path, 0) == 0
    }
}

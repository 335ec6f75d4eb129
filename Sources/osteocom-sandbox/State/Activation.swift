import Foundation

/// A customer's right to a course.
struct Activation: Sendable, Equatable, Codable {
    /// 24 hexadecimal digits in lower case.
    let productId: String
    /// What was paid, in whole euros.
    var price: Int
    /// When it was bought, in whole seconds.
    var date: Date
    /// When it was taken away; nil while it holds.
    var cancellationDate: Date?
}

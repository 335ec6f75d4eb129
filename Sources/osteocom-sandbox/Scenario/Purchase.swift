/// What a customer has bought before the stand-in starts.
struct Purchase: Sendable, Equatable {
    let clientID: String
    let userID: String
    /// 24 hexadecimal digits in lower case.
    let productID: String
    /// The price in whole euros.
    let price: Int
}

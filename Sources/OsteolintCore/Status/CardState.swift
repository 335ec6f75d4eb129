/// What the card shows of a product; Osteocom's iframe reference, "Status codes".
public enum CardState: String, Sendable, Hashable, CaseIterable {
    /// The customer can buy the course.
    case available
    /// The customer has bought it already.
    case purchased
    /// "Content unavailable", whatever the fault.
    case unavailable
}

/// Why something is no catalogue.
public enum CatalogueFault: Error, Sendable, Hashable {
    /// No JSON.
    case notJSON
    /// JSON without an array of objects that is, or is called, `catalog`.
    case noCatalogue
    /// The channel at this place, counted from one, has no usable `idChannel`.
    case noID(position: Int)
    /// More channels than this.
    case tooMany(limit: Int)

    /// What is wrong, and what is expected.
    public var message: String {
        switch self {
        case .notJSON: "it is no JSON; expected is what contentLicensing_catalog returns"
        case .noCatalogue: "it holds no array `catalog` of objects; expected is what contentLicensing_catalog returns"
        case .noID(let position): "channel \(position) of `catalog` has no `idChannel` that is a string with a value"
        case .tooMany(let limit): "`catalog` holds more than \(limit) channels"
        }
    }
}

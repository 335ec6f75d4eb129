import Testing

/// A case of `urltestdata.json`; the parts are missing where the text is no URL.
struct URLTestCase: Decodable, Sendable, CustomTestStringConvertible {
    let input: String
    let base: String?
    let failure: Bool?
    let relativeTo: String?
    let href: String?
    let origin: String?
    let `protocol`: String?
    let username: String?
    let password: String?
    let host: String?
    let hostname: String?
    let port: String?
    let pathname: String?
    let search: String?
    let hash: String?
    let searchParams: String?

    var testDescription: String {
        "\(input.debugDescription) against \(base?.debugDescription ?? "nothing")"
    }

    /// The bases against which a failing case must fail; without `relativeTo` it fails against any.
    var failingBases: [String?] {
        guard base == nil, relativeTo == nil else { return [base] }
        return [nil, "about:blank", "sc:/pa/pa", "file:///a"]
    }

    /// The bases against which a case that fails without any must give a URL.
    var workingBases: [String] {
        switch relativeTo {
        case "any-base"?: ["https://example.org/a", "about:blank", "sc:/pa/pa"]
        case "non-opaque-path-base"?: [input.hasPrefix("http:") ? "http://example.org/a" : "https://example.org/a"]
        default: []
        }
    }
}

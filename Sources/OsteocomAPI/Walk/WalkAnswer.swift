import OsteolintCore

/// What came of a call, as far as it can be read.
struct WalkAnswer: Sendable {
    /// The largest content that is looked at, in bytes.
    static let limit = 8 << 20

    /// Why no answer came; nil where one did.
    let failure: FetchFailure?
    /// The response; nil where none came.
    let response: APIResponse?
    /// The content as JSON; nil where it is none.
    let content: JSONTree?

    init(_ result: Result<APIResponse, FetchFailure>) {
        switch result {
        case .failure(let failure):
            self.failure = failure
            response = nil
            content = nil
        case .success(let response):
            failure = response.body.count > Self.limit ? .tooLarge(limit: Self.limit) : Self.passing(response)
            self.response = response
            content = response.body.count > Self.limit ? nil : JSONTree(response.body)
        }
    }

    /// The status code; nil where nothing came.
    var status: Int? { response?.status }

    /// Whether the server refused, so that nothing was recorded.
    var isRefusal: Bool {
        if let failure, failure.wasNeverSent { return true }
        return status.map { (400..<500).contains($0) && $0 != 408 } ?? false
    }

    /// Whether a page came in the place of an answer.
    var isHTML: Bool {
        guard let response, content == nil else { return false }
        let type = response.values(of: "content-type").first?.lowercased() ?? ""
        return type.contains("html") || response.body.first { !Self.blanks.contains($0) } == UInt8(ascii: "<")
    }

    /// Whether the answer is labelled as JSON.
    var isLabelledJSON: Bool {
        let type = response?.values(of: "content-type").first?.lowercased() ?? ""
        return type.prefix { $0 != ";" }.contains("json")
    }

    private static let blanks: Set<UInt8> = [0x09, 0x0A, 0x0D, 0x20]

    /// The failure that another time may not come.
    private static func passing(_ response: APIResponse) -> FetchFailure? {
        switch response.status {
        case 408, 425: .unexpectedStatus(response.status)
        case 429: .rateLimited(retryAfter: response.values(of: "retry-after").first)
        case 500...: .serverError(status: response.status)
        default: nil
        }
    }
}

extension FetchFailure {
    /// Whether the request certainly did not leave this computer.
    fileprivate var wasNeverSent: Bool {
        switch self {
        case .hostNotAllowed, .portNotAllowed, .schemeNotAllowed, .addressNotPublic, .unresolved:
            true
        default: false
        }
    }
}

import ContentSecurityPolicy
import WebURL

/// What of a response decides on framing; equal ones lead to equal verdicts.
struct FramingFields: Hashable {
    /// A `frame-ancestors`, enforced or not, as sent.
    private struct List: Hashable {
        let disposition: Disposition
        let value: String
        let isDropped: Bool
    }

    private let origin: Origin
    private let isRedirected: Bool
    private let lists: [List]
    private let frameOptions: [String]

    init?(_ hops: [ResponseHop]) {
        guard let last = hops.last else { return nil }
        origin = last.url.origin
        isRedirected = hops.count > 1
        lists = PolicyList(last.fields).policies.compactMap { policy in
            policy.directive(named: "frame-ancestors").map {
                List(disposition: policy.disposition, value: $0.value, isDropped: $0.isDropped)
            }
        }
        frameOptions = last.fields("x-frame-options")
    }
}

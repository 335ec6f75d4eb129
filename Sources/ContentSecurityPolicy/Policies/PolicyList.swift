/// The policies of a response (CSP 3, section 2.2.2, "parse a response's Content Security Policies").
///
/// Every `Content-Security-Policy` and `Content-Security-Policy-Report-Only` field counts, and every part of one between
/// commas is a policy of its own. All of the enforced ones must allow what is asked.
public struct PolicyList: Sendable, Hashable {
    /// The policies in the order of their appearance, without those that hold no directive.
    public let policies: [Policy]

    /// The policies of a response's fields, read as a browser does.
    public init(_ fields: [ResponseField]) {
        self.init(fields: HeaderLines.fields(sent: fields), .browser)
    }

    init(fields: [ResponseField], _ reading: Reading) {
        var policies: [Policy] = []
        for field in fields {
            guard let disposition = Self.disposition(field, reading) else { continue }
            for text in Array(field.value.utf8).split(separator: .comma) {
                let policy = Policy(text, disposition)
                if !policy.directives.isEmpty { policies.append(policy) }
            }
        }
        self.policies = policies
    }

    private static func disposition(_ field: ResponseField, _ reading: Reading) -> Disposition? {
        if field.isNamed("content-security-policy", reading) { return .enforce }
        return field.isNamed("content-security-policy-report-only", reading) ? .report : nil
    }

    /// Whether an enforced policy says who may frame the response.
    public var hasEnforcedFrameAncestors: Bool {
        policies.contains { $0.disposition == .enforce && $0.frameAncestors != nil }
    }

    /// Whether a report-only policy says who may frame the response, which blocks nobody.
    public var hasReportedFrameAncestors: Bool {
        policies.contains { $0.disposition == .report && $0.frameAncestors != nil }
    }

    /// Whether an enforced policy would say it, had browsers not thrown the directive away.
    public var hasDroppedFrameAncestors: Bool {
        policies.contains { $0.disposition == .enforce && $0.directive(named: "frame-ancestors")?.isDropped == true }
    }
}

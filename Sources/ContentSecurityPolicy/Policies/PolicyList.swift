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

    /// The policies of one value, of a field or of a `meta` element: browsers split both at commas.
    public init(value: String, disposition: Disposition) {
        policies = Self.policies(value, disposition)
    }

    init(fields: [ResponseField], _ reading: Reading) {
        policies = fields.flatMap { field in
            Self.disposition(field, reading).map { Self.policies(field.value, $0) } ?? []
        }
    }

    private static func policies(_ value: String, _ disposition: Disposition) -> [Policy] {
        Array(value.utf8).split(separator: .comma).map { Policy($0, disposition) }.filter { !$0.directives.isEmpty }
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

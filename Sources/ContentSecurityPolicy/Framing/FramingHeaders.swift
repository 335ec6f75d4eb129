/// What a response's fields say about framing, by one reading.
struct FramingHeaders {
    private(set) var reading: Reading
    /// The policies that decide, in order.
    private(set) var enforced: [PolicySources] = []
    /// What was found on the way and decides nothing.
    private(set) var remarks: [FramingStep] = []
    let frameOptions: FrameOptions
    /// The values of the `X-Frame-Options` fields as sent, joined by commas.
    let frameOptionsText: String

    init(_ fields: [ResponseField], _ reading: Reading) {
        self.reading = reading
        let fields = reading == .browser ? HeaderLines.fields(sent: fields) : fields
        frameOptions = FrameOptions(fields, reading)
        frameOptionsText =
            frameOptions == .absent
            ? "" : fields.filter { $0.isNamed("x-frame-options", reading) }.map(\.value).joined(separator: ", ")
        for (index, policy) in PolicyList(fields: fields, reading).policies.enumerated() {
            read(policy, at: index)
        }
    }

    private mutating func read(_ policy: Policy, at index: Int) {
        let directives = policy.directives.lazy.filter { [reading] in
            $0.name == "frame-ancestors" && (reading == .browser || $0.isASCII)
        }
        guard let directive = directives.first else {
            remarks.append(.policyWithoutFrameAncestors(index))
            return
        }
        if policy.disposition == .report {
            remarks.append(.reportOnly(index))
            return
        }
        let others = directives.count - 1
        if others > 0 { remarks.append(.repeated(index, others)) }
        if directive.isDropped, reading == .browser {
            remarks.append(.dropped(index, directive.forbiddenScalar))
        } else {
            enforced.append(PolicySources(index: index, sources: directive.sources))
        }
    }

    /// The same fields by the standards' reading.
    ///
    /// Fields of visible ASCII, spaces and tabs say the same by both, and need not be parsed again.
    func byStandards(_ fields: [ResponseField]) -> FramingHeaders {
        guard fields.allSatisfy(Self.isPlain) else { return FramingHeaders(fields, .standards) }
        var headers = self
        headers.reading = .standards
        return headers
    }

    private static func isPlain(_ field: ResponseField) -> Bool {
        field.name.utf8.allSatisfy { 0x21...0x7E ~= $0 && $0 != .colon }
            && field.value.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == .tab }
    }
}

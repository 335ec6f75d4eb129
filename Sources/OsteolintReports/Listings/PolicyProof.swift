public import ContentSecurityPolicy
public import WebURL

/// What `osteolint policy` prints: a framing decision with its proof.
public struct PolicyProof: Sendable {
    private let question: FramingQuestion
    private let decision: FramingDecision
    private let hops: [(url: WebURL, status: Int)]

    /// Makes a proof.
    ///
    /// - Parameters:
    ///   - question: what was asked.
    ///   - decision: what came of it.
    ///   - hops: the responses on the way, where they are known.
    public init(_ question: FramingQuestion, _ decision: FramingDecision, hops: [(url: WebURL, status: Int)]) {
        self.question = question
        self.decision = decision
        self.hops = hops
    }

    /// Writes it as JSON.
    public func writeJSON(to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", JSONReporter.schemaVersion)
            json.member("verdict", decision.verdict.rawValue)
            json.decider(decision.decidedBy)
            json.member("culprit", culprit?.serialized)
            json.member("steps", decision.steps)
            json.member("browserDependent", decision.isBrowserDependent)
            json.member("url", question.embedURL.href)
            json.member("ancestors", question.ancestors.map(\.serialized))
            json.array("hops", hops) { hop in json.object { json.members(ofHop: hop.url.href, status: hop.status) } }
        }
    }

    /// As lines of text: the verdict, the steps, and what to do.
    public func text() -> String {
        var lines = [verdict, ""]
        if hops.count > 1 {
            lines += hops.map { "  \($0.status)  \($0.url)" } + [""]
        }
        lines += decision.steps.enumerated().map { "  \($0.offset + 1). \($0.element)" }
        if let advice { lines += ["", advice] }
        return lines.map { VisibleText.visible($0) + "\n" }.joined()
    }

    private var culprit: Origin? { decision.culprit.map { question.ancestors[$0] } }

    private var verdict: String {
        let pages = question.ancestors.map(Self.name).joined(separator: " above ")
        switch (decision.verdict, decision.decidedBy) {
        case (.allowed, .policy(let index, _)?): return "allowed: policy \(index + 1) lets \(pages) show the embed"
        case (.allowed, .frameOptions?): return "allowed: X-Frame-Options does not keep \(pages) from showing the embed"
        case (.allowed, nil): return "allowed: no header keeps \(pages) from showing the embed"
        case (.blocked, .policy(let index, _)?):
            return "blocked: policy \(index + 1) does not let \(culprit.map(Self.name) ?? pages) show the embed"
        case (.blocked, _):
            return "blocked: X-Frame-Options does not let \(culprit.map(Self.name) ?? pages) show the embed"
        }
    }

    private static func name(_ origin: Origin) -> String {
        origin == .opaque ? "an opaque origin" : origin.serialized
    }

    /// What to do about a block.
    private var advice: String? {
        guard decision.verdict == .blocked else { return nil }
        guard culprit != .opaque else {
            return "No policy lets an opaque origin in: take the sandbox, or the data: page, from above the embed."
        }
        let own = question.embedURL.origin
        let origins = culprit.map { [$0] } ?? question.ancestors.filter { $0 != .opaque && $0 != own }
        var names: [String] = []
        for origin in origins where !names.contains(origin.serialized) { names.append(origin.serialized) }
        guard !names.isEmpty else { return "Tell Osteocom of this answer: it lets no page show the embed." }
        return "Send this to Osteocom, to be allowed as it stands: \(names.joined(separator: ", "))"
    }
}

public import OsteolintCore

/// What `osteolint origins --request` prints: the text that asks Osteocom for new origins.
public struct OriginRequest: Sendable {
    /// The text, ready to paste; nil where there is no origin to send.
    public let text: String?
    /// What was left out or changed, and what to think of before it is sent; each a line.
    public let remarks: [String]

    /// Writes the text.
    ///
    /// - Parameters:
    ///   - judgements: of origins that are declared together.
    ///   - clientID: the partner's `clientId`, or nil where it is not known.
    public init(_ judgements: [OriginJudgement], clientID: String?) {
        var origins: [String] = []
        for case let origin? in judgements.map(\.suggestion) where !origins.contains(origin) { origins.append(origin) }
        text = origins.isEmpty ? nil : Self.text(origins, clientID.map { VisibleText.visible($0) })
        remarks = judgements.flatMap(Self.remarks)
    }

    private static func text(_ origins: [String], _ clientID: String?) -> String {
        let client = clientID ?? "(please write your clientId here)"
        return """
            Subject: Origins to allow for clientId \(client)

            Hello,

            please allow these origins to show the Osteocom card (Content-Security-Policy: frame-ancestors)
            for our clientId \(client):

            \(origins.joined(separator: "\n"))

            Each is the exact origin: scheme included, no path, no slash at the end.

            Thank you

            """
    }

    private static func remarks(on judgement: OriginJudgement) -> [String] {
        let declared = OriginListing.shown(judgement.declared)
        let faults = judgement.problems.filter(\.isError).map { "\($0.fault) (\($0.rawValue))" }.joined(separator: "; ")
        var remarks: [String] = []
        if let suggestion = judgement.suggestion {
            if suggestion != judgement.declared { remarks.append("\(declared): sent as \(suggestion)") }
        } else {
            remarks.append("\(declared): left out: \(faults)")
        }
        for problem in judgement.problems where [.insecureScheme, .ipAddress, .loopback].contains(problem) {
            remarks.append("\(declared): \(problem.fault); \(problem.cure)")
        }
        return remarks + judgement.hints.map { "\(declared): \($0.message)" }
    }
}

import OsteolintCore
import WebURL

/// A declared origin in JSON.
struct JSONOrigin: Encodable {
    let declared: String
    let origin: Nullable<String>
    let valid: Bool
    let problems: [String]
    let suggestion: Nullable<String>
    let hints: [Hint]

    /// What else to think of.
    struct Hint: Encodable {
        let kind: String
        let origin: Nullable<String>
        let message: String
    }

    init(_ judgement: OriginJudgement) {
        declared = judgement.declared
        origin = Nullable(judgement.origin?.serialized)
        valid = judgement.isValid
        problems = judgement.problems.map(\.rawValue)
        suggestion = Nullable(judgement.suggestion)
        hints = judgement.hints.map { Hint(kind: $0.kind, origin: Nullable($0.origin), message: $0.message) }
    }
}

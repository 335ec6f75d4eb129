/// An origin of the configuration or of the arguments, with what is to be said of it.
public struct JudgedOrigin: Sendable, Hashable {
    /// What was written, and where.
    public let declared: DeclaredOrigin
    /// What is to be said of it.
    public let judgement: OriginJudgement

    /// Judges origins that are declared together, in order.
    public static func judge(_ origins: [DeclaredOrigin]) -> [JudgedOrigin] {
        zip(origins, OriginJudgement.judge(origins.map(\.text))).map { JudgedOrigin(declared: $0, judgement: $1) }
    }
}

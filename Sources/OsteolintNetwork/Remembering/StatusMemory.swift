public import OsteolintCore

/// What earlier runs found out, and keeps what this one does.
public struct StatusMemory: Sendable {
    private var cache: StatusCache?
    private var resume: ResumeFile?

    /// Makes a memory of a cache and of a resume file, either of which may be missing.
    public init(cache: StatusCache?, resume: ResumeFile?) {
        self.cache = cache
        self.resume = resume
    }

    /// The targets that have to be asked about.
    ///
    /// - Parameters:
    ///   - targets: distinct questions.
    ///   - now: the Unix time in seconds.
    /// - Returns: those whose answer is not known, in their order.
    public func open(among targets: [StatusTarget], at now: Int) -> [StatusTarget] {
        targets.filter { known($0.question, at: now) == nil }
    }

    /// Joins what is known with what was asked.
    ///
    /// - Parameters:
    ///   - targets: all of them.
    ///   - asked: what came of those that were open at the same instant.
    ///   - now: the Unix time in seconds at which `open` was called.
    /// - Returns: a status for each target, in their order; those that were known have no attempts.
    public func statuses(of targets: [StatusTarget], asked: [ProductStatus], at now: Int) -> [ProductStatus] {
        let answers = Dictionary(asked.map { ($0.target.question, $0) }) { first, _ in first }
        return targets.map { target in
            if let status = known(target.question, at: now) {
                return ProductStatus(target: target, outcome: .answered(status: status), attempts: 0)
            }
            return answers[target.question]
                ?? ProductStatus(
                    target: target, outcome: .inconclusive(.interrupted), attempts: 0)
        }
    }

    /// Keeps the statuses of a run for the next one, and writes the files.
    ///
    /// - Parameters:
    ///   - statuses: those of all targets.
    ///   - now: the Unix time in seconds at which they came.
    /// - Throws: `AnswerFileFault` for the first file that cannot be written.
    public mutating func keep(_ statuses: [ProductStatus], at now: Int) throws(AnswerFileFault) {
        cache?.note(statuses.filter { $0.attempts > 0 }, at: now)
        resume?.note(statuses, at: now)
        try cache?.write()
        try resume?.write()
    }

    /// An answer of this series of runs counts before an older one.
    private func known(_ question: StatusQuestion, at now: Int) -> String? {
        resume?.status(of: question, at: now) ?? cache?.status(of: question, at: now)
    }
}

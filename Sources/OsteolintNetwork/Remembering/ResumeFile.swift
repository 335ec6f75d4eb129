import Foundation
public import OsteolintCore

/// A file with all answers of a series of runs, so that each run goes on where the last one had to stop.
///
/// When no question is open any more, of this run or of an earlier one, the file is removed, and the next run begins
/// anew. So do answers of a series that was broken off a day ago.
public struct ResumeFile: Sendable {
    /// How long an answer belongs to the series, in seconds.
    public static let lifetime = 86_400

    private let file: PrivateFile
    private var answers: KeyedAnswers

    /// Reads a file, which need not be there.
    ///
    /// - Throws: `AnswerFileFault` where it is another file, or cannot be read or written.
    public init(path: String) throws(AnswerFileFault) {
        file = try PrivateFile(path)
        let data = try file.read()
        answers = if let data { try KeyedAnswers(data, .resume, path: path) } else { KeyedAnswers(.resume) }
    }

    /// The `status` that the series knows of a question at a Unix time, whether it passes or not; nil where it is open.
    public func status(of question: StatusQuestion, at now: Int) -> String? {
        answers[question].flatMap { $0.isYoung(at: now, lifetime: Self.lifetime) ? $0.status : nil }
    }

    /// Takes note of what came of all questions of a run at a Unix time.
    public mutating func note(_ statuses: [ProductStatus], at now: Int) {
        for status in statuses {
            switch status.outcome {
            case .answered(let word):
                answers.mark(status.target.question, isOpen: false)
                // What was known before keeps its time.
                // A word that nobody documents may repeat what it was asked with.
                guard status.attempts > 0, StatusCode(rawValue: word) != nil else { continue }
                answers[status.target.question] = .init(status: word, time: now)
            case .inconclusive(let failure):
                answers.mark(status.target.question, isOpen: failure.isWorthAnotherRun)
            }
        }
        answers.keep { $0.isYoung(at: now, lifetime: Self.lifetime) }
    }

    /// Writes the file, or removes it where nothing is open, or nothing known.
    ///
    /// - Throws: `AnswerFileFault` where it cannot be written; the old one is still there then.
    public func write() throws(AnswerFileFault) {
        guard answers.isWorthGoingOn else { return try file.remove() }
        try file.write(answers.data())
    }
}

extension FetchFailure {
    /// Whether the question may be answered when osteolint is run once more.
    fileprivate var isWorthAnotherRun: Bool {
        switch self {
        case .requestLimit, .statusLimit, .waitLimit, .notDocumented, .interrupted: true
        default: isPassing
        }
    }
}

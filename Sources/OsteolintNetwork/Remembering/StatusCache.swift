import Foundation
public import OsteolintCore

/// A file with answers that passed, which are used again for a time.
///
/// Only `Ok` and `AlreadyOwned` are kept: what failed may be mended at any moment, and what is not known is not known.
public struct StatusCache: Sendable {
    /// How long an answer is used, in seconds, unless told otherwise: a day.
    public static let usualLifetime = 86_400

    private let file: PrivateFile
    private let lifetime: Int
    private var answers: KeyedAnswers

    /// Reads a file, which need not be there yet.
    ///
    /// - Parameters:
    ///   - path: the file's path.
    ///   - lifetime: how long an answer is used, in seconds.
    /// - Throws: `AnswerFileFault` where it is another file, or cannot be read or written.
    public init(path: String, lifetime: Int = usualLifetime) throws(AnswerFileFault) {
        file = try PrivateFile(path)
        self.lifetime = lifetime
        let data = try file.read()
        answers = if let data { try KeyedAnswers(data, .cache, path: path) } else { KeyedAnswers(.cache) }
    }

    /// The `status` that is known of a question at a Unix time; nil where none is, or an old one.
    public func status(of question: StatusQuestion, at now: Int) -> String? {
        answers[question].flatMap { Self.isUsable($0, at: now, lifetime) ? $0.status : nil }
    }

    /// Takes note of what came of questions at a Unix time.
    public mutating func note(_ statuses: [ProductStatus], at now: Int) {
        for status in statuses {
            guard case .answered(let word) = status.outcome else { continue }
            // What does not pass any more is forgotten.
            answers[status.target.question] = Self.isPass(word) ? .init(status: word, time: now) : nil
        }
        answers.keep { [lifetime] in Self.isUsable($0, at: now, lifetime) }
    }

    /// Writes the file.
    ///
    /// - Throws: `AnswerFileFault` where it cannot be written; the old one is still there then.
    public func write() throws(AnswerFileFault) {
        try file.write(answers.data())
    }

    private static func isUsable(_ entry: KeyedAnswers.Entry, at now: Int, _ lifetime: Int) -> Bool {
        entry.isYoung(at: now, lifetime: lifetime) && isPass(entry.status)
    }

    private static func isPass(_ status: String) -> Bool {
        switch StatusCode(rawValue: status)?.card {
        case .available, .purchased: true
        case .unavailable, nil: false
        }
    }
}

extension KeyedAnswers.Entry {
    /// Whether it is of the past, but not older than a number of seconds.
    func isYoung(at now: Int, lifetime: Int) -> Bool {
        time <= now && now - max(time, 0) < lifetime
    }
}

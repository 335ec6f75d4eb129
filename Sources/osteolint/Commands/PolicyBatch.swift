import ContentSecurityPolicy
import Foundation
import OsteolintReports

/// `osteolint policy --batch`: reads a question a line, writes a verdict a line, in order, as they come.
///
/// A line that cannot be read gets an answer with `error` in place of its verdict and a word on standard error, and the
/// others are answered all the same.
struct PolicyBatch {
    private let path: String
    private let descriptor: Int32

    /// Opens the file, or takes standard input for `-`.
    ///
    /// - Throws: `UsageError` when it cannot be opened.
    init(_ path: String) throws(UsageError) {
        self.path = path
        descriptor = path == "-" ? STDIN_FILENO : FilePath(path).withCString { open($0, O_RDONLY | O_CLOEXEC) }
        guard descriptor >= 0 else { throw UsageError("\(path): \(InputError(errno: errno).message)") }
    }

    /// Answers all lines.
    ///
    /// - Returns: whether all of them could be read.
    /// - Throws: `UsageError` when the file cannot be read.
    func run() throws -> Bool {
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var lines = LineReader(descriptor)
        var answerer = Answerer(path: path)
        while let batch = try lines.next(path) {
            let answers = batch.map { answerer.answer($0) }.joined()
            // A closed pipe: whoever read it has seen enough.
            guard PolicyBatch.write(answers) else { break }
        }
        return !answerer.hasFailed
    }

    private static func write(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while let start = rest.baseAddress, !rest.isEmpty {
                let count = Foundation.write(STDOUT_FILENO, start, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
            return true
        }
    }
}

/// Hands on the whole lines of each piece that is read.
private struct LineReader {
    private let descriptor: Int32
    private var rest: [UInt8] = []
    private var isAtEnd = false

    init(_ descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The next lines without their ends, at least one, or nil at the end.
    mutating func next(_ path: String) throws(UsageError) -> [Data]? {
        var searched = 0
        while !isAtEnd {
            try read(path)
            guard let end = rest[searched...].lastIndex(of: UInt8(ascii: "\n")) else {
                searched = rest.count
                continue
            }
            let lines = rest[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            let batch = lines.map { Data($0) }
            rest.removeSubrange(...end)
            return batch
        }
        guard !rest.isEmpty else { return nil }
        defer { rest = [] }
        return [Data(rest)]
    }

    private mutating func read(_ path: String) throws(UsageError) {
        var count = 0
        repeat {
            let piece = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, size in
                count = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                size = max(count, 0)
            }
            rest += piece
        } while count < 0 && errno == EINTR && !Interruption.isRequested
        guard count >= 0 else { throw UsageError("\(path): \(InputError(errno: errno).message)") }
        isAtEnd = count == 0
    }
}

/// Answers lines, and counts them.
private struct Answerer {
    let path: String
    private(set) var hasFailed = false
    private var number = 0
    private let decoder = JSONDecoder()
    private let encoder = JSONEncoder()

    init(path: String) {
        self.path = path
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The answer with a line feed; nothing for a line of white space.
    mutating func answer(_ line: Data) -> String {
        number += 1
        guard line.contains(where: { $0 > UInt8(ascii: " ") }) else { return "" }
        let answer: PolicyAnswer
        do {
            let row = try decoder.decode(PolicyRow.self, from: line)
            do throws(UsageError) {
                answer = PolicyAnswer(id: row.id, verdict: try row.verdict().rawValue, error: nil)
            } catch {
                answer = failure(error.description, id: row.id)
            }
        } catch {
            let id = try? decoder.decode(PolicyRow.Identity.self, from: line).id
            answer = failure(PolicyRow.message(error), id: id)
        }
        guard let data = try? encoder.encode(answer) else { return "" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private mutating func failure(_ message: String, id: String?) -> PolicyAnswer {
        hasFailed = true
        let shown = VisibleText.visible(message)
        StandardStreams.complain("osteolint: \(path):\(number): \(shown)")
        return PolicyAnswer(id: id, verdict: nil, error: shown)
    }
}

/// A line of the output.
private struct PolicyAnswer: Encodable {
    let id: String?
    let verdict, error: String?

    private enum Key: CodingKey { case id, verdict, error }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(id, forKey: .id)
        try container.encodeIfPresent(verdict, forKey: .verdict)
        try container.encodeIfPresent(error, forKey: .error)
    }
}

import Foundation

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
        var fault: Int32 = 0
        // To open a pipe would else take as long as nobody writes to it.
        descriptor =
            path == "-"
            ? STDIN_FILENO
            : FilePath(path).withCString { name -> Int32 in
                let opened = open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
                fault = errno
                return opened
            }
        guard descriptor >= 0 else { throw UsageError("\(path): \(InputError(errno: fault).message)") }
    }

    /// Answers all lines.
    ///
    /// - Returns: the exit status: 0, or 2 where a line could not be answered, or 130 where Ctrl-C ended it.
    /// - Throws: `UsageError` when nothing of the file can be read.
    func run() throws(UsageError) -> Int32 {
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var lines = BatchLines(descriptor)
        var answerer = BatchAnswerer(path: path)
        do throws(InputError) {
            while let batch = try lines.next() {
                let answers = batch.map { answerer.answer($0) }.joined()
                // A closed pipe: whoever read it has seen enough.
                guard StandardStreams.write(answers) else { break }
            }
        } catch {
            return try status(after: error, answerer.number)
        }
        return answerer.hasFailed ? 2 : 0
    }

    private func status(after error: InputError, _ count: Int) throws(UsageError) -> Int32 {
        if case .interrupted = error {
            let lines = count == 1 ? "1 line" : "\(count) lines"
            StandardStreams.complain("osteolint: interrupted after \(lines); the rest was not answered")
            return 130
        }
        guard count > 0 else { throw UsageError("\(path): \(error.message)") }
        StandardStreams.complain("osteolint: \(path):\(count + 1): \(error.message)")
        return 2
    }
}

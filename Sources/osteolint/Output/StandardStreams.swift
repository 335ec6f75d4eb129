import Foundation
import OsteolintReports

/// Standard output and standard error, written to at once and without a word when nobody listens any more.
enum StandardStreams {
    /// Whether standard output shows colours: a terminal that knows them, and nobody asked for none.
    static var isColoured: Bool {
        let environment = ProcessInfo.processInfo.environment
        return isatty(STDOUT_FILENO) == 1 && environment["NO_COLOR", default: ""].isEmpty
            && environment["TERM"] != "dumb"
    }

    /// The columns of the terminal that standard output is, or nil where it is none or does not tell.
    static var width: Int? {
        var size = winsize()
        guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Writes to standard output while something is rendered; a closed pipe takes nothing more, without a word.
    ///
    /// - Throws: `UsageError` where it takes nothing for another reason, such as a full disk.
    static func stream(_ render: (ReportStream) -> Void) throws(UsageError) {
        struct Refused: Error { let number: Int32 }
        let output = ReportStream { guard write($0, to: STDOUT_FILENO) else { throw Refused(number: errno) } }
        render(output)
        do {
            try output.finish()
        } catch {
            guard let refused = error as? Refused, refused.number != EPIPE else { return }
            throw UsageError("standard output: cannot be written: \(String(cString: strerror(refused.number)))")
        }
    }

    /// Writes a text to standard output.
    ///
    /// - Returns: whether all of it was taken; a closed pipe takes nothing.
    @discardableResult
    static func write(_ text: String) -> Bool {
        write(Data(text.utf8), to: STDOUT_FILENO)
    }

    /// Writes a line to standard error.
    static func complain(_ text: String) {
        write(Data((text + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes to standard error without ending the line.
    static func mutter(_ text: String) {
        write(Data(text.utf8), to: STDERR_FILENO)
    }

    @discardableResult
    private static func write(_ data: Data, to descriptor: Int32) -> Bool {
        data.withUnsafeBytes { write($0, to: descriptor) }
    }

    /// Writes all of the bytes.
    ///
    /// - Returns: whether all of them were taken; `errno` says why not.
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
        var rest = bytes[...]
        while let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress, !rest.isEmpty {
            let count = Foundation.write(descriptor, start, rest.count)
            if count < 0, errno == EINTR { continue }
            // A closed pipe: whoever read it has seen enough.
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }
}

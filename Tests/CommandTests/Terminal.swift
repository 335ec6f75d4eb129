import ProgramRuns
import Foundation

/// A run of osteolint whose standard output is a terminal.
struct Terminal {
    let columns: UInt16
    var environment: [String: String] = [:]

    /// The exit status and what the terminal got, with plain line feeds.
    func run(_ arguments: [String], in folder: TemporaryFolder) async throws -> (status: Int32, output: String) {
        let screen = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        defer { close(screen) }
        let line = try Self.line(of: screen)
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(line, UInt(TIOCSWINSZ), &size)
        let command = Command(arguments: arguments, folder: folder.root, environment: environment)
        let process = try command.spawn(output: line, errors: line)
        close(line)
        let bytes = try await Descriptor.readAll(screen)
        let text = String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
        return (try await RunningCommand.wait(for: process), text)
    }

    /// Opens the side of a terminal that programs see: pty(7), ioctl_tty(2), whose numbers Swift does not import.
    private static func line(of screen: Int32) throws -> Int32 {
        let unlock: UInt = 0x4004_5431
        let getNumber: UInt = 0x8004_5430
        var isLocked: Int32 = 0
        var number: Int32 = 0
        guard ioctl(screen, unlock, &isLocked) == 0, ioctl(screen, getNumber, &number) == 0 else {
            throw SystemError("ioctl")
        }
        let line = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard line >= 0 else { throw SystemError("open /dev/pts/\(number)") }
        return line
    }
}

import Foundation
import OsteolintCore
import OsteolintReports
import PlacedJSON

/// A report that an earlier run wrote with `--format json`.
struct SavedReport {
    /// The largest file that is read, in bytes; a hundred thousand findings are about a tenth of it.
    private static let limit = 1 << 30

    /// The file as it may be shown.
    let file: String
    let report: Report

    /// Reads a file.
    ///
    /// - Throws: `UsageError` where it cannot be read, or is no report.
    init(_ argument: ReportArgument) throws(UsageError) {
        file = argument.file == "-" ? "standard input" : VisibleText.visible(argument.file)
        let read = try Self.read(argument.file, shown: file)
        report = argument.name.map(read.named) ?? read
    }

    private static func read(_ file: String, shown: String) throws(UsageError) -> Report {
        let reader = InputReader(limit: limit)
        // The bytes are the reader's own, so it has to last until the report is made of them.
        defer { withExtendedLifetime(reader) {} }
        let bytes: UnsafeRawBufferPointer
        do throws(InputError) {
            bytes =
                file == "-"
                ? try reader.readDescriptor(STDIN_FILENO, isStream: true) : try reader.read(FilePath(file))
        } catch .tooLarge(let limit) {
            throw UsageError("\(shown): larger than \(limit) bytes; merge fewer pages at once")
        } catch .notThere {
            throw UsageError("\(shown): no such file; write it with `--format json=\(shown)`")
        } catch {
            throw UsageError("\(shown): \(error.message)")
        }
        do throws(JSONFault) {
            return try JSONReportReader().read(bytes)
        } catch {
            throw UsageError("\(shown)\(described(error)); give a file that `--format json=FILE` wrote")
        }
    }

    private static func described(_ fault: JSONFault) -> String {
        let place = fault.line.map { line in ":\(line)" + (fault.column.map { ":\($0)" } ?? "") } ?? ""
        let member = fault.path.isEmpty ? "" : "`\(VisibleText.visible(fault.path))` "
        return "\(place): \(member)\(VisibleText.visible(fault.message))"
    }
}

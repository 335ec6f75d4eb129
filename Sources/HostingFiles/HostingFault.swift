public import OsteolintCore

/// What keeps a hosting file from being read, and where.
public struct HostingFault: Error, Hashable {
    /// Whether it cannot be read, or is larger than osteolint holds.
    public let reason: Failure.Reason
    /// What is wrong and what to do, in lower case and without a full stop, with the place in front.
    public let message: String

    init(line: Int?, column: Int?, message: String) {
        reason = .unreadable
        let place = line.map { line in "line \(line)" + (column.map { ", column \($0)" } ?? "") + ": " } ?? ""
        self.message = place + message
    }

    private init(_ reason: Failure.Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }

    static func tooLarge(_ limit: Int) -> HostingFault {
        HostingFault(.tooLarge, "larger than \(limit) bytes; leave it out with `exclude` if it is no hosting file")
    }

    static func tooComplex(_ limit: Int) -> HostingFault {
        HostingFault(
            .tooComplex, "has more than \(limit) parts that may be about the pages' policies; they were not judged")
    }
}

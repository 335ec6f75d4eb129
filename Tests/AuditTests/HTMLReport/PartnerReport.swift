import Foundation
import ProgramRuns

extension OpenedReport {
    /// The project's folder.
    private static let project = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The report of the site in `Examples` that is faulty on purpose.
    static func ofPartnerSite() async throws -> OpenedReport {
        let folder = try TemporaryFolder()
        let site = project.appending(path: "Examples/partner-site").path
        try FileManager.default.copyItem(atPath: site, toPath: folder.path("site"))
        return try await OpenedReport(checking: [:], folder: folder)
    }
}

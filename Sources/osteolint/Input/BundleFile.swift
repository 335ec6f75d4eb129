import Foundation
import OsteolintCore
import OsteolintReports

/// A support bundle that was given as an argument.
struct BundleFile {
    /// How many differences are told.
    private static let mostDifferences = 20

    private let shownPath: String
    private let bundle: SupportBundle

    /// Reads a bundle.
    ///
    /// - Throws: `UsageError` where it cannot be read, or is none.
    init(_ path: String) throws(UsageError) {
        shownPath = VisibleText.visible(path)
        let bytes = try Self.bytes(of: path, shownPath)
        do throws(BundleFault) {
            bundle = try BundleReader().read(Data(bytes))
        } catch {
            throw UsageError("\(shownPath): \(VisibleText.visible(error.description))")
        }
    }

    private static func bytes(of path: String, _ shownPath: String) throws(UsageError) -> [UInt8] {
        do throws(InputError) {
            return try InputReader(limit: BundleReader.limit).readAll(path)
        } catch {
            if case .tooLarge(let limit) = error {
                throw UsageError("\(shownPath): is larger than \(limit) bytes, which no support bundle is")
            }
            throw UsageError("\(shownPath): \(error.message)")
        }
    }

    /// The report that the answers come to.
    ///
    /// - Parameter output: what makes the run fail, where it is not what the audit had.
    /// - Returns: the report.
    /// - Throws: `UsageError` where the bundle contradicts itself, or holds users' ids that nobody asked to see.
    func report(_ output: OutputOptions) throws(UsageError) -> Report {
        guard output.reveal || !bundle.run.isRevealed else {
            throw UsageError(
                "\(shownPath): holds users' ids in clear, since its audit was run with --reveal; give --reveal to write "
                    + "them, or run the audit without it")
        }
        let replay = BundleReplay(bundle, builder: output.builder(overriding: bundle.run.builder))
        if bundle.run.version == Osteolint.version, let difference = replay.differences.first {
            throw UsageError(
                "\(shownPath): its answers contradict its report: \(VisibleText.visible(difference)); somebody has edited "
                    + "it: ask for the file as `osteolint audit --bundle` wrote it")
        }
        complain(about: replay, output)
        return replay.report
    }

    private func complain(about replay: BundleReplay, _ output: OutputOptions) {
        if output.reveal {
            StandardStreams.complain(
                bundle.run.isRevealed
                    ? OutputOptions.revealWarning
                    : "osteolint: --reveal: \(shownPath) holds no users' ids; only its audit could have written them")
        }
        if !bundle.isJudgedAgain {
            StandardStreams.complain(
                "osteolint: \(shownPath): what is masked in its answers decides, so its report is shown as it was, and "
                    + "is not judged again")
        }
        guard !replay.differences.isEmpty else { return }
        StandardStreams.complain(
            "osteolint: \(shownPath) is of osteolint \(VisibleText.visible(bundle.run.version)); \(Osteolint.version) "
                + "judges otherwise:")
        for difference in replay.differences.prefix(Self.mostDifferences) {
            StandardStreams.complain("  " + VisibleText.visible(difference))
        }
        let more = replay.differences.count - Self.mostDifferences
        if more > 0 { StandardStreams.complain("  and \(more) more") }
    }
}

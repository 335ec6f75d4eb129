import Foundation
import OsteolintCore
import OsteolintRendering
import Synchronization

/// Judges pages again after their scripts have run, several at once.
struct PageRendering: Sendable {
    let checker: PageChecker
    let renderer: PageRenderer

    /// What a script file is found at, and what was found in it.
    private struct ScriptFile: Hashable {
        let folder: FilePath
        /// The path below the folder.
        let path: String
    }

    /// What came of the pages.
    fileprivate struct Rendered {
        var pages: [LintedPage] = []
        var failures: [Failure] = []
        /// The paths of the scripts that built embeds which were judged themselves.
        var judgedScripts: Set<String> = []
        var wasInterrupted = false
    }

    /// What was known before.
    private struct Known: Sendable {
        let pages: [String: LintedPage]
        let readPaths: Set<String>
        let scripts: [ScriptFile: String]
        let scriptFindings: [String: [Finding]]
    }

    /// Renders the pages that were read, and merges what is new; the outcome is the same for any number of jobs.
    func render(_ collector: FileCollector, into outcome: inout PageChecker.Outcome) {
        let files = collector.files.filter { $0 != .standardInput && !$0.isStream }
        let known = known(collector, outcome)
        let rendered = render(files.filter { known.readPaths.contains($0.displayed) }, known)
        let replaced = Dictionary(rendered.pages.map { ($0.path, $0) }) { first, _ in first }
        outcome.pages.removeAll { replaced[$0.path] != nil }
        outcome.pages = (outcome.pages + rendered.pages).sorted { $0.path < $1.path }
        outcome.failures += rendered.failures
        outcome.wasInterrupted = outcome.wasInterrupted || rendered.wasInterrupted
        let (judged, others) = outcome.fileFindings.parted { rendered.judgedScripts.contains($0.place?.path ?? "") }
        outcome.fileFindings = others + LintedPage.withoutBuiltEmbeds(judged)
    }

    private func known(_ collector: FileCollector, _ outcome: PageChecker.Outcome) -> Known {
        let scripts = collector.siteFiles.map { (ScriptFile(folder: $0.folder, path: $0.sitePath), $0.displayed) }
        return Known(
            pages: Dictionary(outcome.pages.map { ($0.path, $0) }) { first, _ in first },
            readPaths: Set(outcome.readPaths), scripts: Dictionary(scripts) { first, _ in first },
            scriptFindings: Dictionary(grouping: outcome.fileFindings) { $0.place?.path ?? "" })
    }

    private func render(_ files: [InputFile], _ known: Known) -> Rendered {
        let progress = ProgressLine(total: files.count, unit: "pages rendered", stride: 1)
        let next = Atomic(0)
        let total = Mutex(Rendered())
        // Each browser is several processes already.
        let jobs = min(checker.jobs, ProcessInfo.processInfo.activeProcessorCount, files.count)
        DispatchQueue.concurrentPerform(iterations: max(jobs, 1)) { _ in
            let reader = InputReader()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < files.count else { break }
                guard !Interruption.isRequested else {
                    total.withLock { $0.wasInterrupted = true }
                    break
                }
                render(files[index], reader, known, total)
                progress.advance(to: index + 1)
            }
        }
        progress.clear()
        return total.withLock { $0 }
    }

    private func render(_ file: InputFile, _ reader: InputReader, _ known: Known, _ total: borrowing Mutex<Rendered>) {
        // It was read before: that it is gone meanwhile is no news about its scripts.
        guard let bytes = try? reader.read(file.path), ScriptSigns.areIn(bytes) else { return }
        do {
            let page = SitePage(
                name: Array(file.path.bytes.dropFirst(file.folder.bytes.count)), bytes: Array(bytes),
                charset: checker.charset?.rawValue)
            let rendered = try renderer.render(page, in: SiteFolder(path: file.folder.bytes)) {
                Interruption.isRequested
            }
            let scripts = rendered.files.compactMap { known.scripts[ScriptFile(folder: file.folder, path: $0)] }
            let judged = try checker.check(
                rendered: rendered.markup, of: bytes, file,
                scriptFindings: scripts.flatMap { known.scriptFindings[$0] ?? [] }, known: known.pages[file.displayed])
            guard let judged else { return }
            total.withLock { total in
                total.pages.append(judged)
                if judged.hasRenderedEmbed { total.judgedScripts.formUnion(scripts) }
            }
        } catch {
            total.withLock { $0.add(error, about: file.displayed) }
        }
    }
}

extension PageRendering.Rendered {
    /// Takes down why a page could not be rendered, or not be read then.
    fileprivate mutating func add(_ error: any Error, about path: String) {
        switch error {
        case RenderFailure.interrupted: wasInterrupted = true
        case let failure as RenderFailure: failures.append(Failure(subject: path, failure))
        case let failure as PageFailure: failures.append(Failure(subject: path, failure))
        default: break
        }
    }
}

extension Failure {
    fileprivate init(subject: String, _ failure: RenderFailure) {
        self.init(subject: subject, reason: failure.reason, message: failure.message)
    }
}

extension [Finding] {
    /// Those that pass a test, and the others.
    fileprivate func parted(_ test: (Finding) -> Bool) -> (passing: [Finding], others: [Finding]) {
        (filter(test), filter { !test($0) })
    }
}

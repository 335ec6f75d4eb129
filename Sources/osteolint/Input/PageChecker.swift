import Foundation
import OsteolintCore
import Synchronization
import WebURL

/// Reads and judges the pages of a site and what is delivered beside them, on all cores.
struct PageChecker: Sendable {
    /// What came of the files.
    struct Outcome: Sendable {
        /// Pages that were parsed, sorted by path.
        var pages: [LintedPage] = []
        /// What is wrong in scripts and data, in no order.
        var fileFindings: [Finding] = []
        /// What the hosting files say, sorted by path.
        var hosting: [HostingFile] = []
        var failures: [Failure] = []
        /// How many pages were read, parsed or not.
        var files = 0
        /// The files that were read to their end, parsed or not, in no order.
        var readPaths: [String] = []
        /// Whether pages were left out since the run was interrupted.
        var wasInterrupted = false
    }

    let linter: Linter
    let configuration: Configuration
    let charset: TextEncoding?
    /// Whether every page is parsed, even one that cannot hold an embed.
    let parsesAll: Bool
    let jobs: Int

    /// Judges all that was collected; the outcome is the same for any number of jobs.
    func check(_ collector: FileCollector) -> Outcome {
        let files = collector.siteFiles + collector.files
        let progress = ProgressLine(total: files.count)
        let next = Atomic(0)
        let total = Mutex(Outcome())
        let prescan = Prescan(configuration)
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, files.count))) { _ in
            var outcome = Outcome()
            let reader = InputReader()
            let decoder = TextDecoder()
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < files.count else { break }
                guard !Interruption.isRequested else {
                    outcome.wasInterrupted = true
                    break
                }
                check(files[index], reader, decoder, prescan, &outcome)
                progress.advance(to: index + 1)
            }
            total.withLock { $0.merge(outcome) }
        }
        progress.clear()
        return total.withLock { outcome in
            outcome.pages.sort { $0.path < $1.path }
            outcome.hosting.sort { $0.path < $1.path }
            return outcome
        }
    }

    private func check(
        _ file: InputFile,
        _ reader: InputReader,
        _ decoder: TextDecoder,
        _ prescan: Prescan,
        _ outcome: inout Outcome
    ) {
        let bytes: UnsafeRawBufferPointer
        do throws(InputError) {
            bytes =
                file == .standardInput
                ? try reader.readDescriptor(STDIN_FILENO, isStream: true)
                : try reader.read(file.path, isStream: file.isStream)
        } catch .interrupted {
            outcome.wasInterrupted = true
            return
        } catch {
            outcome.failures.append(Failure(file, error))
            return
        }
        guard let kind = file.kind else {
            outcome.files += 1
            check(
                bytes, path: file.displayed, sitePath: file.sitePath, Page.Options(charset: charset), decoder, prescan,
                &outcome)
            return
        }
        outcome.readPaths.append(file.displayed)
        switch kind {
        case .script: check(bytes, path: file.displayed, as: .script, decoder, prescan, &outcome)
        case .data: check(bytes, path: file.displayed, as: .data, decoder, prescan, &outcome)
        case .hosting: break
        }
    }

    /// Judges a script or data.
    private func check(
        _ bytes: UnsafeRawBufferPointer, path: String, as kind: DeliveredText.Kind, _ decoder: TextDecoder,
        _ prescan: Prescan, _ outcome: inout Outcome
    ) {
        guard parsesAll || prescan.needsReading(bytes) else { return }
        let text = DeliveredText(path: path, kind: kind, bytes: bytes, decoder: decoder)
        outcome.fileFindings += linter.lint(text)
    }

    private func check(
        _ bytes: UnsafeRawBufferPointer,
        path: String,
        sitePath: String,
        _ options: Page.Options,
        _ decoder: TextDecoder,
        _ prescan: Prescan,
        _ outcome: inout Outcome
    ) {
        if let kind = BinarySignature(bytes) {
            outcome.failures.append(
                Failure(subject: path, reason: .notText, message: "\(kind.name), not a page; \(kind.advice)"))
            return
        }
        guard parsesAll || prescan.needsParsing(bytes, charset: options.charset) else {
            outcome.readPaths.append(path)
            return
        }
        do throws(PageFailure) {
            let page = try Page(
                path: path, bytes: bytes, decoder: decoder, options: options, configuration: configuration)
            outcome.pages.append(linter.lint(page, sitePath: sitePath))
            outcome.readPaths.append(path)
        } catch {
            outcome.failures.append(Failure(subject: path, error))
        }
    }

    /// Judges a page that was fetched.
    ///
    /// - Parameters:
    ///   - body: the page's bytes.
    ///   - path: as shown in reports.
    ///   - url: where it is served.
    ///   - contentType: the Content-Type field that it came with.
    ///   - outcome: takes what came of it.
    func check(
        _ body: [UInt8], path: String, from url: WebURL, contentType: String?, into outcome: inout Outcome
    ) {
        outcome.files += 1
        let options = Page.Options(charset: charset, contentType: contentType, url: url)
        body.withUnsafeBytes { bytes in
            check(bytes, path: path, sitePath: path, options, TextDecoder(), Prescan(configuration), &outcome)
        }
    }
}

extension PageChecker.Outcome {
    mutating func merge(_ other: Self) {
        pages += other.pages
        fileFindings += other.fileFindings
        hosting += other.hosting
        failures += other.failures
        files += other.files
        readPaths += other.readPaths
        wasInterrupted = wasInterrupted || other.wasInterrupted
    }
}

extension Failure {
    /// Why a file could not be read.
    fileprivate init(_ file: InputFile, _ error: InputError) {
        let reason: Reason
        if case .tooLarge = error { reason = .tooLarge } else { reason = .unreadable }
        self.init(subject: file.displayed, reason: reason, message: error.message)
    }
}

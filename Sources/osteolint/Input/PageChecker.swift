import ContentSecurityPolicy
import Foundation
import HostingFiles
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
        /// The hosting files as read, in no order.
        fileprivate var hostingDocuments: [HostingDocument] = []
        var failures: [Failure] = []
        /// What was not tried.
        var skipped: [Skip] = []
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
        let prescan = Prescan(configuration, secret: linter.site.secret)
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
            outcome.hosting = hosting(outcome.hostingDocuments, collector)
            return outcome
        }
    }

    private func hosting(_ documents: [HostingDocument], _ collector: FileCollector) -> [HostingFile] {
        guard !documents.isEmpty else { return [] }
        let origins = JudgedOrigin.judge(configuration.origins).compactMap(\.judgement.suggestion)
        return HostingDocument.files(
            documents.sorted { $0.path < $1.path },
            of: HostedSite(pages: collector.files.map(\.displayed), origins: origins))
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
        switch kind {
        case .script: check(bytes, path: file.displayed, as: .script, decoder, prescan, &outcome)
        case .data: check(bytes, path: file.displayed, as: .data, decoder, prescan, &outcome)
        case .hosting(let format): read(bytes, of: file, format, &outcome)
        }
    }

    /// Reads a hosting file.
    private func read(
        _ bytes: UnsafeRawBufferPointer, of file: InputFile, _ format: HostingFormat, _ outcome: inout Outcome
    ) {
        do throws(HostingFault) {
            outcome.hostingDocuments.append(
                try HostingDocument(
                    path: file.displayed, format: format, isForAllPages: file.isForAllPages, bytes: bytes))
            outcome.readPaths.append(file.displayed)
        } catch {
            outcome.failures.append(Failure(subject: file.displayed, reason: error.reason, message: error.message))
        }
    }

    /// Judges a script or data.
    private func check(
        _ bytes: UnsafeRawBufferPointer, path: String, as kind: DeliveredText.Kind, _ decoder: TextDecoder,
        _ prescan: Prescan, _ outcome: inout Outcome
    ) {
        outcome.readPaths.append(path)
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

    /// Judges what the scripts of a page have made of it.
    ///
    /// - Parameters:
    ///   - markup: the rendered page in UTF-8.
    ///   - source: the page as it is stored.
    ///   - file: its file.
    ///   - scriptFindings: what was found in the files of scripts that it has loaded.
    ///   - known: the page as it was judged before; nil where nothing in it spoke of an embed.
    /// - Returns: the page with what its scripts have added; nil where that is nothing.
    /// - Throws: `PageFailure` where either cannot be read as a whole.
    func check(
        rendered markup: [UInt8], of source: UnsafeRawBufferPointer, _ file: InputFile, scriptFindings: [Finding],
        known: LintedPage?
    ) throws -> LintedPage? {
        let mayHoldEmbed = markup.withUnsafeBytes { Prescan(configuration).needsParsing($0, charset: .utf8) }
        guard parsesAll || mayHoldEmbed else { return nil }
        let rendered = try markup.withUnsafeBytes { try lintedPage($0, file, charset: .utf8) }
        let page = try (known ?? lintedPage(source, file, charset: charset))
            .adding(rendered, scriptFindings: scriptFindings)
        return page.hasRenderedEmbed || page.findings.contains { $0.isRendered } ? page : nil
    }

    private func lintedPage(
        _ bytes: UnsafeRawBufferPointer, _ file: InputFile, charset: TextEncoding?
    ) throws(PageFailure) -> LintedPage {
        let page = try Page(
            path: file.displayed, bytes: bytes, decoder: TextDecoder(), options: Page.Options(charset: charset),
            configuration: configuration)
        return linter.lint(page, sitePath: file.sitePath)
    }

    /// Judges a page that was fetched.
    ///
    /// - Parameters:
    ///   - body: the page's bytes.
    ///   - path: as shown in reports.
    ///   - url: where it is served.
    ///   - fields: the header fields that it came with.
    ///   - outcome: takes what came of it.
    func check(
        _ body: [UInt8], path: String, from url: WebURL, fields: [ResponseField], into outcome: inout Outcome
    ) {
        outcome.files += 1
        let contentType = fields.first { $0.name.lowercased() == "content-type" }?.value
        let options = Page.Options(charset: charset, contentType: contentType, url: url, fields: fields)
        body.withUnsafeBytes { bytes in
            check(
                bytes, path: path, sitePath: path, options, TextDecoder(),
                Prescan(configuration, secret: linter.site.secret), &outcome)
        }
    }
}

extension PageChecker.Outcome {
    mutating func merge(_ other: Self) {
        pages += other.pages
        fileFindings += other.fileFindings
        hosting += other.hosting
        hostingDocuments += other.hostingDocuments
        failures += other.failures
        skipped += other.skipped
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

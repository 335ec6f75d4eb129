import ArgumentParser
import Foundation
import OsteolintCore
import OsteolintRendering
import OsteolintReports
import WebURL

/// Whether the pages' scripts are run, and how.
struct RenderOptions: ParsableArguments {
    @Flag(
        name: .customLong("render"),
        help: ArgumentHelp(
            "Judge each page also after its scripts have run, in a headless Chromium; shadow trees are not seen.",
            discussion: "The browser reaches a server on 127.0.0.1 that hands out the folder named, and nothing else."))
    var isAsked = false

    @Option(
        help: ArgumentHelp("The browser: a path, or a name in PATH; Chromium or Chrome by default.", valueName: "path"))
    var browser: String?

    @Option(
        name: .customLong("render-allow"), parsing: .singleValue,
        help: ArgumentHelp("A host that the pages' scripts may reach; repeatable.", valueName: "host"))
    var allowedHosts: [String] = []

    @Option(
        name: .customLong("render-timeout"),
        help: ArgumentHelp("How long a page's scripts may take; 20 by default.", valueName: "seconds"))
    var timeout: Int?

    func validate() throws {
        guard isAsked || (browser == nil && allowedHosts.isEmpty && timeout == nil) else {
            throw ValidationError("--browser, --render-allow and --render-timeout are of use with --render only")
        }
        guard 1...3600 ~= timeout ?? 20 else {
            throw ValidationError("--render-timeout takes a number of seconds from 1 to 3600")
        }
        for host in allowedHosts where Self.host(host) == nil {
            throw ValidationError("--render-allow: `\(host)` is no host; write it as cdn.example.com")
        }
    }

    /// A host as browsers write it, or nil where the text is none: it becomes a part of the browser's own rules.
    private static func host(_ text: String) -> String? {
        guard let url = WebURL("https://\(text)/"), url.pathSegments == [""], url.query == nil, url.fragment == nil,
            url.port == nil, url.username.isEmpty, url.password.isEmpty, let host = url.hostText
        else { return nil }
        let isPlain = host.utf8.allSatisfy { byte in
            UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                || "-._:[]".utf8.contains(byte)
        }
        return isPlain ? host : nil
    }

    /// Renders the pages that are files, where that is asked for.
    ///
    /// - Parameters:
    ///   - collector: the files.
    ///   - urls: pages that are none, as reports show them.
    ///   - checker: judges what became of them.
    ///   - outcome: what came of the files; takes what their scripts have added.
    /// - Returns: the pages that cannot be rendered.
    /// - Throws: what the cryptography library does.
    func render(
        _ collector: FileCollector, urls: [String] = [], with checker: PageChecker,
        into outcome: inout PageChecker.Outcome
    ) throws -> [Skip] {
        guard isAsked else { return [] }
        let streams = collector.files.filter { $0 == .standardInput || $0.isStream }.map(\.displayed)
        let skipped = (urls + streams).map { Skip(subject: $0, reason: .notAFile) }
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        guard let program = BrowserProgram.find(named: browser, in: path) else {
            outcome.failures.append(.noBrowser(named: browser))
            return skipped
        }
        let renderer = try PageRenderer(
            program: program, allowedHosts: allowedHosts.compactMap(Self.host),
            limits: RenderLimits(time: .seconds(timeout ?? 20)), configuration: checker.configuration)
        PageRendering(checker: checker, renderer: renderer).render(collector, into: &outcome)
        return skipped
    }
}

extension Failure {
    /// No page's scripts were run.
    fileprivate static func noBrowser(named name: String?) -> Failure {
        let names = BrowserProgram.names.joined(separator: ", ")
        return Failure(
            subject: name.map { VisibleText.visible($0) } ?? "--render", reason: .noBrowser,
            message: (name == nil ? "none of \(names) is in PATH" : "no program of this name can be run")
                + ", so no page's scripts were run; install Chromium (Debian: `apt install chromium`), "
                + "or name a browser with --browser")
    }
}

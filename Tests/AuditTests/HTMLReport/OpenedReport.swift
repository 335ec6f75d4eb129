import Foundation
import HeadlessChromium
import OsteolintCore
import OsteolintReports
import ProgramRuns
import Testing

/// An HTML report in a file, to be opened in a browser.
struct OpenedReport {
    let folder: TemporaryFolder
    private let name: String

    /// Runs the built osteolint over pages, or over a folder of the project.
    ///
    /// - Throws: `SystemError` where it does not run.
    init(checking pages: [String: String], folder: TemporaryFolder? = nil) async throws {
        let folder = try folder ?? TemporaryFolder()
        for (name, text) in pages { try folder.write("site/\(name)", text) }
        let command = Command(
            arguments: ["check", "--format", "html=report.html", "site"], folder: folder.root)
        let outcome = try await command.run()
        try #require([0, 1, 2].contains(outcome.status), "\(outcome.errors)")
        self.init(in: folder)
    }

    /// A report that is in a folder already.
    init(in folder: TemporaryFolder, name: String = "report.html") {
        self.folder = folder
        self.name = name
    }

    /// Writes a report that was put together by hand.
    init(_ report: Report, tool: ToolComponent) throws {
        folder = try TemporaryFolder()
        name = "report.html"
        try FileManager.default.createDirectory(atPath: folder.root, withIntermediateDirectories: true)
        try #require(FileManager.default.createFile(atPath: folder.path(name), contents: nil))
        let file = try #require(FileHandle(forWritingAtPath: folder.path(name)))
        defer { try? file.close() }
        let stream = ReportStream { try file.write(contentsOf: $0) }
        HTMLReporter(tool).write(report, to: stream)
        try stream.finish()
    }

    /// The file's URL.
    var url: String { "file://" + folder.path(name) }

    /// The file's text.
    func text() throws -> String { try folder.text(name) }

    /// Opens it in a browser, and afterwards holds that nothing was complained of and nothing else was asked for.
    func open(
        _ options: BrowserOptions = BrowserOptions(), fragment: String = "", runsScripts: Bool = true,
        _ body: (BrowserPage) async throws -> Void
    ) async throws {
        let chromium = try #require(Chromium.find())
        var options = options
        // A large report on a busy machine takes its time.
        options.limit = .seconds(180)
        try await chromium.withBrowser(options) { browser in
            let page = try await browser.newPage()
            try await page.setRunsScripts(runsScripts)
            try await page.open(url + fragment)
            try await body(page)
            #expect(page.messages == [])
            #expect(Set(page.requests.map(\.url)) == [url])
        }
    }
}

extension BrowserPage {
    /// How many elements match a selector and are shown.
    func count(_ selector: String) async throws -> Int {
        let script = "[...document.querySelectorAll('\(selector)')].filter((e) => e.checkVisibility()).length"
        return Int(try await evaluate(script).number ?? -1)
    }

    /// The text of the first element that matches a selector.
    func text(of selector: String) async throws -> String {
        try await evaluate("document.querySelector('\(selector)')?.textContent ?? ''").text ?? ""
    }

    /// Types words where the focus is, a key after the other.
    func type(_ words: String) async throws {
        for letter in words { try await press(String(letter)) }
    }
}

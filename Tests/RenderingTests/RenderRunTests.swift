import Foundation
import HeadlessChromium
import LoopbackServer
import ProgramRuns
import ReportSchema
import Testing

/// Runs of osteolint with a real browser; each takes a second or more.
@Suite("osteolint check --render", .serialized)
struct RenderRunTests {
    private static let query =
        "clientId=kT4mRZ81qLwYc0dXaB2e&productId=66d579675f2a4b8c9df15e43&partnerUserId="

    /// A script that adds a frame.
    private static func adding(_ user: String, to parent: String = "document.body") -> String {
        """
        const frame = document.createElement('iframe'); frame.title = 'Course';
        frame.src = location.protocol + '//www.osteocom.me/embed/course?\(query)' + (\(user)); \(parent).append(frame);
        """
    }

    private static func page(_ markup: String) -> String {
        "<!doctype html><meta charset=\"utf-8\"><title>Courses</title><body>\(markup)"
    }

    private func run(
        _ folder: TemporaryFolder, _ arguments: [String] = [], environment: [String: String] = [:]
    ) async throws -> Outcome {
        let temporary = try TemporaryFolder()
        let words = ["check", "--render", "--format", "json"] + arguments + ["site"]
        let outcome = try await Command(
            arguments: words, folder: folder.root,
            environment: ["TMPDIR": temporary.root].merging(environment) { $1 }
        ).run()
        // Whatever happened, nothing is left of any browser.
        #expect(try temporary.names() == [])
        #expect(Self.processes(naming: temporary.root) == 0)
        return outcome
    }

    /// How many processes have a path in their arguments.
    private static func processes(naming path: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.count { name in
            let line = FileManager.default.contents(atPath: "/proc/\(name)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).contains("\(path)/osteolint-render")
        }
    }

    // MARK: Without a browser

    @Test(
        "Without a browser the pages are checked all the same, and that is said", arguments: [[], ["--browser", "x"]])
    func noBrowser(_ arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/a.html", Self.page("<iframe src=\"https://www.osteocom.me/embed/x?\(Self.query)u-1\">"))
        let outcome = try await run(folder, arguments + ["--fail-on", "never"], environment: ["PATH": folder.root])
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["no-browser \(arguments.last ?? "--render")"])
        #expect(try outcome.report()["embeds"].items.count == 1)
        #expect(try outcome.rules().contains("iframe-title-missing"))
        #expect(outcome.output.contains("apt install chromium"))
    }

    @Test(
        "What is of no use, or no host, is a wrong argument",
        arguments: [
            ["--browser", "x"], ["--render-timeout", "5"], ["--render-allow", "a.example"],
            ["--render", "--render-timeout", "0"], ["--render", "--render-allow", "a.example, EXCLUDE *"],
            ["--render", "--render-allow", "a.example:1"], ["--render", "--render-allow", "*"],
            ["--render", "--render-allow", "<local>"], ["--render", "--render-allow", "a;b"],
            ["--render", "--render-allow", ""],
        ])
    func usage(_ arguments: [String]) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Command(arguments: ["check"] + arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
    }

    @Test("A page from standard input is not rendered, and that is said")
    func standardInput() async throws {
        let folder = try TemporaryFolder()
        try folder.write("chromium", "#!/bin/sh\nexit 1\n")
        let outcome = try await Command(
            arguments: ["check", "--render", "--browser", "/bin/false", "--format", "json", "-"], folder: folder.root,
            input: .bytes(Array(Self.page("<script>1</script>").utf8))
        ).run()
        #expect(outcome.status == 0)
        let skipped = try outcome.report()["skipped"].items
        #expect(skipped.map { $0["reason"].text } == ["not-a-file"])
    }

    @Test("A browser that fails is told of each page, and a page without scripts needs none")
    func failingBrowser() async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/a.html", Self.page("<script>1</script>"))
        try folder.write("site/b.html", Self.page("<p>nothing to run</p>"))
        let outcome = try await run(folder, ["--browser", "/bin/false"])
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["not-rendered site/a.html"])
    }

    @Test("Ctrl-C ends a browser that would never end, and leaves nothing behind")
    func interruption() async throws {
        let (folder, temporary) = (try TemporaryFolder(), try TemporaryFolder())
        try folder.write("site/a.html", Self.page("<script>1</script>"))
        mkfifo(folder.path("started"), 0o600)
        try folder.write("chromium", "#!/bin/sh\necho $$ > started\nwhile :; do sleep 1; done\n")
        chmod(folder.path("chromium"), 0o700)
        let run = try Command(
            arguments: ["check", "--render", "--browser", "./chromium", "site"], folder: folder.root,
            environment: ["TMPDIR": temporary.root]
        ).start()
        let path = folder.path("started")
        let line = try await OwnThread.run {
            let pipe = try FileHandle(forReadingFrom: URL(filePath: path))
            return String(decoding: try pipe.readToEnd() ?? Data(), as: UTF8.self)
        }
        run.send(SIGINT)
        let outcome = try await run.end()
        #expect(outcome.status == 130)
        let browser = try #require(pid_t(line.trimmingCharacters(in: .newlines)))
        #expect(kill(browser, 0) != 0)
        #expect(try temporary.names() == [])
    }

    // MARK: With a browser

    @Test("Embeds that scripts add are judged with those of the source", .enabled(if: Chromium.find() != nil))
    func embeds() async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "origins: [https://lms.partner.com]\n")
        let source = "<iframe title=Course src=\"https://www.osteocom.me/embed/course?\(Self.query)u-1\"></iframe>"
        try folder.write("site/courses/a.html", Self.page(source + "<script type=module src=/assets/app.js></script>"))
        try folder.write("site/assets/app.js", "import {user} from './user.js'; \(Self.adding("user"))")
        try folder.write("site/assets/user.js", "export const user = (await (await fetch('/user.json')).json()).id")
        try folder.write("site/user.json", #"{"id": "undefined"}"#)
        let outcome = try await run(folder)
        #expect(outcome.status == 1)
        let report = try outcome.report()
        #expect(
            report["embeds"].items.map { $0["url"].text?.hasPrefix("https://www.osteocom.me/embed/course") } == [
                true, true,
            ])
        #expect(report["embeds"].items.map { $0["rendered"] == .bool(true) } == [false, true])
        let finding = try #require(report["findings"].items.first { $0["rule"].text == "partner-user-id-placeholder" })
        #expect(finding["path"].text == "site/courses/a.html")
        #expect(finding["line"] == .null)
        #expect(finding["column"] == .null)
        #expect(finding["rendered"] == .bool(true))
        #expect(finding["embed"] == .integer(1))
        #expect(finding["snippet"].text?.hasPrefix("<iframe title=\"Course\"") == true)
        #expect(try outcome.failures() == [])
        try folder.write("report.json", Array(outcome.data))
        let again = try await folder.osteolint("report", "--format", "json", "report.json").report()
        #expect(again["embeds"] == report["embeds"])
        #expect(again["findings"] == report["findings"])
    }

    @Test("The text says where it comes from", .enabled(if: Chromium.find() != nil))
    func text() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", Self.page("<script>\(Self.adding("window.user"))</script>"))
        let outcome = try await folder.osteolint("check", "--render", "a.html")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("  --> a.html (rendered)\n   |\n   | <iframe title="))
        #expect(outcome.output.contains("(in the rendered page)"))
    }

    @Test("A page thinks that it is served from the declared origin", .enabled(if: Chromium.find() != nil))
    func origin() async throws {
        let folder = try TemporaryFolder()
        try folder.write(".osteolint.yml", "origins: [https://lms.partner.com:8443]\n")
        try folder.write(
            "site/index.html", Self.page("<script>\(Self.adding("location.host + location.pathname"))</script>"))
        let report = try await run(folder, ["--reveal", "--fail-on", "never"]).report()
        #expect(report["embeds"].items.map { $0["partnerUserId"].text } == ["lms.partner.com:8443/"])
        #expect(!report["findings"].items.contains { $0["rule"].text == "embed-insecure-scheme" })
    }

    @Test("The same bytes whatever the number of jobs", .enabled(if: Chromium.find() != nil))
    func jobs() async throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "c"] {
            try folder.write("site/\(name).html", Self.page("<script>\(Self.adding("'\(name)'"))</script>"))
        }
        let (one, two) = (try await run(folder, ["--jobs", "1"]), try await run(folder, ["--jobs", "2"]))
        #expect(one.output == two.output)
        #expect(try one.report()["embeds"].items.count == 3)
    }

    @Test("Scripts reach no other server, by whatever name, address or protocol", .enabled(if: Chromium.find() != nil))
    func canary() async throws {
        let folder = try TemporaryFolder()
        try await LoopbackServer.serving(.plain, respond: { _ in [.close] }) { canary in
            let port = canary.port
            let script = """
                const hosts = ['127.0.0.1', 'localhost', '[::1]', '127.1', '0.0.0.0', 'a.localhost', '169.254.169.254'];
                for (const host of hosts) {
                    const url = `http://${host}:\(port)/`;
                    fetch(url).catch(() => {}); fetch(url, {mode: 'no-cors'}).catch(() => {});
                    for (const name of ['img', 'script', 'iframe']) {
                        const element = document.createElement(name); element.src = url; document.body.append(element);
                    }
                    const style = document.createElement('link'); style.rel = 'stylesheet'; style.href = url;
                    const early = document.createElement('link'); early.rel = 'preconnect'; early.href = url;
                    document.head.append(style, early);
                    navigator.sendBeacon(url, 'x');
                    try { new WebSocket(`ws://${host}:\(port)/`); } catch {}
                    try { new EventSource(url); } catch {}
                    try { new WebTransport(`https://${host}:\(port)/`).ready.catch(() => {}); } catch {}
                    try {
                        const servers = [
                            {urls: `turn:${host}:\(port)?transport=tcp`, username: 'a', credential: 'b'},
                            {urls: `stun:${host}:\(port)`}];
                        const peer = new RTCPeerConnection({iceServers: servers}); peer.createDataChannel('x');
                        peer.createOffer().then(offer => peer.setLocalDescription(offer));
                    } catch {}
                }
                open('http://127.0.0.1:\(port)/'); alert('x'); confirm('x'); prompt('x'); print();
                navigator.serviceWorker.register('/worker.js').catch(() => {});
                document.body.dataset.port = location.port;
                setTimeout(() => { \(Self.adding("'null'")) }, 3000);
                """
            try folder.write("site/a.html", Self.page("<script>\(script)</script>"))
            try folder.write("site/worker.js", "fetch('http://127.0.0.1:\(port)/').catch(() => {})")
            let outcome = try await run(folder)
            #expect(outcome.status == 1)
            #expect(try outcome.rules().contains("partner-user-id-placeholder"))
            #expect(try outcome.failures() == [])
            #expect(canary.log.connections == 0)
        }
    }

    @Test("A host that is allowed is reached", .enabled(if: Chromium.find() != nil))
    func allowed() async throws {
        let folder = try TemporaryFolder()
        try await LoopbackServer.serving(
            .plain, respond: { _ in [.respond(200, [("Access-Control-Allow-Origin", "*")], body: Array("null".utf8))] }
        ) { server in
            let script = """
                fetch('\(server.url("/user"))').then(answer => answer.text()).then(user => { \(Self.adding("user")) });
                """
            try folder.write("site/a.html", Self.page("<script>\(script)</script>"))
            let outcome = try await run(folder, ["--render-allow", "127.0.0.1"])
            #expect(try outcome.rules().contains("partner-user-id-placeholder"))
            #expect(server.log.targets == ["/user"])
        }
    }

    @Test(
        "A page that goes elsewhere within the site, again and again, is still itself",
        .enabled(if: Chromium.find() != nil),
        arguments: [
            "location = '/b.html'", "location.reload()",
            "setInterval(() => { location = '/b.html?' + Math.random() }, 1)",
            "open('/b.html')", "document.body.innerHTML += '<meta http-equiv=refresh content=\"0;url=/b.html\">'",
        ])
    func moves(_ script: String) async throws {
        let folder = try TemporaryFolder()
        try folder.write("site/a.html", Self.page("<script>\(Self.adding("'null'")); \(script)</script>"))
        try folder.write("site/b.html", Self.page("<p>another page</p>"))
        let outcome = try await run(folder)
        #expect(try outcome.failures() == [])
        #expect(try outcome.rules().contains("partner-user-id-placeholder"))
    }

    @Test(
        "A page that gives nothing of itself back is a failure, never a pass", .enabled(if: Chromium.find() != nil),
        arguments: [
            ("location = 'https://elsewhere.example/'", "not-rendered"),
            ("location = 'http://127.0.0.1:1/'", "not-rendered"),
            ("location = 'about:blank'", "not-rendered"), ("for (;;) {}", "timed-out"),
        ])
    func lost(_ script: String, _ reason: String) async throws {
        let folder = try TemporaryFolder()
        let page = "<iframe title=Course src=\"https://www.osteocom.me/embed/course?\(Self.query)null\"></iframe>"
        try folder.write("site/a.html", Self.page("\(page)<script>\(script)</script>"))
        let outcome = try await run(folder, ["--render-timeout", "4"])
        #expect(try outcome.failures() == ["\(reason) site/a.html"])
        #expect(try outcome.rules().contains("partner-user-id-placeholder"))
    }

    @Test("A page that never rests is cut and still judged", .enabled(if: Chromium.find() != nil))
    func busy() async throws {
        let folder = try TemporaryFolder()
        let script = "setInterval(() => { document.title += '.' }, 5); \(Self.adding("'null'"))"
        try folder.write("site/a.html", Self.page("<script>\(script)</script>"))
        let outcome = try await run(folder)
        #expect(try outcome.failures() == [])
        #expect(try outcome.rules().contains("partner-user-id-placeholder"))
    }
}

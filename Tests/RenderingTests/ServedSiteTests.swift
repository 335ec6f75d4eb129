import Foundation
import ProgramRuns
import Testing

@testable import OsteolintRendering

@Suite("What the server of a rendered page hands out")
struct ServedSiteTests {
    private static let page = SitePage(name: Array("courses/a.html".utf8), bytes: Array("<p>page".utf8), charset: nil)

    private func site(_ folder: TemporaryFolder) throws -> ServedSite {
        try folder.write("app.js", "app")
        try folder.write("data/index.html", "data")
        try folder.write("courses/style.css", "css")
        try folder.write("courses/Übung.json", "{}")
        try folder.write("_headers", "secret")
        try folder.write(".htaccess", "secret")
        try folder.write(".env", "secret")
        try folder.write(".git/config", "secret")
        try folder.write(".well-known/x.json", "{}")
        try folder.link("inner.js", to: "app.js")
        return ServedSite(Self.page, in: SiteFolder(path: Array(folder.root.utf8)))
    }

    private static func ask(
        _ site: ServedSite, _ target: String, method: String = "GET", isDocument: Bool = false,
        isSpeculative: Bool = false
    ) -> ServedSite.Answer {
        site.answer(
            to: ServedSite.Question(
                method: method, target: target, isDocument: isDocument, isSpeculative: isSpeculative))
    }

    @Test("Files of the folder, with their types")
    func files() throws {
        let folder = try TemporaryFolder()
        let site = try site(folder)
        let script = Self.ask(site, "/app.js?v=3")
        #expect(script == .init(status: 200, type: "text/javascript; charset=utf-8", bytes: Array("app".utf8)))
        #expect(Self.ask(site, "/courses/style.css").type == "text/css; charset=utf-8")
        #expect(Self.ask(site, "/courses/%C3%9Cbung.json").type == "application/json")
        #expect(Self.ask(site, "/data/") == .init(status: 200, type: "text/html", bytes: Array("data".utf8)))
        #expect(Self.ask(site, "/.well-known/x.json").status == 200)
        #expect(Self.ask(site, "/inner.js").bytes == Array("app".utf8))
        #expect(site.files.contains("app.js"))
        #expect(site.files.contains("courses/Übung.json"))
    }

    @Test(
        "Nothing hidden, nothing meant for the hosting service, and no way out of the folder",
        arguments: [
            "/_headers", "/.htaccess", "/.env", "/.git/config", "/../etc/passwd", "/%2e%2e/etc/passwd",
            "/courses/..%2f..%2fetc%2fpasswd", "/courses/../app.js", "//etc/passwd", "/etc/passwd", "/courses", "/x.js",
            "/app.js%00", "app.js", "", "/%FF.js", "/app.js/", "/courses/%2Fetc%2Fpasswd",
        ])
    func refused(_ target: String) throws {
        let folder = try TemporaryFolder()
        let site = try site(folder)
        #expect(Self.ask(site, target) == .init(status: 404))
        #expect(site.files.isEmpty)
    }

    @Test("Symbolic links lead nowhere outside")
    func links() throws {
        let (folder, outside) = (try TemporaryFolder(), try TemporaryFolder())
        try outside.write("secret.js", "secret")
        let site = try site(folder)
        try folder.link("file.js", to: outside.path("secret.js"))
        try folder.link("folder", to: outside.root)
        try folder.link("up", to: "..")
        try folder.link("loop.js", to: "loop.js")
        for target in [
            "/file.js", "/folder/secret.js", "/up/\(outside.root.split(separator: "/").last ?? "")/secret.js",
        ] {
            #expect(Self.ask(site, target).status == 404)
        }
        #expect(Self.ask(site, "/loop.js").status == 404)
    }

    @Test("A pipe and a folder are no files")
    func pipe() throws {
        let folder = try TemporaryFolder()
        let site = try site(folder)
        mkfifo(folder.path("pipe.js"), 0o600)
        try folder.makeFolder("folder.js")
        #expect(Self.ask(site, "/pipe.js").status == 404)
        #expect(Self.ask(site, "/folder.js").status == 404)
    }

    @Test("The page is handed out once as the document; whoever leads it elsewhere stays where he is")
    func document() throws {
        let folder = try TemporaryFolder()
        let site = try site(folder)
        #expect(!site.wasHandedOut)
        #expect(Self.ask(site, "/data/", isDocument: true).status == 204)
        let page = Self.ask(site, "/courses/a.html?x=1", isDocument: true)
        #expect(page == .init(status: 200, type: "text/html", bytes: Array("<p>page".utf8)))
        #expect(site.wasHandedOut)
        #expect(Self.ask(site, "/courses/a.html", isDocument: true).status == 204)
        #expect(Self.ask(site, "/courses/a.html").bytes == Array("<p>page".utf8))
    }

    @Test("Only what is read is answered")
    func methods() throws {
        let folder = try TemporaryFolder()
        let site = try site(folder)
        #expect(Self.ask(site, "/app.js", method: "POST").status == 405)
        #expect(Self.ask(site, "/app.js", method: "HEAD").status == 200)
        #expect(Self.ask(site, "/app.js", isSpeculative: true).status == 503)
    }

    @Test(
        "The path of a page is that of its URL",
        arguments: [
            ("index.html", "/"), ("courses/index.html", "/courses/"), ("/a b.html", "/a%20b.html"),
            ("x?y#z%.html", "/x%3Fy%23z%.html"), ("ü.html", "/%C3%BC.html"),
        ])
    func paths(_ name: String, _ path: String) {
        #expect(SitePage(name: Array(name.utf8), bytes: [], charset: nil).path == path)
    }

    @Test("The encoding that the user named goes with the page")
    func charset() {
        #expect(SitePage(name: [], bytes: [], charset: "windows-1252").type == "text/html; charset=windows-1252")
    }
}

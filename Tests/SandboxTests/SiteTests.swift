import ProgramRuns
import Foundation
import NIOHTTP1
import Testing

@testable import osteocom_sandbox

@Suite("Partners' pages")
struct SiteTests {
    private static let page = #"<iframe src="{{sandbox}}/embed/x?clientId={{id}}"></iframe>{{sandbox}}"#

    /// A folder with the pages of one site, and with what must not be handed out.
    private func pages() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("pages/index.html", Self.page)
        try folder.write("pages/latin.htm", [0x7B, 0xE9] + Array("{{sandbox}}".utf8))
        try folder.write("pages/a b/index.html", "<p>inner")
        try folder.write("pages/style.css", "a { b: '{{sandbox}}' }")
        try folder.write("pages/picture.png", [0x89, 0x50, 0x4E, 0x47])
        try folder.write("pages/data.unknown", "x")
        try folder.write("pages/.hidden", "x")
        try folder.write("pages-of-others/secret.html", "secret")
        try folder.write("secret.html", "secret")
        return folder
    }

    /// A sandbox with that site.
    private func sandbox() async throws -> Sandbox {
        try await Sandbox(
            SampleScenario.behaving("status: 503") + "sites: { LMS.partner.example: pages }\n", folder: try pages())
    }

    private let asking = Asking(host: "lms.partner.example")

    @Test("A page with the sandbox's origin filled in; behaviours are Osteocom's alone", arguments: [false, true])
    func page(_ isHTTP2: Bool) async throws {
        let sandbox = try await sandbox()
        var asking = asking
        asking.isHTTP2 = isHTTP2
        let answer = try await sandbox.answer("/", asking)
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == ["text/html"])
        #expect(answer.body == Self.page.replacing("{{sandbox}}", with: sandbox.origin))
        #expect(answer.policies.isEmpty)
        #expect(try await sandbox.answer("/").status == 503)
    }

    @Test(
        "Media types, and bytes as they are",
        arguments: [
            ("/style.css", "text/css; charset=utf-8", Array("a { b: '{{sandbox}}' }".utf8)),
            ("/picture.png", "image/png", [0x89, 0x50, 0x4E, 0x47]),
            ("/data.unknown", "application/octet-stream", [0x78]),
            ("/a%20b/?query", "text/html", Array("<p>inner".utf8)),
        ])
    func types(_ target: String, _ type: String, _ bytes: [UInt8]) async throws {
        let answer = try await sandbox().answer(target, asking)
        #expect(answer["Content-Type"] == [type])
        #expect(answer.bytes == bytes)
    }

    @Test("A page in another encoding keeps its bytes")
    func encoding() async throws {
        let sandbox = try await sandbox()
        #expect(try await sandbox.answer("/latin.htm", asking).bytes == [0x7B, 0xE9] + Array(sandbox.origin.utf8))
    }

    @Test("A folder without its slash leads to the one with it")
    func folder() async throws {
        let answer = try await sandbox().answer("/a%20b", asking)
        #expect(answer.status == 301)
        #expect(answer["Location"] == ["/a%20b/"])
    }

    @Test(
        "Nothing from outside the folder, nothing hidden",
        arguments: [
            "/none.html", "/index.html/", "/.hidden", "/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html",
            "/a%20b/../../secret.html", "/..%2Fpages-of-others/secret.html", "/%00", "/index.html%00", "/a%20b/%ff",
            "//../secret.html", "/./index.html",
        ])
    func outside(_ path: String) throws {
        let folder = try pages()
        let files = SiteFiles(root: folder.path("pages"))
        withExtendedLifetime(folder) {
            #expect(files.answer(to: "/index.html") == .file(type: "text/html", bytes: Array(Self.page.utf8)))
            #expect(files.answer(to: path) == .notFound)
        }
    }

    @Test("A symbolic link that leads out of the folder is not followed")
    func link() async throws {
        let sandbox = try await sandbox()
        let folder = sandbox.folder
        guard symlink(folder.path("secret.html"), folder.path("pages/link.html")) == 0 else {
            throw SystemError("symlink")
        }
        #expect(try await sandbox.answer("/link.html", asking).status == 404)
    }

    @Test("HEAD and other methods")
    func methods() async throws {
        let sandbox = try await sandbox()
        var asking = asking
        asking.method = .HEAD
        let head = try await sandbox.answer("/style.css", asking)
        #expect(head["Content-Length"] == ["22"])
        #expect(head.bytes.isEmpty)
        asking.method = .POST
        #expect(try await sandbox.answer("/style.css", asking).status == 405)
    }
}

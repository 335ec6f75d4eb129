import HostingFiles
import OsteolintCore
import Testing

@Suite("Hosting files that mean harm")
struct HostileFileTests {
    private static let names = ["_headers", "netlify.toml", "vercel.json", ".htaccess", "nginx.conf"]

    @Test("A file that is too large is said to be", arguments: names)
    func large(_ name: String) throws {
        let bytes = [UInt8](repeating: 0x20, count: HostingDocument.limit + 1)
        let error = try #require(throws: HostingFault.self) { try SampleSite.read(name, bytes) }
        #expect(error.reason == .tooLarge)
        #expect(error.message.hasPrefix("larger than 1048576 bytes; "))
    }

    @Test("Bytes of any kind are read or refused", arguments: names)
    func noise(_ name: String) {
        var state: UInt64 = 88_172_645_463_325_252
        let signs = Array(#"/*:!"'\{}[]()<>#;=$%,. aF09"#.utf8) + [0x0A, 0x0D, 0x09, 0x00, 0xFF, 0xC3]
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return signs[Int(state % UInt64(signs.count))]
            }
            guard let document = try? SampleSite.read(name, bytes) else { continue }
            let files = HostingDocument.files([document], of: HostedSite(pages: [], origins: []))
            for file in files { _ = file.judgement(of: HostedPage(path: "a.html", sitePath: "a.html")) }
        }
    }

    @Test("A line that is continued without end is read at once")
    func continued() throws {
        let text = String(repeating: "a\\\n", count: 300_000) + "\nHeader set Content-Security-Policy x\n"
        #expect(try SampleSite([".htaccess": text]).fields(of: "a.html") == ["300002:36-300002:37 x"])
    }

    @Test("More rules than a site has are refused")
    func manyRules() throws {
        let rule = "/*\n  Content-Security-Policy: x\n"
        let error = try #require(throws: HostingFault.self) {
            try SampleSite(["_headers": String(repeating: rule, count: 1025)])
        }
        #expect(error.reason == .tooComplex)
        let fields = "/*\n" + String(repeating: "  Content-Security-Policy: x\n", count: 1025)
        #expect(throws: HostingFault.self) { try SampleSite(["_headers": fields]) }
        let locations = String(repeating: "location ~ (?<=a) { add_header Content-Security-Policy x; }\n", count: 1025)
        #expect(throws: HostingFault.self) { try SampleSite(["nginx.conf": locations], named: ["nginx.conf"]) }
        let other = "/*\n  X-Other: x\n"
        #expect(try SampleSite(["_headers": String(repeating: other, count: 5000)]).values(of: "a.html").isEmpty)
    }
}

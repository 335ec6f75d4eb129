import ProgramRuns
import ReportSchema
import Testing

@Suite("A site whose scripts build the embeds")
struct ScriptSiteTests {
    /// Each finding as `path:line rule`.
    private func findings(_ outcome: Outcome) throws -> [String] {
        try outcome.report()["findings"].items.map { finding in
            "\(finding["path"].text ?? ""):\(finding["line"].integer ?? 0) \(finding["rule"].text ?? "")"
        }
    }

    @Test("Bundles in the styles of several build tools are read")
    func bundles() async throws {
        let folder = try TemporaryFolder()
        try folder.write("index.html", SamplePage.plain)
        try folder.write("webpack.js", ScriptSite.webpack)
        try folder.write("esbuild.mjs", ScriptSite.esbuild)
        try folder.write("rollup.js", ScriptSite.rollup)
        let outcome = try await Command(arguments: ["--format=json", "."], folder: folder.root).run()
        #expect(outcome.status == 1)
        let found = try findings(outcome)
        #expect(found.contains("webpack.js:1 partner-user-id-volatile"))
        #expect(found.contains("webpack.js:1 embed-built-by-script"))
        #expect(found.contains("esbuild.mjs:1 client-id-malformed"))
        #expect(found.contains("rollup.js:5 parameter-misspelled"))
        #expect(found.contains { $0.hasPrefix("rollup.js:") && $0.hasSuffix("embed-built-by-script") })
        #expect(!found.contains { $0.hasSuffix("-missing") })
        let report = try outcome.report()
        for finding in report["findings"].items {
            #expect((finding["snippet"].text ?? "").count <= 400)
            #expect(finding["embed"].integer == nil)
        }
        #expect(report["embeds"].items.isEmpty)
    }

    @Test("A long bundle is read in pieces, and its findings stand where they stand")
    func long() async throws {
        let folder = try TemporaryFolder()
        let filler = String(repeating: "function f(a,b){return a/b/2>1?`${a}`:/[/]/.test(b)?{a}:[b]}", count: 1500)
        try folder.write("index.html", SamplePage.plain)
        try folder.write(
            "main.js",
            filler + "x.src='https://www.osteocom.me/embed/course?\(SamplePage.client)&\(SamplePage.product)'")
        let outcome = try await Command(arguments: ["--format=json", "."], folder: folder.root).run()
        let finding = try outcome.report()["findings"][0]
        #expect(finding["rule"].text == "partner-user-id-missing")
        #expect(finding["column"].integer == filler.count + 7)
        #expect(finding["snippet"].text?.contains("osteocom") == true)
    }

    @Test("A page's own script is read where it stands")
    func inline() async throws {
        let folder = try TemporaryFolder()
        let script =
            "x.src = 'https://www.osteocom.me/embed/course?\(SamplePage.client)&\(SamplePage.product)&partnerUserId=guest'"
        try folder.write("index.html", SamplePage.page("<p>\n<script>\n  \(script)\n</script>"))
        let outcome = try await Command(arguments: ["--format=json", "."], folder: folder.root).run()
        #expect(try findings(outcome) == ["index.html:5 partner-user-id-placeholder"])
    }
}

import ProgramRuns
import ReportSchema
import Testing

@Suite("No secret of a site stands in what a run writes about it")
struct SecretMaskingTests {
    private static let environment = "Zq8xr7T5vW2kP0xLd7NmB"
    private static let encoded = "WnE4eHI3VDV2VzJrUDB4TGQ3Tm1C"
    private static let secrets = [
        "9fQ2vLx7RmT0aKc3", "Hy6Pz1Wq8Nb4Ts0Jd5Gf", "u7Kd02mQx91LtV5s", "Jx3Rk8Vd1Mz6Qp4Lw9Tc", environment, encoded,
        "eyJzdWIiOiJrVDRtUlo4MXFMd1ljMGRYYUIyZSIsImV4cCI6MTc5ODc2MTYwMH0",
    ]
    private static let token = "eyJhbGciOiJIUzI1NiJ9.\(secrets[6]).c2lnbmF0dXJlLW9mLW5vdGhpbmc"

    /// A site with secrets in all kinds of files, each beside faults whose lines are shown.
    private static func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let filler = String(repeating: "x();", count: 300)
        try folder.write(
            "index.html",
            """
            <body data-client-secret="\(secrets[0])"><iframe src="http://www.osteocom.me/embed/c?a=\(secrets[4])"></iframe>
            <div data-p="{&quot;userAccessKey&quot;:&quot;\(secrets[2])&quot;}"></div><script>k="\(secrets[4])"</script>
            <iframe title="\(secrets[4])" src="https://www.osteocom.me/embed/c?clientSecret=\(secrets[0])"></iframe>
            <script>\(filler)o={clientSecret:'\(secrets[3])'}</script><iframe src="https://www.osteocom.me/embed/c"></iframe>
            """)
        let script = """
            \(filler)fetch("https://www.osteocom.me/sv6/contentLicensing_login",{clientSecret:"\(secrets[1])"});\
            h={Authorization:"Bearer \(token)"};tokenAuthVideo="\(token)";z="\(encoded)";
            """
        try folder.write("app.js", script)
        let escaped = script.replacing("\"", with: "\\\"")
        try folder.write("app.js.map", #"{"version":3,"sourcesContent":["\#(escaped)"],"mappings":""}"#)
        try folder.write(
            "data.json", #"{"api":"https:\/\/www.osteocom.me","client_secret":"\#(secrets[0])","k":"\#(secrets[4])"}"#)
        return folder
    }

    private static let formats = ["text", "json", "html", "sarif", "junit", "github", "gitlab", "markdown"]

    @Test("Cut in every format, with --reveal and without", arguments: [[], ["--reveal"]])
    func cut(_ options: [String]) async throws {
        let folder = try Self.site()
        let formats = Self.formats.flatMap { ["--format", "\($0)=report.\($0)"] }
        let outcome = try await Command(
            arguments: ["check", "--format", "json", "--all-places"] + formats + options + ["."], folder: folder.root,
            environment: ["OSTEOCOM_CLIENT_SECRET": Self.environment]
        ).run()
        #expect(outcome.status == 1)
        let written =
            try Self.formats.map { ($0, try folder.text("report.\($0)")) } + [
                ("output", outcome.output + outcome.errors)
            ]
        for (format, text) in written {
            for secret in Self.secrets {
                #expect(!text.contains(secret), "\(format)")
                #expect(!text.contains(secret.dropFirst(6)), "\(format)")
                #expect(!text.contains(secret.dropLast(6)), "\(format)")
            }
        }
        let paths = try outcome.report()["findings"].items.filter { $0["rule"].text == "secret-in-page" }.compactMap {
            $0["path"].text
        }
        #expect(Set(paths) == ["index.html", "app.js", "app.js.map", "data.json"])
        // The secret of the embed's URL is that rule's; the same one in the attribute is the page's.
        #expect(paths.count { $0 == "index.html" } == 4)
        #expect(paths.count { $0 == "app.js" } == 4)
        #expect(paths.count { $0 == "app.js.map" } == 4)
        #expect(paths.count { $0 == "data.json" } == 2)
    }

    @Test("The environment's secret leaves no trace in fingerprints")
    func fingerprints() async throws {
        var reports: [[String]] = []
        for secret in ["Zq8xr7T5vW2kP0xLd7NmB", "Bm7NdLx0Pk2Wv5T7rx8qZ"] {
            let folder = try TemporaryFolder()
            try folder.write("a.html", "<p>Soon</p>")
            try folder.write("a.js", "k('\(secret)')")
            let outcome = try await Command(
                arguments: ["check", "--format", "json", "."], folder: folder.root,
                environment: ["OSTEOCOM_CLIENT_SECRET": secret]
            ).run()
            let findings = try outcome.report()["findings"].items
            #expect(findings.map { $0["rule"].text } == ["secret-in-page"])
            reports.append(findings.compactMap { $0["fingerprint"].text })
        }
        #expect(reports[0] == reports[1])
    }

    @Test("With and without the scan before reading the same is found")
    func prescan() async throws {
        let folder = try Self.site()
        try folder.write("lone.js", "x='\(Self.token)';tokenAuthVideo='Jx3Rk8Vd1Mz6Qp4Lw9Tc'")
        try folder.write("known.html", "<p>\(Self.environment)</p>")
        var found: [[String]] = []
        for options in [[], ["--no-prescan"]] {
            let outcome = try await Command(
                arguments: ["check", "--format", "json"] + options + ["."], folder: folder.root,
                environment: ["OSTEOCOM_CLIENT_SECRET": Self.environment]
            ).run()
            found.append(
                try outcome.report()["findings"].items.map {
                    "\($0["path"].text ?? "") \($0["line"].integer ?? 0) \($0["message"].text ?? "")"
                })
        }
        #expect(found[0] == found[1])
        #expect(found[0].contains { $0.hasPrefix("lone.js") })
        #expect(found[0].contains { $0.hasPrefix("known.html") })
    }
}

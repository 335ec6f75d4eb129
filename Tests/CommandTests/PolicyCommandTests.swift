import ProgramRuns
import ReportSchema
import Testing

@Suite("policy: one question")
struct PolicyCommandTests {
    private static let embed = "https://www.osteocom.me/embed/card?partnerUserId=u-1"

    private func policy(
        _ arguments: String..., input: Command.Input = .nothing, folder: TemporaryFolder? = nil
    ) async throws -> Outcome {
        let folder = try folder ?? TemporaryFolder()
        return try await Command(
            arguments: ["policy", "--embed-url", Self.embed] + arguments, folder: folder.root, input: input
        ).run()
    }

    @Test("Text: the verdict, the proof, and what to do; status 1 when blocked")
    func blocked() async throws {
        let outcome = try await policy(
            "--header", "Content-Security-Policy: frame-ancestors 'self' *.partner.com",
            "--ancestor", "https://partner.com")
        #expect(outcome.status == 1 && outcome.errors.isEmpty)
        #expect(
            outcome.output == """
                blocked: policy 1 does not let https://partner.com show the embed

                  1. policy 1 does not let https://partner.com in: `'self'` is another host; `*.partner.com` stands for \
                hosts below this one, not for this host itself

                Send this to Osteocom, to be allowed as it stands: https://partner.com

                """)
    }

    @Test("JSON: all members, null where no header decides")
    func json() async throws {
        let silent = try await policy("--ancestor=https://a.example", "--ancestor=null", "--format=json")
        #expect(silent.status == 0)
        let proof = try JSONValue(silent.data)
        #expect(proof["schemaVersion"].integer == 1 && proof["verdict"].text == "allowed")
        #expect(proof["decidedBy"] == .null && proof["browserDependent"] == .bool(false))
        #expect(proof["hops"] == .array([]) && proof["steps"].items.count == 1)
        let decided = try await policy(
            "--header=content-security-policy : frame-ancestors wss://lms.partner.com https://lms.partner.com",
            "--ancestor=https://lms.partner.com", "--format=json")
        let decider = try JSONValue(decided.data)["decidedBy"]
        #expect(decider["policy"].integer == 0 && decider["expression"].text == "https://lms.partner.com")
        let options = try await policy("--header=X-Frame-Options:DENY", "--ancestor=https://a.example", "--format=json")
        #expect(options.status == 1)
        #expect(try JSONValue(options.data)["decidedBy"]["value"].text == "DENY")
    }

    private static let saved = """
        HTTP/1.1 200 Connection established\r
        \r
        HTTP/1.1 100 Continue\r
        \r
        HTTP/1.1 302 Found\r
        Location: /embed/card2\r
        X-Frame-Options: DENY\r
        \r
        HTTP/2 200 \r
        content-security-policy: frame-ancestors\r
         https://lms.partner.com\r
        \r
        <p>
        HTTP/1.1 200 OK
        X-Frame-Options: DENY

        """

    @Test("A saved answer: the last head counts, its body is none, folded lines are one", arguments: [true, false])
    func response(_ hasCarriageReturns: Bool) async throws {
        let text = hasCarriageReturns ? Self.saved : Self.saved.replacing("\r\n", with: "\n")
        let folder = try TemporaryFolder()
        try folder.write("head.txt", text)
        let arguments = ["--ancestor", "https://lms.partner.com", "--format", "json"]
        for outcome in [
            try await policy(
                "--response", "head.txt", arguments[0], arguments[1], arguments[2], arguments[3], folder: folder),
            try await policy(
                "--response", "-", arguments[0], arguments[1], arguments[2], arguments[3],
                input: .bytes(Array(text.utf8))),
        ] {
            #expect(outcome.status == 0, "\(outcome.errors)")
            let proof = try JSONValue(outcome.data)
            #expect(proof["decidedBy"]["expression"].text == "https://lms.partner.com")
            #expect(proof["hops"].items.map { $0["status"].integer } == [302, 200])
            #expect(proof["hops"][1]["url"].text == "https://www.osteocom.me/embed/card2")
        }
    }

    @Test("Saved bytes that are not UTF-8 are read as they are, and nothing raw reaches the terminal")
    func bytes() async throws {
        let folder = try TemporaryFolder()
        let head = "HTTP/1.1 200 OK\nContent-Security-Policy: frame-ancestors 'none'"
        try folder.write("head", Array(head.utf8) + [0xE9, 0x0A, 0x0A])
        let dropped = try await policy("--response", "head", "--ancestor", "https://a.example", folder: folder)
        #expect(dropped.status == 0)
        #expect(dropped.output.contains("(U+00E9)"))
        let raw = try await policy(
            "--header", "X-Frame-Options: \u{1B}[31m\u{202E}DENY", "--ancestor", "https://a.example")
        #expect(raw.output.contains(#"\u{1B}[31m\u{202E}DENY"#))
        #expect(!raw.output.contains("\u{1B}") && !raw.output.contains("\u{202E}"))
    }

    @Test("Formats go to files, and both at once")
    func files() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await policy(
            "--ancestor", "https://a.example", "--format", "json=proof.json", "--format", "text", folder: folder)
        #expect(outcome.output.hasPrefix("allowed: no header keeps https://a.example from showing the embed\n"))
        #expect(try JSONValue(folder.read("proof.json"))["verdict"].text == "allowed")
    }

    /// Arguments, and what standard error says.
    private static let faults: [(arguments: [String], message: String)] = [
        (["--ancestor=https://a.b"], "--embed-url is missing: write the URL of the frame"),
        (
            ["--embed-url=https://a.b"],
            "--ancestor is missing: write the origin of the page, such as https://lms.partner.com"
        ),
        (
            ["--embed-url=a.b", "--ancestor=null"],
            "embed URL a.b: is no http or https URL; write it whole, with https://"
        ),
        (
            ["--embed-url=https://a.b", "--ancestor=https://LMS.partner.com:443/"],
            "ancestor https://LMS.partner.com:443/: is no serialised origin; write https://lms.partner.com"
        ),
        (
            ["--embed-url=https://a.b", "--ancestor=lms.partner.com"],
            "ancestor lms.partner.com: is no serialised origin; write https://lms.partner.com"
        ),
        (
            ["--embed-url=https://a.b", "--ancestor=null", "--header=DENY"],
            "--header DENY: has no name and colon; write it as 'X-Frame-Options: DENY'"
        ),
        (["--embed-url=https://a.b", "--ancestor=null", "--response=gone"], "gone: no such file"),
        (
            ["--embed-url=https://a.b", "--ancestor=null", "--response=-"],
            "-: holds no response head; save one with `curl -sLD - -o /dev/null URL`, from its line `HTTP/1.1 200 OK` on"
        ),
        (
            ["--embed-url=https://a.b", "--ancestor=null", "--format=json", "--format=text"],
            "two formats for standard output; give one a file, such as --format json=report.json"
        ),
        (["--batch=-", "--ancestor=null"], "--batch takes everything from its lines; leave the other options out"),
        (["--batch=gone"], "gone: no such file"), (["--batch=."], ".: is a folder"),
        (
            ["--embed-url=https://a.b", "--ancestor=\u{1B}[2J\u{202E}"],
            #"ancestor \u{1B}[2J\u{202E}: is no serialised origin; write one such as https://lms.partner.com, or null"#
        ),
    ]

    @Test("Wrong use is told in one line, with status 64", arguments: faults)
    func wrongUse(_ sample: (arguments: [String], message: String)) async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Command(arguments: ["policy"] + sample.arguments, folder: folder.root).run()
        #expect(outcome.status == 64 && outcome.output.isEmpty)
        #expect(outcome.errors == "osteolint: \(sample.message)\n")
    }
}

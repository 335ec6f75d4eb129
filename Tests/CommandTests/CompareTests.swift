import Foundation
import ProgramRuns
import ReportSchema
import Testing

@Suite("osteolint compare")
struct CompareTests {
    private static let client = SamplePage.client
    private static let product = SamplePage.product
    private static let first = "9c1f0f5e-3f53-4a51-8c0e-5a1d8f6f2b11"
    private static let second = "0b7e4c2a-77d4-4b0e-9a53-1f6f0de8c3aa"

    /// A page with one embed for a user.
    private static func page(_ user: String, product: String = SamplePage.product) -> String {
        SamplePage.page(SamplePage.embed("\(client)&amp;\(product)&amp;partnerUserId=\(user)"))
    }

    /// A folder with renders `a` and `b` of a page for these users.
    private func renders(_ before: String, _ after: String) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write("a/courses/page.html", Self.page(before))
        try folder.write("b/courses/page.html", Self.page(after))
        return folder
    }

    @Test("The same id in both renders passes")
    func stable() async throws {
        let folder = try renders("u-48213", "u-48213")
        let outcome = try await folder.osteolint("compare", "a", "b")
        #expect(outcome.status == 0)
        #expect(outcome.output == "passed: no findings; 2 Osteocom embeds in 2 pages of two renders\n")
        #expect(outcome.errors.isEmpty)
    }

    @Test("An id that changes fails, at the value in the second render, with that of the first beside it")
    func unstable() async throws {
        let folder = try renders(Self.first, Self.second)
        let outcome = try await folder.osteolint("compare", "a", "b", "--format", "json")
        #expect(outcome.status == 1)
        let report = try outcome.report()
        #expect(report["command"].text == "compare")
        #expect(report["summary"]["files"].integer == 2)
        let paths = report["embeds"].items.compactMap { $0["path"].text }
        #expect(paths == ["a/courses/page.html", "b/courses/page.html"])
        #expect(try outcome.rules() == ["partner-user-id-unstable"])
        let finding = report["findings"][0]
        #expect(finding["severity"].text == "error")
        #expect(finding["path"].text == "b/courses/page.html")
        #expect(finding["line"].integer == 3)
        #expect(finding["embed"].integer == 1)
        #expect(finding["related"][0]["path"].text == "a/courses/page.html")
        #expect(finding["related"][0]["column"] == finding["column"])
        #expect(finding["message"].text?.contains("UUID (version 4)") == true)
    }

    private static let formats = ["text", "json", "html", "sarif", "junit", "github", "gitlab", "markdown"]

    @Test("No format shows an id, unless it is asked for", arguments: formats)
    func masking(_ format: String) async throws {
        let folder = try renders(Self.first, Self.second)
        let outcome = try await folder.osteolint("compare", "a", "b", "--format", format)
        for id in [Self.first, Self.second] { #expect(!outcome.output.contains(id)) }
        let revealed = try await folder.osteolint("compare", "a", "b", "--format", format, "--reveal")
        #expect(revealed.errors == "osteolint: --reveal: the report shows users' ids in clear\n")
        if ["text", "json", "html"].contains(format) { #expect(revealed.output.contains(Self.second)) }
    }

    @Test("For two users the same id is the fault")
    func differentUsers() async throws {
        let folder = try renders("u-48213", "u-48213")
        let outcome = try await folder.osteolint("compare", "a", "b", "--different-users")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("two users get the same partnerUserId"))
        let other = try renders("u-48213", "u-48214")
        #expect(try await other.osteolint("compare", "a", "b", "--different-users").status == 0)
        #expect(try await other.osteolint("compare", "a", "b").status == 1)
    }

    @Test("Two pages are compared whatever they are called, pipes too")
    func pages() async throws {
        let folder = try TemporaryFolder()
        try folder.write("monday.html", Self.page("visitor-1041"))
        try folder.write("tuesday.txt", Self.page("visitor-1042"))
        let outcome = try await folder.osteolint("compare", "monday.html", "tuesday.txt")
        #expect(outcome.status == 1)
        #expect(outcome.output.contains("partnerUserId holds a counter"))
        try folder.write("same.sh", #""$1" compare <(cat monday.html) <(cat monday.html)"#)
        let piped = try await ForeignProgram.bash.run("same.sh", Command.binary, in: folder)
        #expect(piped.status == 0, "\(piped.errors)")
        #expect(piped.output.contains("2 Osteocom embeds in 2 pages of two renders"))
    }

    @Test("Nothing else is judged: that is check's business")
    func otherRules() async throws {
        let folder = try TemporaryFolder()
        for render in ["a", "b"] {
            try folder.write("\(render)/1.html", SamplePage.faulty)
            try folder.write("\(render)/2.html", SamplePage.untitled)
            try folder.write("\(render)/app.js", "var clientSecret = 'https://www.osteocom.me/'")
        }
        #expect(try await folder.osteolint("compare", "a", "b").status == 0)
    }

    @Test("What cannot be compared is said, and does not pass")
    func notComparable() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a/1.html", Self.page("u-1"))
        try folder.write("b/1.html", SamplePage.plain)
        try folder.write("a/2.html", Self.page("u-1"))
        try folder.write("b/3.html", Self.page("u-1"))
        try folder.write("a/4.html", Self.page("{{ user.id }}"))
        try folder.write("b/4.html", Self.page("u-1"))
        try folder.write("a/5.html", SamplePage.plain)
        let outcome = try await folder.osteolint("compare", "a", "b", "--format=json")
        #expect(outcome.status == 2)
        #expect(
            try outcome.failures() == [
                "not-comparable a/1.html", "not-comparable a/2.html", "not-comparable a/4.html",
                "not-comparable b/3.html",
            ])
        #expect(try await folder.osteolint("compare", "a", "b", "--inconclusive", "pass").status == 0)
        for format in Self.formats {
            #expect(try await folder.osteolint("compare", "a", "b", "--format", format).status == 2)
        }
    }

    @Test("Renders without a page, or without one in common, were not compared")
    func noInput() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a/1.html", Self.page("u-1"))
        try folder.write("b/2.html", Self.page("u-1"))
        try folder.makeFolder("empty")
        try folder.write("app.js", "")
        let disjoint = try await folder.osteolint("compare", "a", "b", "--format=json")
        #expect(disjoint.status == 2)
        #expect(try disjoint.failures() == ["no-input a b"])
        let empty = try await folder.osteolint("compare", "a", "empty", "--format=json")
        #expect(empty.status == 2)
        #expect(try empty.failures() == ["no-input empty"])
        #expect(try await folder.osteolint("compare", "app.js", "a/1.html").status == 2)
        #expect(try await folder.osteolint("compare", "a", "b", "--include", "*.php", "--format=json").status == 2)
    }

    @Test("A page that cannot be read is one failure, not two")
    func unreadable() async throws {
        let folder = try renders("u-1", "u-1")
        try folder.write("b/courses/page.html", [0x1F, 0x8B, 0x08, 0x00])
        let outcome = try await folder.osteolint("compare", "a", "b", "--format=json")
        #expect(outcome.status == 2)
        #expect(try outcome.failures() == ["not-text b/courses/page.html"])
    }

    @Test("A render in the folder of the other is not a part of it", arguments: [true, false])
    func nested(_ isFirst: Bool) async throws {
        let folder = try TemporaryFolder()
        try folder.write("page.html", Self.page("u-1"))
        try folder.write("before/page.html", Self.page("u-1"))
        let arguments = isFirst ? ["before", "."] : [".", "./before/"]
        let outcome = try await Command(
            arguments: ["compare", "--format=json"] + arguments, folder: folder.root
        ).run()
        #expect(outcome.status == 0, "\(outcome.output)")
        #expect(try outcome.report()["summary"]["files"].integer == 2)
    }

    @Test("The configuration counts: globs, severities, comments, the folder that paths are relative to")
    func configured() async throws {
        let folder = try renders(Self.first, Self.second)
        try folder.write(".osteolint.yml", "rules: { partner-user-id-unstable: warning }\n")
        let inner = try await Command(
            arguments: ["compare", "a", "b", "--format=json"], folder: folder.root
        ).run()
        #expect(inner.status == 0)
        #expect(try inner.report()["findings"][0]["severity"].text == "warning")
        #expect(try await folder.osteolint("compare", "a", "b", "--fail-on", "warning").status == 1)
        #expect(try await folder.osteolint("compare", "a", "b", "--exclude", "courses").status == 2)
        let off = try await folder.osteolint("compare", "a", "b", "--rule", "partner-user-id-unstable=off")
        #expect(off.status == 0)
        #expect(off.output.contains("remark: is switched off, so nothing was compared"))
        let embed = SamplePage.embed("\(Self.client)&amp;\(Self.product)&amp;partnerUserId=\(Self.second)")
        let comment = "<!-- osteolint-disable-next-line partner-user-id-unstable -- a test account -->"
        try folder.write("b/courses/page.html", SamplePage.page("\(comment)\n\(embed)"))
        let silenced = try await folder.osteolint("compare", "a", "b", "--fail-on", "note")
        #expect(silenced.status == 0)
        #expect(silenced.output.contains("1 suppressed"))
        #expect(!(try await folder.osteolint("check", "b", "--format=json").rules()).contains("suppression-unused"))
    }

    @Test("The same bytes whatever the number of jobs")
    func jobs() async throws {
        let folder = try TemporaryFolder()
        for number in 0..<40 {
            try folder.write("a/\(number).html", Self.page("171455760\(1000 + number)"))
            try folder.write("b/\(number).html", Self.page("171455799\(1000 + number)"))
        }
        let one = try await folder.osteolint("compare", "a", "b", "--jobs", "1")
        #expect(one.output == (try await folder.osteolint("compare", "a", "b", "--jobs", "4").output))
        #expect(one.output.contains("failed: 1 error; 80 Osteocom embeds in 80 pages of two renders"))
    }

    private static let advice = "which is always like itself; render the pages twice, into two folders"

    @Test("Ctrl-C ends it with what is known, and nothing is said of what was not read")
    func interrupted() async throws {
        let folder = try TemporaryFolder()
        try folder.write("a.html", Self.page("u-1"))
        mkfifo(folder.path("b.html"), 0o600)
        let words = ["compare", "a.html", "b.html", "--format", "json"]
        let run = try Command(arguments: words, folder: folder.root).start()
        let pipe = try await Descriptor.open(pipe: folder.path("b.html"), O_WRONLY)
        defer { close(pipe) }
        run.send(SIGINT)
        let outcome = try await run.end()
        #expect(outcome.status == 130)
        #expect(outcome.errors == "osteolint: interrupted after 1 of 2 pages; the rest was not compared\n")
        #expect(try outcome.failures().allSatisfy { !$0.hasPrefix("not-comparable") })
    }

    /// Arguments, and what standard error says.
    private static let refusals = [
        (["a", "a"], "a and a are the same folder, \(advice)"),
        (["a", "./a/"], "a and ./a/ are the same folder, \(advice)"),
        (["a", "link"], "a and link are the same folder, \(advice)"),
        (["-", "a"], "compare reads no standard input; name two folders, or two pages"),
        (["a", ""], "an empty path; write . for the working directory"),
        (["a", "gone"], "gone: no such file"),
        (["a", "b/courses/page.html"], "a folder and a page; name two folders, or two pages"),
    ]

    @Test("Wrong arguments", arguments: refusals)
    func refused(_ arguments: [String], _ message: String) async throws {
        let folder = try renders("u-1", "u-1")
        try folder.link("link", to: "a")
        let outcome = try await Command(arguments: ["compare"] + arguments, folder: folder.root).run()
        #expect(outcome.status == 64)
        #expect(outcome.errors == "osteolint: \(message)\n")
        #expect(outcome.output.isEmpty)
    }

    @Test("Two renders have to be named")
    func missing() async throws {
        let folder = try renders("u-1", "u-1")
        let outcome = try await folder.osteolint("compare", "a")
        #expect(outcome.status == 64)
        #expect(outcome.errors.hasPrefix("Error: Missing expected argument '<b>'\n"))
    }
}

import Foundation
import ProgramRuns
import Testing

@Suite("The manual page, as scripts/manual writes it")
struct ManualTests {
    private static let script = ForeignProgram.package.appending(path: "scripts/manual").path

    private func page(in folder: TemporaryFolder) async throws -> String {
        let outcome = try await ForeignProgram.python.run(Self.script, Command.binary, in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        try folder.write("osteolint.1", Array(outcome.data))
        return outcome.output
    }

    @Test(
        "It names every command and option",
        .enabled("python3 is not there") { try await ForeignProgram.python.isThere() })
    func complete() async throws {
        let folder = try TemporaryFolder()
        let page = try await page(in: folder).replacing("\\-", with: "-").replacing("\\&", with: "")
        let help = try await folder.osteolint("--help").output
        let commands = try #require(help.firstRange(of: "SUBCOMMANDS:\n")).upperBound
        let names = help[commands...].split(separator: "\n").compactMap { $0.firstMatch(of: /^  ([a-z]+)/)?.1 }
        #expect(names.count >= 12)
        for name in names where name != "help" {
            #expect(page.contains(".Ss \"\(name)\""), "\(name)")
            let text = try await folder.osteolint(String(name), "--help").output
            for option in text.matches(of: /(?m)^  (--[a-z-]+)/).map(\.1) where option != "--version" {
                #expect(page.contains(option), "\(name) \(option)")
            }
        }
        for section in ["NAME", "SYNOPSIS", "ENVIRONMENT", "FILES", "EXIT STATUS", "EXAMPLES"] {
            #expect(page.contains(".Sh \(section)\n"))
        }
    }

    @Test(
        "Readers of manual pages find nothing wrong in it",
        .enabled("python3 or groff is not there") {
            let isPythonThere = try await ForeignProgram.python.isThere()
            return try await ForeignProgram.groff.isThere() && isPythonThere
        })
    func valid() async throws {
        let folder = try TemporaryFolder()
        _ = try await page(in: folder)
        let outcome = try await ForeignProgram.groff.run("-mdoc", "-ww", "-z", "-Tutf8", "osteolint.1", in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
    }
}

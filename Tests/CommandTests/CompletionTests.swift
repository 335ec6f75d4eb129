import Foundation
import ProgramRuns
import Testing

@Suite("What shells complete")
struct CompletionTests {
    private func script(_ shell: String) async throws -> Outcome {
        let outcome = try await Command(arguments: ["--generate-completion-script", shell], folder: "/").run()
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
        return outcome
    }

    private static let words = [
        "compare", "audit", "different-users", "watch", "partner-user-id-unstable", "iframe-title-missing=warning",
        "sarif", "gitlab", "snapshot", "production", "windows-1252", "yml",
    ]

    @Test("Each script knows commands, options, rules, formats and severities", arguments: ["bash", "zsh", "fish"])
    func words(_ shell: String) async throws {
        let text = try await script(shell).output
        #expect(Self.words.filter { !text.contains($0) } == [])
    }

    private static let shells: [(String, ForeignProgram)] = [("bash", .bash), ("zsh", .zsh), ("fish", .fish)]

    @Test("The script is one for its shell", arguments: shells)
    func syntax(_ name: String, _ shell: ForeignProgram) async throws {
        guard (try? await shell.isThere()) == true else { return }
        let folder = try TemporaryFolder()
        try folder.write("script", Array(try await script(name).data))
        let outcome = try await shell.run("-n", "script", in: folder)
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    /// What is typed, and what bash offers.
    struct Typed: CustomTestStringConvertible, Sendable {
        let line: String
        let offers: [String]

        var testDescription: String { line }
    }

    private static let typed = [
        Typed(line: "osteolint com", offers: ["compare"]),
        Typed(line: "osteolint explain partner-user-id-un", offers: ["partner-user-id-unstable"]),
        Typed(line: "osteolint compare --diff", offers: ["--different-users"]),
        Typed(line: "osteolint check --fail-on w", offers: ["warning"]),
        Typed(line: "osteolint check --format s", offers: ["sarif"]),
        Typed(line: "osteolint check --rendering s", offers: ["snapshot", "static"]),
        Typed(line: "osteolint compare be", offers: ["before"]),
        Typed(line: "osteolint check --config o", offers: ["other.yml"]),
    ]

    @Test("bash offers what is meant", arguments: typed)
    func bash(_ typed: Typed) async throws {
        let folder = try TemporaryFolder()
        try folder.write("completion", Array(try await script("bash").data))
        try folder.makeFolder("before")
        try folder.write("other.yml", "")
        try folder.write("other.txt", "")
        try folder.write("ask", Self.question)
        let outcome = try await ForeignProgram.bash.run("ask", typed.line, in: folder)
        #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == typed.offers, "\(outcome.errors)")
    }

    /// Asks bash's function for a line as the shell does when the user presses Tab.
    private static let question = """
        . ./completion
        COMP_LINE=$1
        COMP_POINT=${#COMP_LINE}
        read -r -a COMP_WORDS <<<"$COMP_LINE"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        function compopt { :; }
        $(complete -p osteolint | sed 's/.*-F \\([^ ]*\\).*/\\1/') osteolint "${COMP_WORDS[COMP_CWORD]}" \\
            "${COMP_WORDS[COMP_CWORD - 1]}"
        for word in "${COMPREPLY[@]}"; do echo "${word% }"; done
        """
}

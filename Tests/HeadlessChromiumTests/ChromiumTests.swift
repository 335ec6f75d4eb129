import HeadlessChromium
import Testing

/// How Chromium is found, with or without one.
@Suite struct ChromiumTests {
    @Test func variableWins() {
        #expect(Chromium.find(in: ["OSTEOLINT_CHROMIUM": "/bin/sh", "PATH": "/usr/bin"])?.path == "/bin/sh")
    }

    @Test(arguments: ["/nowhere/chromium", "/tmp", #filePath])
    func variableThatNamesNoProgramIsNone(path: String) {
        #expect(Chromium.find(in: ["OSTEOLINT_CHROMIUM": path, "PATH": "/usr/bin"]) == nil)
    }

    @Test func noneInPath() {
        #expect(Chromium.find(in: ["PATH": "/nowhere:/etc"]) == nil)
        #expect(Chromium.find(in: [:]) == nil)
    }

    @Test func programThatIsNoBrowserDoesNotStart() async throws {
        let program = try #require(Chromium.find(in: ["OSTEOLINT_CHROMIUM": "/bin/false"]))
        await #expect(throws: BrowserError.self) { _ = try await program.start() }
    }
}

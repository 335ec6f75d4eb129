extension BrowserPage {
    /// Lets the documents opened from now on run their scripts, or not.
    ///
    /// - Throws: ``BrowserError``
    public func setRunsScripts(_ runsScripts: Bool) async throws {
        _ = try await connection.send(
            "Emulation.setScriptExecutionDisabled", ["value": .bool(!runsScripts)], session: session)
    }

    /// Shows the page as on a medium: `print`, or `screen` as is usual.
    ///
    /// - Throws: ``BrowserError``
    public func emulate(medium: String) async throws {
        _ = try await connection.send("Emulation.setEmulatedMedia", ["media": .string(medium)], session: session)
    }
}

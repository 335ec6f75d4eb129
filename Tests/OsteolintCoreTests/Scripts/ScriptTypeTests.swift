import Testing

@testable import OsteolintCore

@Suite("Which script elements a browser runs")
struct ScriptTypeTests {
    @Test(arguments: [nil, "", "module", "Module", " text/javascript ", "application/javascript", "text/jscript"])
    func run(_ type: String?) {
        #expect(ScriptType.isJavaScript(type, language: nil))
    }

    @Test(
        arguments: [
            "text/javascript; charset=utf-8", "application/json", "application/ld+json", "importmap",
            "speculationrules",
            "text/template", "text/x-handlebars", "text/plain", "text/babel", " ", "modules",
        ])
    func notRun(_ type: String) {
        #expect(!ScriptType.isJavaScript(type, language: "javascript"))
    }

    @Test("The old attribute counts where there is no type")
    func language() {
        #expect(ScriptType.isJavaScript(nil, language: "JavaScript"))
        #expect(ScriptType.isJavaScript(nil, language: ""))
        #expect(!ScriptType.isJavaScript(nil, language: "vbscript"))
    }
}

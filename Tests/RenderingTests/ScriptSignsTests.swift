import OsteolintRendering
import Testing

@Suite("Whether a page runs scripts")
struct ScriptSignsTests {
    private static func areIn(_ text: some Sequence<UInt8>) -> Bool {
        Array(text).withUnsafeBytes { ScriptSigns.areIn($0) }
    }

    @Test(
        "A script, a handler and a javascript: URL are signs",
        arguments: [
            "<script>1</script>", "<SCRIPT src=a.js>", "<body onload=go()>", "<body\nonLoad = 'go()'>",
            "<a href='JavaScript:go()'>", "<p>x</p><script",
        ])
    func signs(_ page: String) {
        #expect(Self.areIn(page.utf8))
        #expect(Self.areIn(page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
    }

    @Test(
        "Words that only read alike are none",
        arguments: [
            "", "<p>x</p>", "<meta name=description content=x>", "<p class=season>on it</p>", "<p data-button=x>",
            "carry on", "<noscript>x</noscript>", "<ol>", "o", "<",
        ])
    func none(_ page: String) {
        #expect(!Self.areIn(page.utf8))
    }
}

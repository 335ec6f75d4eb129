import HeadlessChromium
import ProgramRuns
import Testing

extension HTMLReports {
    @Suite("An HTML report about a hostile site")
    struct HTMLHostileTests {
        private static let embed =
            "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&amp;productId="

        /// Product ids as somebody writes them who wants to be more than text.
        private static let products = [
            "</script><script>document.title=1</script>",
            "&lt;/script&gt;&lt;script&gt;document.title=1&lt;/script&gt;",
            "&quot; onmouseover=document.title=1 x=&quot;", "'><img src=x onerror=document.title=1>", "&lt;!--",
            "javascript:document.title=1", "\u{202E}gnp.exe\u{202C}", "&quot;\u{301} onfocus=document.title=1 ",
            "{{{style}}} {{> head}}", "`</code>`", "]]>", "%0A::error::x", "\u{1B}[31mred", "nul-\u{0}-byte",
        ]

        private static var page: String {
            "<!DOCTYPE html><meta charset=utf-8><title>Course</title>\n"
                + products.map { #"<iframe title="T" src="\#(embed)\#($0)&amp;partnerUserId=u-9081"></iframe>"# + "\n" }
                .joined() + #"<iframe src="\#(embed)x&amp;partnerUserId=" title="T" data-x="\#(long)"></iframe>"#
        }

        private static let long = String(repeating: "long ", count: 200_000)

        @Test("Everything stands there as text: no element, no script, no message", arguments: [true, false])
        func text(runsScripts: Bool) async throws {
            let report = try await OpenedReport(checking: ["</title><script>.html": Self.page, "b.html": Self.page])
            try await report.open(runsScripts: runsScripts) { page in
                #expect(try await page.evaluate("document.title").text?.hasPrefix("Failed") == true)
                let strangers = "img, iframe, object, embed, form:not(#filters), style:not(head style)"
                #expect(try await page.evaluate("document.querySelectorAll('\(strangers)').length").number == 0)
                let handlers = try await page.evaluate(
                    """
                    [...document.querySelectorAll("*")].flatMap((e) => [...e.attributes]).filter((a) =>
                      a.name.startsWith("on") || a.name === "style" || (a.name === "href" && !a.value.startsWith("#")))
                      .length
                    """)
                #expect(handlers.number == 0)
                let text = try await page.evaluate("document.getElementById('findings').textContent").text ?? ""
                #expect(text.contains("document.title=1"))
                #expect(text.contains(#"\u{202E}gnp.exe\u{202C}"#))
                #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" || $0 == "\u{0}" })
            }
            #expect(try report.text().utf8.count < 400_000)
        }

        @Test("The script shows the same text as the markup")
        func script() async throws {
            let report = try await OpenedReport(checking: ["a.html": Self.page])
            try await report.open { page in
                let isSame = try await page.evaluate(
                    """
                    (() => {
                      const html = () => [...document.querySelectorAll(".fault")].map((e) => e.outerHTML).join("");
                      const before = html();
                      document.getElementById("filters").dispatchEvent(new Event("input"));
                      return before !== "" && before === html();
                    })()
                    """)
                #expect(isSame.bool == true)
            }
        }
    }
}

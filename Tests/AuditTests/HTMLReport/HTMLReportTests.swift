import HeadlessChromium
import ProgramRuns
import Testing

extension HTMLReports {
    @Suite("The HTML report in a browser")
    struct HTMLReportTests {
        @Test("It opens without a message or a request, and its first screen says what is wrong and what to do")
        func firstScreen() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open { page in
                #expect(try await page.evaluate("document.title").text?.hasPrefix("Failed: 37 errors") == true)
                #expect(try await page.text(of: "h1").hasPrefix("Failed: 37 errors and 14 warnings in 19 pages"))
                #expect(try await page.count(".next li a") == 3)
                #expect(try await page.text(of: ".run").contains("kT4mRZ81qLwYc0dXaB2e"))
                #expect(try await page.text(of: "#framing").contains("only osteolint audit asks"))
                let bottom = try await page.evaluate(
                    "document.querySelector('.columns').getBoundingClientRect().bottom")
                #expect(try #require(bottom.number) < 800)
            }
        }

        @Test("Filters narrow the findings, the address keeps them, and Escape clears them")
        func filters() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open { page in
                let all = try await page.count(".fault")
                try await page.press("/")
                try await page.type("undefined")
                #expect(try await page.text(of: "#result") == "3 of 61 faults match the filters")
                #expect(try await page.count(".fault") == 3)
                #expect(try await page.evaluate("location.hash").text == "#text=undefined")
                try await page.press("Escape")
                #expect(try await page.count(".fault") == all)
                #expect(try await page.evaluate("location.hash").text == "")
                try await page.click("input[value=error]")
                try await page.click("input[value=note]")
                #expect(try await page.text(of: "#result") == "14 of 61 faults match the filters")
                #expect(try await page.count(".fault") == (try await page.count(".fault.warning")))
                try await page.click("button[type=reset]")
                #expect(try await page.text(of: "#result") == "61 faults found in 19 pages")
            }
        }

        @Test("An address with filters opens the filtered view")
        func sharedView() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open(fragment: "#page=react&severity=error") { page in
                let paths = try await page.evaluate(
                    "[...document.querySelectorAll('.fault')].every((e) => e.textContent.includes('react/'))")
                #expect(paths.bool == true)
                #expect(try await page.count(".fault") > 0)
                #expect(try await page.count(".fault.warning") == 0)
                #expect(try await page.evaluate("document.getElementById('filter-page').value").text == "react")
            }
        }

        @Test("The script builds the same elements that stand in the markup")
        func oneMarkup() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open { page in
                let isSame = try await page.evaluate(
                    """
                    (() => {
                      const html = () => [...document.querySelectorAll(".fault")].map((e) => e.outerHTML);
                      const before = html();
                      document.getElementById("filters").dispatchEvent(new Event("input"));
                      const after = html();
                      return before.length > 50 && before.map((text, at) => text === after[at] ? "" : text + after[at]).join("");
                    })()
                    """)
                #expect(isSame.text == "")
            }
        }

        @Test("A link to a rule clears the filters that hide it")
        func hiddenTarget() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open(fragment: "#severity=note") { page in
                #expect(try await page.count("#rule-partner-user-id-placeholder") == 0)
                try await page.evaluate("document.querySelector('.next a').click()")
                try await page.evaluate("new Promise((done) => setTimeout(done))")
                #expect(try await page.count("#rule-partner-user-id-placeholder") == 1)
            }
        }

        @Test("Explanations open with the keyboard")
        func keyboard() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open { page in
                #expect(try await page.count(".explanation[open]") == 0)
                try await page.evaluate("document.querySelector('.explanation summary').focus()")
                try await page.press("Enter")
                #expect(try await page.count(".explanation[open]") == 1)
            }
        }

        @Test("Without scripts all findings are there, and no filter that would do nothing")
        func scriptsOff() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open(runsScripts: false) { page in
                let faults = try await page.count(".fault")
                #expect(faults == 61)
                #expect(try await page.count("#filters, button") == 0)
            }
        }

        @Test("On a phone nothing is wider than the screen", arguments: [320, 360, 768])
        func narrow(width: Int) async throws {
            let report = try await OpenedReport.ofPartnerSite()
            var options = BrowserOptions()
            options.width = width
            try await report.open(options) { page in
                try await page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
                #expect(try await page.evaluate("document.documentElement.scrollWidth").number == Double(width))
            }
        }

        @Test("On paper there are no controls, and what was closed is shown")
        func paper() async throws {
            let report = try await OpenedReport.ofPartnerSite()
            try await report.open { page in
                try await page.emulate(medium: "print")
                #expect(try await page.count("#filters") == 0)
                #expect(try await page.count("nav") == 0)
                let height = try await page.evaluate(
                    "document.querySelector('.explanation .body').getBoundingClientRect().height")
                #expect(try #require(height.number) > 0)
            }
        }

        @Test("A site without a fault says so")
        func clean() async throws {
            let report = try await OpenedReport(checking: ["a.html": "<!DOCTYPE html><title>Course</title><p>Text."])
            try await report.open { page in
                let verdict = try await page.text(of: "h1")
                #expect(verdict == "Passed: no error and no warning in 1 page without any Osteocom embed.")
                #expect(try await page.text(of: "#findings .empty") == "Nothing was found.")
            }
        }
    }
}

import HeadlessChromium
import ProgramRuns
import Testing

extension HTMLReports {
    @Suite("The HTML report of an audit")
    struct HTMLAuditTests {
        /// A site with a card of each state, of which one origin is not on the client's list.
        private static func report() async throws -> OpenedReport {
            let site = try await ProductSite()
            let origin = site.sandbox.origin
            try site.sandbox.folder.write(
                "site/.osteolint.yml",
                """
                environment: { name: sandbox, origin: '\(origin)' }
                origins: ['https://lms.partner.example', 'https://shop.partner.example', 'https://old.partner.example/']
                rendering: snapshot

                """)
            try site.write(
                "a.html",
                [
                    StatusScenario.embed(origin), StatusScenario.embed(origin, user: StatusScenario.owner),
                    StatusScenario.embed(origin, product: StatusScenario.missingProduct),
                    StatusScenario.embed(origin, product: "malformed"),
                    StatusScenario.embed(origin, client: StatusScenario.unknownClient),
                ])
            let outcome = try await site.command(["--format", "html=../report.html"]).run()
            try #require(outcome.status == 1, "\(outcome.errors)")
            return OpenedReport(in: site.sandbox.folder)
        }

        @Test("The matrix has a row for the embeds of a client that fare the same, and each verdict leads to its proof")
        func matrix() async throws {
            try await Self.report().open { page in
                let verdicts = try await page.evaluate(
                    "[...document.querySelectorAll('.matrix tbody tr')].map((r) => [...r.cells].slice(1).map((c) => c.className).join())"
                )
                #expect(verdicts.items.compactMap(\.text).contains("allowed,blocked,blocked"))
                #expect(try await page.count(".proof[open]") == 0)
                try await page.click(".matrix td.blocked a")
                #expect(try await page.evaluate("document.querySelectorAll('.proof[open]').length").number == 1)
                #expect(try await page.text(of: ".proof[open] .badge") == "blocked")
                #expect(try await page.text(of: ".proof[open]").contains("200 https://localhost"))
            }
        }

        @Test("What to do next names the origin to send to Osteocom, and no user's id stands anywhere")
        func nextSteps() async throws {
            let report = try await Self.report()
            try await report.open { page in
                let copies = try await page.evaluate(
                    "[...document.querySelectorAll('.copy')].map((e) => e.textContent)")
                #expect(copies.items.compactMap(\.text).contains("https://shop.partner.example"))
                #expect(!copies.items.compactMap(\.text).contains("https://lms.partner.example"))
                #expect(try await page.text(of: "#origins").contains("https://old.partner.example/"))
            }
            #expect(try !report.text().contains("u-planted"))
        }

        @Test("Cards show the states that customers would see")
        func cards() async throws {
            try await Self.report().open { page in
                for state in ["available", "purchased", "unavailable", "unasked", "blocked"] {
                    let cards = try await page.count(".card.\(state)")
                    #expect(cards >= 1, "\(state)")
                }
                let buttons = try await page.evaluate("document.querySelectorAll('.cards button, .cards a').length")
                #expect(buttons.number == 0)
            }
        }

        @Test(
            "axe-core finds nothing to object",
            .enabled(if: AxeCore.isInstalled, Comment(rawValue: AxeCore.missing)), arguments: [false, true])
        func axe(isDark: Bool) async throws {
            var options = BrowserOptions()
            options.prefersDark = isDark
            try await Self.report().open(options) { page in
                try await page.evaluate("document.querySelectorAll('details').forEach((e) => { e.open = true })")
                #expect(try await AxeCore.violations(on: page) == [])
            }
        }
    }
}

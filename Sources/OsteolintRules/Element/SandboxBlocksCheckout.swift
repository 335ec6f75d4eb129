import OsteolintCore

/// Reports a `sandbox` that keeps the Buy click from reaching Osteocom's checkout.
struct SandboxBlocksCheckout: PageRule {
    static let descriptor = RuleDescriptor(
        id: "sandbox-blocks-checkout",
        topic: .element,
        summary: "Reports a sandbox that lacks what the card and its Buy button need.",
        severity: .error,
        rationale: """
            The Buy click moves the main tab to Osteocom's checkout, since payment forms must not live in a frame of \
            somebody else's page. A sandbox forbids that, and more: without allow-scripts the card stays empty, \
            without allow-same-origin it cannot see the visitor's session, without allow-forms nothing is sent, and \
            without allow-top-navigation the click does nothing.

            allow-top-navigation-by-user-activation alone is a warning: the card asks the server before it navigates, \
            and when the answer is slow the browser no longer counts the click. TinyMCE from version 7 puts an empty \
            sandbox on every iframe of an editor's text.
            """,
        remedy: """
            Leave sandbox away, or write \
            sandbox="allow-scripts allow-same-origin allow-forms allow-top-navigation".
            """,
        references: [
            "HTML Standard, sandboxing, https://html.spec.whatwg.org/multipage/browsers.html#sandboxing",
            "TinyMCE, https://www.tiny.cloud/docs/tinymce/latest/content-filtering/#sandbox_iframes_exclusions",
            References.frequentQuestions,
        ]
    )

    static let examples = [
        RuleExample("no sandbox", SampleEmbed.iframe),
        RuleExample(
            "all four tokens",
            example("sandbox=\"allow-scripts allow-same-origin allow-forms allow-top-navigation\"")
        ),
        RuleExample(
            "the top window is out of reach", example("↓sandbox=\"allow-scripts allow-same-origin allow-forms\"")),
        RuleExample("an empty sandbox, as TinyMCE adds it", example("↓sandbox=\"\"")),
        RuleExample(
            "only right after a click",
            example(
                """
                ↓sandbox="allow-scripts allow-same-origin allow-forms
                  allow-top-navigation-by-user-activation"
                """
            )
        ),
        RuleExample(
            "tokens in any case, with more of them",
            example("sandbox=\"ALLOW-SCRIPTS Allow-Same-Origin allow-forms allow-popups\nallow-top-navigation\"")
        ),
        RuleExample(
            "somebody else's frame",
            #"<iframe src="https://player.example/v/7" sandbox="" title="Trailer"></iframe>"#
        ),
    ]

    private static func example(_ sandbox: String) -> String {
        """
        <iframe src="\(SampleEmbed.url)" title="Course"
          \(sandbox)></iframe>
        """
    }

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.loadedEmbeds.compactMap { embed, frame in
            guard frame.element == "iframe" || frame.element == DeferredSource.ampElement else { return nil }
            guard let sandbox = frame.attribute("sandbox") else { return nil }
            let tokens = CheckoutSandbox(sandbox.value.text)
            guard let fault = tokens.fault else { return nil }
            let place = page.place(sandbox.range)
            return finding(fault.message, at: place, embed: embed, help: help(for: tokens), severity: fault.severity)
        }
    }

    private func help(for sandbox: CheckoutSandbox) -> String {
        let help = "leave sandbox away, or write sandbox=\"\(sandbox.cure)\""
        guard sandbox.tokens.isEmpty else { return help }
        return help + "; TinyMCE adds an empty one unless sandbox_iframes_exclusions lists osteocom.me"
    }
}

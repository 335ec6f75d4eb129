import OsteolintCore

/// Reports an embed that a script builds, where the script alone does not tell whether it is right.
struct EmbedBuiltByScript: PageRule, ScriptRule {
    static let descriptor = RuleDescriptor(
        id: "embed-built-by-script",
        topic: .page,
        summary: "Reports an embed that a script builds and that cannot be judged before the script has run.",
        severity: .note,
        rationale: """
            The page as it is stored has no card; a script puts it there. Whether the visitor sees it depends on what \
            the script fills in: a parameter that is undefined for some visitors makes the card unavailable for them \
            alone. What the script itself says is judged like an embed in a page; this note names what it does not say.
            """,
        remedy: "Check the page after its scripts have run, with check --render or with audit of the rendered page.",
        references: [References.embed, References.scripting]
    )

    static let examples = [
        RuleExample("a frame in the page", SampleEmbed.iframe),
        RuleExample(
            "all of the URL is in the script",
            files: ["card.js": "frame.src = '\(SampleScript.url)';"]
        ),
        RuleExample(
            "a parameter that is filled in at run time",
            files: [
                "card.js": """
                frame.src = ↓`https://www.osteocom.me/embed/course?\(ParameterMarkup.client)\\
                &\(ParameterMarkup.product)&partnerUserId=${user.id}`;
                """
            ]
        ),
        RuleExample(
            "a host that is not known",
            files: [
                "card.js": """
                // www.osteocom.me or test.osteocom.me
                frame.src = ↓host + '/embed/course?\(ParameterMarkup.client)&\(ParameterMarkup.product)&\(ParameterMarkup.user)';
                """
            ]
        ),
        RuleExample(
            "a frame's markup in a string",
            "<div id=card></div>\n<script>card.innerHTML = '↓\(SampleScript.iframe)';</script>"
        ),
        RuleExample(
            "a frame of which the script does not say the URL",
            files: [
                "card.js": """
                const host = 'https://www.osteocom.me';
                const frame = document.createElement(↓'iframe');
                frame.src = cardURL(host, course, user);
                """
            ]
        ),
        RuleExample(
            "a link, and a frame of somebody else's",
            files: [
                "card.js": """
                link.href = 'https://www.osteocom.me/embed/course?' + query;
                document.createElement('iframe').src = 'https://player.example/';
                """
            ]
        ),
        RuleExample(
            "Osteocom's other pages",
            files: ["card.js": "location.href = 'https://www.osteocom.me/course?id=' + id;"]
        ),
    ]

    func check(_ page: Page, in site: Site) -> [Finding] {
        page.inertEmbeds.filter { $0.frame.context == "script" }.map { embed, _ in
            finding(Self.markup, at: embed.place, embed: embed, help: Self.help)
        }
    }

    func check(_ script: Script, in site: Site) -> [Finding] {
        let embeds = script.embeds.filter { !script.isInPage($0) }.compactMap(finding(about:))
        guard let frame = script.lonelyFrame else { return embeds }
        return embeds + [
            finding(
                "a script makes a frame and names Osteocom's host, but the embed's URL cannot be read from it",
                at: Place(path: script.source.path, range: frame), help: Self.help)
        ]
    }

    private static let markup = "a script holds this embed's markup, so there is no card until it has run"
    private static let help =
        "check the page after its scripts have run: `osteolint check --render`, or `osteolint audit` of a page as "
        + "it was rendered"

    private func finding(about embed: ScriptEmbed) -> Finding? {
        guard !embed.isMarkup else { return finding(Self.markup, at: embed.place, help: Self.help) }
        guard let message = message(about: embed) else { return nil }
        return finding(message, at: embed.place, help: Self.help)
    }

    private func message(about embed: ScriptEmbed) -> String? {
        let names = Quoted.list(embed.unread.map(\.rawValue))
        let verb = embed.unread.count == 1 ? "is" : "are"
        if embed.isHostKnown {
            return names.isEmpty
                ? nil : "a script builds this embed's URL: \(names) \(verb) filled in only when it runs"
        }
        let others = names.isEmpty ? "" : ", and \(names) \(verb) filled in only then"
        return "a script builds this embed's URL: its host is known only when it runs\(others)"
    }
}

import OsteolintCore

/// Reports a secret in what the site delivers, and calls of the API that take one.
struct SecretInPage: DeliveredTextRule, ScriptRule {
    static let descriptor = RuleDescriptor(
        id: "secret-in-page",
        topic: .page,
        summary:
            "Reports a secret or a token of Osteocom's in a page, script, source map or JSON, and server-side calls.",
        severity: .error,
        rationale: """
            Whoever opens the site can read all that the build has written: pages, scripts, source maps and JSON, \
            minified or not. With the client's secret or a bearer token anybody reads your catalogue, authorises \
            customers and revokes their access in your name; with a userAccessKey anybody plays what a customer has \
            bought. A build puts them there by itself, when a variable of its environment has a name that the bundler \
            hands to browsers. A tokenAuthVideo plays for 15 minutes after it was made, so in a static page the player \
            fails for everybody who comes later. The calls of /sv6/contentLicensing_… need such a secret, so a script \
            that makes them has one, or fails.

            A name and a value count in a file that speaks of Osteocom's host or of its API; a token counts where \
            its claims name the client, too; the value of OSTEOCOM_CLIENT_SECRET, if that is set where osteolint \
            runs, counts in all of these, as it is and encoded. Placeholders, the samples of documentation and \
            the keys of other services do not count.
            """,
        remedy: """
            Ask Osteocom for a new secret first: this one counts as known, also after it has been taken out of the \
            site. Then let your server make the calls, with the secret from its own environment, and let pages ask \
            your server for what they need.
            """,
        references: [References.apiReference, References.exposedEnvironment]
    )

    static let examples = [
        RuleExample(
            "the page asks the partner's own server",
            files: [
                "app.js": #"""
                const card = "https://www.osteocom.me/embed/course";
                const res = await fetch("/api/video-token", { method: "POST" });
                """#
            ]
        ),
        RuleExample(
            "a secret that the bundler took from the environment",
            files: [
                "app.js": #"""
                const api="https://www.osteocom.me";var e={↓VITE_OSTEOCOM_CLIENT_SECRET:"9fQ2vLx7RmT0aKc3"};
                """#
            ]
        ),
        RuleExample(
            "the same secret in the bundle and in its source map",
            files: [
                "app.js": #"""
                login("https://www.osteocom.me",{↓clientSecret:"9fQ2vLx7RmT0aKc3"})
                """#,
                "app.js.map": #"""
                {"version":3,"sourcesContent":["login(\"https://www.osteocom.me\", {\n  ↓clientSecret: \"9fQ2vLx7RmT0aKc3\"\n})"],"mappings":""}
                """#,
            ]
        ),
        RuleExample(
            "the state of a framework, escaped in an attribute",
            files: [
                "index.html": #"""
                <div data-state="{&quot;host&quot;:&quot;www.osteocom.me&quot;,&quot;↓userAccessKey&quot;:&quot;u7Kd02mQx91LtV5s&quot;}"></div>
                """#
            ]
        ),
        RuleExample(
            "a secret in an attribute, and one in a field",
            files: [
                "index.html": #"""
                <link rel="preconnect" href="https://www.osteocom.me">
                <body ↓data-client-secret="9fQ2vLx7RmT0aKc3"><input type="hidden" name="↓clientSecret" value="Zt0Yb2LmvT2wK9sX">
                """#
            ]
        ),
        RuleExample(
            "a token in a header",
            files: [
                "catalogue.js": #"""
                get("https://www.osteocom.me/catalogue", { headers: { Authorization: "↓Bearer \#(token)" } })
                """#
            ]
        ),
        RuleExample(
            "a token that names the configured client",
            files: ["config.json": #"{"session": "↓\#(token)"}"#],
            configuration: Configuration(clientID: "kT4mRZ81qLwYc0dXaB2e")
        ),
        RuleExample(
            "a video's token in a page that was built once",
            files: [
                "video.html": #"""
                <script>play({ ↓tokenAuthVideo: "\#(token)" })</script>
                """#
            ]
        ),
        RuleExample(
            "the same in a page as one signed-in user got it",
            files: [
                "video.html": #"""
                <script>play({ tokenAuthVideo: "\#(token)" })</script>
                """#
            ],
            configuration: Configuration(rendering: .snapshot)
        ),
        RuleExample(
            "a call that only a server can make",
            files: [
                "shop.js": #"""
                fetch("https://www.osteocom.me/sv6/↓contentLicensing_catalog", { method: "POST", headers })
                """#
            ]
        ),
        RuleExample(
            "names without values",
            files: [
                "app.js": #"""
                fetch("https://www.osteocom.me/status"); const clientSecret = process.env.CLIENT_SECRET;
                const o = { clientSecret: "YOUR_CLIENT_SECRET", userAccessKey: `${key}`, client_secret: "" };
                """#
            ]
        ),
        RuleExample(
            "the documentation's own samples",
            files: [
                "guide.html": #"""
                <p>Send your clientSecret to https://www.osteocom.me/sv6/contentLicensing_login, from your server:</p>
                <pre>{"clientId":"psiGBHLDxxxxxxdIyDw","clientSecret":"QAtSxxxx…rz2JU"}</pre>
                """#
            ]
        ),
        RuleExample(
            "the secrets and tokens of other services",
            files: [
                "checkout.js": #"""
                const course = "https://www.osteocom.me/embed/course";
                stripe.confirm({ clientSecret: "pi_3MtwBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH" });
                fetch("https://api.vimeo.com/me", { headers: { Authorization: "Bearer 8d41f9a07c62be35d190aa7734ce" } });
                """#
            ]
        ),
        RuleExample(
            "a file that does not speak of Osteocom",
            files: ["auth.js": #"login({ clientSecret: "9fQ2vLx7RmT0aKc3" })"#]
        ),
    ]

    /// A token whose claims say `{"sub":"kT4mRZ81qLwYc0dXaB2e","exp":1798761600}`.
    private static let token =
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJrVDRtUlo4MXFMd1ljMGRYYUIyZSIsImV4cCI6MTc5ODc2MTYwMH0.c2lnbmF0dXJlLW9mLW5vdGhpbmc"

    func check(_ text: DeliveredText, holding secrets: [ExposedSecret], in site: Site) -> [Finding] {
        // The same secret in one file is one fault, however often it stands there.
        var groups: [[ExposedSecret]] = []
        var group: [ArraySlice<UInt8>: Int] = [:]
        for secret in secrets {
            let value = text.text[secret.value]
            if let index = group[value] {
                groups[index].append(secret)
            } else {
                group[value] = groups.count
                groups.append([secret])
            }
        }
        let isMap = text.kind == .data && text.path.lowercased().hasSuffix(".map")
        return groups.map { finding($0, in: text) } + (isMap ? calls(in: text, 0..<text.text.count) : [])
    }

    func check(_ script: Script, in site: Site) -> [Finding] {
        calls(in: script.source, script.range)
    }

    private func finding(_ secrets: [ExposedSecret], in text: DeliveredText) -> Finding {
        let first = secrets[0]
        return finding(
            SecretWording.message(first, in: text.kind), at: text.place(first.range),
            help: SecretWording.help(first.kind),
            related: secrets.dropFirst().map { text.place($0.range) })
    }

    private func calls(in text: DeliveredText, _ range: Range<Int>) -> [Finding] {
        let calls = ServerCall.all(in: text.text, range, isScript: text.kind != .data)
        guard let first = calls.first else { return [] }
        return [
            finding(
                "\(Quoted.text(first.name)) is called in a script, and only a server may call it: the call needs a secret",
                at: text.place(first.range),
                help: "let your server make the call, and the page ask your server",
                related: calls.dropFirst().map { text.place($0.range) })
        ]
    }
}

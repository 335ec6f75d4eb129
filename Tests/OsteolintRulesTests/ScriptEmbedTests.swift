import OsteolintCore
import OsteolintRules
import Testing
import WebURL

/// Scripts as a whole run judges them: `↓` marks where a finding starts, and the rules are named in that order.
@Suite("Embeds that scripts build")
struct ScriptEmbedTests {
    private static let client = "clientId=kT4mRZ81qLwYc0dXaB2e"
    private static let product = "productId=66d579675f2a4b8c9df15e43"
    private static let both = "\(client)&\(product)"
    private static let base = "https://www.osteocom.me/embed/course"
    private static let good = "\(base)?\(both)&partnerUserId=u-48213"

    private func findings(
        _ script: String, as name: String = "card.js", _ configuration: Configuration = Configuration()
    ) throws -> (found: [String], expected: [OsteolintCore.SourceLocation], findings: [Finding]) {
        let marked = MarkedPage(script)
        let linter = Linter(rules: RuleRegistry.all, configuration: configuration, masking: Masking(reveals: false))
        let findings =
            name.hasSuffix(".html")
            ? linter.lint(try marked.read(as: name, under: configuration)).findings
            : linter.lint(marked.delivered(as: name, .script))
        let sorted = findings.sorted {
            ($0.place?.range?.start ?? none, $0.rule) < ($1.place?.range?.start ?? none, $1.rule)
        }
        return (sorted.map(\.rule), marked.marks, sorted)
    }

    private let none = OsteolintCore.SourceLocation(line: 1, column: 1)

    private func check(
        _ script: String, _ rules: [String], as name: String = "card.js",
        _ configuration: Configuration = Configuration()
    ) throws {
        let (found, expected, findings) = try findings(script, as: name, configuration)
        #expect(found == rules, "\(script)\n\(findings.map(\.message))")
        let places = Set(findings.compactMap { $0.place?.range?.start })
        #expect(places == Set(expected), "\(script)")
        #expect(findings.allSatisfy { $0.place?.range.map { $0.start <= $0.end } ?? false })
    }

    private static let readable: [(script: String, rules: [String])] = [
        ("f.src = '\(good)'", []),
        ("f.src = \"\(good.replacing("/", with: "\\/"))\"", []),
        (#"f.src = "\u0068ttps:\u002F\x2Fwww.osteocom.me\u002Fembed/course?\#(both)&partnerUserId=u-48213""#, []),
        ("f.src = ↓'\(base)?\(both)'", ["partner-user-id-missing"]),
        ("f.setAttribute('src', ↓`\(base)?\(client)&partnerUserId=u-48213`)", ["product-id-missing"]),
        ("f.src = '\(base)?\(client)&productId=↓66d579675f2a&partnerUserId=u-48213'", ["product-id-malformed"]),
        (
            "const c = '↓abc';\nf.src = '\(base)?clientId=' + c + '&\(product)&partnerUserId=u-48213'",
            ["client-id-malformed"]
        ),
        ("f.src = '\(base)?\(both)&partnerUserId=↓{{ user.id }}'", ["partner-user-id-placeholder"]),
        ("f.src = '\(base)?\(both)&partnerUserId=↓${user.id}'", ["partner-user-id-placeholder"]),
        ("f.src = '\(base)?\(both)&partnerUserId=' + ↓void 0", ["partner-user-id-placeholder"]),
        ("f.src = '\(base)?\(both)&↓userId=u-48213'", ["parameter-misspelled"]),
        ("f.src = '↓http://www.osteocom.me/embed/course?\(both)&partnerUserId=u-48213'", ["embed-insecure-scheme"]),
        ("f.src = 'https://www.osteocom.me↓/course?\(both)&partnerUserId=u-48213'", ["embed-path-unexpected"]),
        ("f.src = '\(base)?\(both)&partnerUserId=u-48213&↓clientSecret=9fQ2vLx7RmT0aKc3'", ["secret-in-embed-url"]),
        ("f.src = '\(base)?\(both)&partnerUserId=↓1714557600123'", ["partner-user-id-volatile"]),
        (
            "const u = new URL('\(base)');\nu.searchParams.set('clientId', '↓short');\nu.searchParams.set('productId', "
                + "'66d579675f2a4b8c9df15e43');\nu.searchParams.set('partnerUserId', 'u-48213');\nf.src = u;",
            ["client-id-malformed"]
        ),
        (
            "const u = ↓new URL('\(base)');\nu.searchParams.set('clientId', 'kT4mRZ81qLwYc0dXaB2e');\n"
                + "u.searchParams.set('productId', '66d579675f2a4b8c9df15e43');\nf.src = u.href;",
            ["partner-user-id-missing"]
        ),
        (
            "f.src = '\(base)?' + new URLSearchParams({clientId: 'kT4mRZ81qLwYc0dXaB2e', productId: '↓0', "
                + "partnerUserId: 'a b'})",
            ["product-id-malformed"]
        ),
        (
            "let u = '\(base)?\(client)';\nu += '&productId=↓x';\nu += '&partnerUserId=u-48213';\nf.src = u",
            ["product-id-malformed"]
        ),
        (
            "const cfg = {host: 'https://www.osteocom.me'};\nf.src = ↓`${cfg.host}/embed/course?\(both)`",
            ["partner-user-id-missing"]
        ),
        ("React.createElement('iframe', {src: ↓'\(base)?\(both)', title: 'x'})", ["partner-user-id-missing"]),
        (
            "var __modules__ = ({7: (e) => {\nf.src = ↓'\(base)?\(both)'\n}})", ["partner-user-id-missing"]
        ),
        ("return <iframe title='x' src={↓`\(base)?\(both)`} />", ["partner-user-id-missing"]),
        (
            "f.src = ['\(base)?\(client)', '\(product)', 'partnerUserId=↓test'].join('&')",
            ["partner-user-id-placeholder"]
        ),
        (
            "f.src=\"\(base)?\".concat(\"\(client)\",\"&\(product)\").concat(\"&partnerUserId=↓guest\")",
            ["partner-user-id-placeholder"]
        ),
    ]

    @Test("What can be read is judged like a page's embed", arguments: readable)
    func judgeReadable(_ script: String, _ rules: [String]) throws {
        try check(script, rules)
    }

    private static let unreadable: [(script: String, rules: [String])] = [
        ("f.src = ↓`\(base)?\(both)&partnerUserId=${user.id}`", ["embed-built-by-script"]),
        ("f.src = ↓'\(base)?' + query", ["embed-built-by-script"]),
        ("const base = ↓'\(base)';\nexport { base }", ["embed-built-by-script"]),
        ("const base = '\(base)';\nf.src = ↓base + '?\(both)&partnerUserId=' + id", ["embed-built-by-script"]),
        ("// osteocom.me\nf.src = ↓`${host}/embed/course?\(both)&partnerUserId=${id}`", ["embed-built-by-script"]),
        (
            "f.src = ↓'\(base)?clientId=' + c + '&productId=↓x&partnerUserId=' + u",
            ["embed-built-by-script", "product-id-malformed"]
        ),
        (
            "box.innerHTML = '↓<iframe title=\"x\" src=\"\(good.replacing("&", with: "&amp;"))\"></iframe>'",
            ["embed-built-by-script"]
        ),
        (
            "box.innerHTML = `↓<iframe src=\"\(base)?\(client)&amp;productId=↓x&amp;partnerUserId=${u}\"></iframe>`",
            ["embed-built-by-script", "product-id-malformed"]
        ),
        (
            "const h = 'https://www.osteocom.me';\nf = document.createElement(↓'iframe');\nf.src = url(h, id)",
            ["embed-built-by-script"]
        ),
        (
            "const h = 'https://www.osteocom.me';\nreturn (0,n.jsx)(↓'iframe',{src:url(h, id)})",
            ["embed-built-by-script"]
        ),
        ("f.src = ↓'\(base)?{q}'.replace(/{q}/, q)", ["embed-built-by-script"]),
    ]

    @Test("What cannot be read is one note", arguments: unreadable)
    func judgeUnreadable(_ script: String, _ rules: [String]) throws {
        try check(script, rules)
    }

    private static let silent = [
        "a.href = '\(base)?\(client)'",
        "window.open('\(base)?x=' + id)",
        "if (e.origin !== 'https://www.osteocom.me') return;\ndocument.createElement('iframe').src = 'https://a.example/'",
        "if (url.startsWith('\(base)')) f.title = 'Course'",
        "location.href = 'https://www.osteocom.me/course?id=' + id",
        "fetch('https://www.osteocom.me/api2/embed/content-licensing/product-status?\(both)&partnerUserId=' + id)",
        "box.innerHTML = '<a href=\"\(base)\">Course</a>'",
        "// f.src = '\(base)?' + query",
        "window.__NUXT__ = {state: [{src: '\(base)?\(client)'}]}",
        "self.__next_f.push([1, '{\"src\":\"\(base)?\(client)\"}'])",
        "const legal = 'https://www.osteocom.me/terms';\ndocument.createElement('iframe')",
        "throw new Error('see \(base) for the card')",
        "f.src = 'https://player.osteocom.me.example/embed/course?' + query",
        "f.src = 'https://video.example/embed/7?t=' + Date.now(); const text = 'osteocom'",
    ]

    @Test("Links, calls, comparisons and other frames are silent", arguments: silent)
    func judgeSilent(_ script: String) throws {
        try check(script, [])
    }

    private static let volatile: [(script: String, isVolatile: Bool)] = [
        ("f.src = '\(base)?\(both)&partnerUserId=' + ↓Date.now()", true),
        ("f.src = '\(base)?\(both)&partnerUserId=u-' + ↓Math.random().toString(36).slice(2)", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓crypto.randomUUID()}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓new Date().getTime()}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${encodeURIComponent(↓uuidv4())}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓performance.now()}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓session.sessionId}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓md5(Date.now())}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓user?.id ?? nanoid()}`", true),
        ("f.src = `\(base)?\(both)&partnerUserId=${↓sessionStorage.getItem('u')}`", true),
        ("function id() { return 'u' + Math.random() }\nf.src = `\(base)?\(both)&partnerUserId=${↓id()}`", true),
        ("const id = () => crypto.randomUUID();\nf.src = `\(base)?\(both)&partnerUserId=${↓id()}`", true),
        ("const u = new URL('\(base)?\(both)');\nu.searchParams.set('partnerUserId', ↓Date.now());\nf.src = u", true),
        ("f.src = '\(base)?' + new URLSearchParams({\(jsBoth), partnerUserId: ↓Date.now()})", true),
        ("const h = 'https://www.osteocom.me/';\nreturn <Card host={h} partnerUserId={↓Date.now()} />", true),
        ("const h = 'https://www.osteocom.me/';\nprops.set('partnerUserId', ↓(0, n.v4)())", true),
        ("f.src = `\(base)?\(both)&partnerUserId=u-48213&t=${Date.now()}`", false),
        ("const now = Date.now();\nf.src = '\(good)'", false),
        ("f.src = '\(good)&cacheBuster=' + Math.random()", false),
    ]
    private static let jsBoth = "clientId: 'kT4mRZ81qLwYc0dXaB2e', productId: '66d579675f2a4b8c9df15e43'"

    @Test("A clock, random numbers and sessions in place of the user's id", arguments: volatile)
    func judgeVolatile(_ script: String, _ isVolatile: Bool) throws {
        try check(script, isVolatile ? ["partner-user-id-volatile"] : [])
    }

    private static let kept = [
        "const id = localStorage.getItem('u') || crypto.randomUUID();\nf.src = ↓`\(base)?\(both)&partnerUserId=${id}`",
        "f.src = ↓`\(base)?\(both)&partnerUserId=${getUser(Date.now())}`",
        "f.src = ↓`\(base)?\(both)&partnerUserId=${new Date(user.created).getTime()}`",
        "function f(id) { x.src = ↓`\(base)?\(both)&partnerUserId=${id}` }\nconst id = Date.now()",
    ]

    @Test("Values that are kept, or of which nobody knows, are no more than filled in", arguments: kept)
    func judgeKept(_ script: String) throws {
        try check(script, ["embed-built-by-script"])
    }

    @Test("In a page: scripts that browsers run, at the place in the page")
    func pages() throws {
        let script = "f.src = ↓`\(Self.base)?\(Self.both)`"
        try check("<p>\n<script>\n\(script)\n</script>", ["partner-user-id-missing"], as: "page.html")
        try check("<p>\n<script type=module>\(script)</script>", ["partner-user-id-missing"], as: "page.html")
        let unmarked = script.replacing("↓", with: "")
        for start in [
            "<script type='text/template'>", "<script type='application/ld+json'>", "<script src=a.js>",
            "<template><script>", "<script type='text/plain'>", "<style>",
        ] {
            let name = start.contains("style") ? "style" : "script"
            try check("\(start)\(unmarked)</\(name)>", [], as: "page.html")
        }
    }

    @Test("In a page the markup of a frame is that inert embed, once")
    func markup() throws {
        let src = Self.good.replacing("&", with: "&amp;")
        let page = "<script>a.innerHTML = '↓<iframe title=\"x\" src=\"\(src)\"></iframe>'</script>"
        let (found, _, findings) = try findings(page, as: "page.html")
        #expect(found == ["embed-built-by-script"])
        #expect(findings.first?.embed == 0)
        let pieces =
            "<script>a.innerHTML = '↓<iframe src=\"\(Self.base)?\(Self.client)&amp;\(Self.product)&amp;partnerUserId=' + id + '\">'</script>"
        let second = try self.findings(pieces, as: "page.html")
        #expect(second.found == ["embed-built-by-script"])
    }

    @Test("The configuration's host, client and environment count in scripts too")
    func configured() throws {
        let origin = try #require(WebURL("https://cards.partner.example")?.origin)
        let custom = Configuration(environment: .custom(name: "cards", origin: origin))
        try check(
            "f.src = ↓'https://cards.partner.example/embed/course?\(Self.both)'", ["partner-user-id-missing"], custom)
        try check(
            "f.src = '\(Self.good.replacing("www", with: "↓test"))'", ["embed-environment-mismatch"],
            Configuration(environment: .production))
        try check(
            "f.src = '\(Self.good.replacing("kT4m", with: "↓kT4n"))'", ["client-id-mismatch"],
            Configuration(clientID: "kT4mRZ81qLwYc0dXaB2e"))
    }

    @Test("What is replaced within an unknown value is not known")
    func replacedWithinUnknown() throws {
        let script = "// osteocom.me\na=(x+\"?clientId=\").replace(\"value}?clientI\",\"\")"
        #expect(try findings(script).found.isEmpty)
    }

    @Test("A user's id in a script is masked where lines are shown")
    func masked() throws {
        let script =
            "const uid = 'maria-rossi-77';\nf.src = `\(Self.base)?clientId=x&\(Self.product)&partnerUserId=${uid}`; track(uid)"
        let (_, _, findings) = try findings(script)
        #expect(!findings.isEmpty)
        for finding in findings {
            let shown = [finding.message, finding.help ?? "", finding.fault, finding.snippet?.text ?? ""].joined()
            #expect(!shown.contains("maria"))
        }
    }
}

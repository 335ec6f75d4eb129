import OsteolintCore
@testable import OsteolintRules
import Testing
import WebURL

@Suite("Secrets in what a site delivers")
struct SecretInPageTests {
    private static let secret = "9fQ2vLx7RmT0aKc3"
    private static let host = "https://www.osteocom.me/"
    private static let client = "kT4mRZ81qLwYc0dXaB2e"
    private static let environment = "Zq8+r/T5vW2=kP0xLd7N"

    /// The findings in a file whose name tells what it is.
    static func findings(
        _ text: String, _ name: String = "app.js", _ configuration: Configuration = Configuration(),
        secret: String? = nil, rules: [any Rule.Type] = [SecretInPage.self]
    ) throws -> [Finding] {
        let linter = Linter(
            rules: rules, configuration: configuration,
            masking: Masking(reveals: true, secret: secret.flatMap { KnownSecret($0) }))
        let marked = MarkedPage(text)
        switch SiteFileKind(fileName: name.utf8) {
        case .script?: return linter.lint(marked.delivered(as: name, .script))
        case .data?: return linter.lint(marked.delivered(as: name, .data))
        default: return linter.lint(try marked.read(as: name, under: configuration)).findings
        }
    }

    /// A token with these claims.
    private static func token(_ claims: String) -> String {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".map(String.init)
        let bits = claims.utf8.flatMap { byte in (0..<8).reversed().map { Int(byte >> $0 & 1) } }
        let payload = stride(from: 0, to: bits.count, by: 6).map { start in
            let chunk = bits[start..<min(start + 6, bits.count)]
            return letters[chunk.reduce(0) { $0 * 2 + $1 } << (6 - chunk.count)]
        }.joined()
        return "eyJhbGciOiJIUzI1NiJ9.\(payload).dGhlLXNpZ25hdHVyZS1vZi1ub2JvZHk"
    }

    @Test(
        "A literal under a secret's name is found however it is written",
        arguments: [
            #"{clientSecret:"S"}"#, #"{ "clientSecret" : "S" }"#, "clientSecret = 'S'", "client_secret=`S`",
            "o.client_secret='S'", #"o["client-secret"]="S""#, #"const CLIENT_SECRET = "S";"#,
            "OSTEOCOM_CLIENT_SECRET=S",
            #"VITE_OSTEOCOM_CLIENT_SECRET:"S""#, #"{\"clientSecret\":\"S\"}"#, #"{\\\"clientSecret\\\":\\\"S\\\"}"#,
            #"eval("x={clientSecret: \"S\"}\n")"#, #"\u0022clientSecret\u0022:\u0022S\u0022"#,
            #"\x22clientSecret\x22:\x22S\x22"#,
            "{&quot;clientSecret&quot;:&quot;S&quot;}", "{&#34;clientSecret&#34;: &#34;S&#34;}",
            "%7B%22clientSecret%22%3A%22S%22%7D", #"form.append("client_secret", "S")"#,
            "new Map([['clientSecret','S']])",
            #"clientSecret: string = "S""#, #"clientSecret: process.env.OC_SECRET || "S""#,
            #"clientSecret: e.secret ?? 'S'"#,
            #"clientSecret:atob("S")"#, #"{"key":"clientSecret","value":"S"}"#, "/login?client_secret=S&a=b",
            "https://www.osteocom.me/x?clientSecret=S", #"clientSecret === "S""#, "userAccessKey:'S'",
            "USER_ACCESS_KEY=S",
            "user-access-key='S'", "{osteocomSecret:'S'}", "clientSecretProd:'S'", "CLIENT_SECRET_KEY='S'",
            "'Client-Secret': 'S'",
            "/* clientSecret: 'S' */", "tokenAuthVideo:'S'", "token_auth_video='S'", "Authorization:'Bearer S'",
            #"headers.set("Authorization","Bearer S")"#, "-H 'authorization: bearer S'", #"\"Bearer S\""#,
            #"clientSecret:\n  \"S\""#,
        ])
    func spellings(_ text: String) throws {
        let value = Self.placed(text)
        let findings = try Self.findings("const h = '\(Self.host)';\n\(value)\n")
        #expect(findings.count == 1, "\(value)")
        #expect(findings.first?.place?.range?.start.line == 2)
        #expect(findings.first?.snippet?.text.contains(Self.secret) == false)
        #expect(findings.first?.message.contains(Self.secret) == false)
    }

    /// A text in which each `S` that is no part of a word has become the secret.
    private static func placed(_ text: String) -> String {
        var result = ""
        var previous: Character = " "
        for (index, character) in zip(text.indices, text) {
            let next = text.index(after: index) < text.endIndex ? text[text.index(after: index)] : " "
            let isAlone = character == "S" && !next.isLetter && next != "_" && (!previous.isLetter || isEscape(result))
            result += isAlone ? secret : String(character)
            previous = character
        }
        return result
    }

    /// Whether the escape of a quote has just ended.
    private static func isEscape(_ text: String) -> Bool { text.hasSuffix("\\u0022") || text.hasSuffix("\\x22") }

    @Test(
        "Attributes and fields of a page are read",
        arguments: [
            "<body data-client-secret='S'>", "<body data-client-secret=S>", "<div clientSecret=\"S\">",
            "<meta name='osteocom-client-secret' content='S'>", "<meta content='S' name='osteocom:client-secret'>",
            "<input type=hidden name=clientSecret value='S'>", "<input value=\"S\" name=\"client_secret\">",
            "<a href='/oauth?client_secret=S'>", "<!-- clientSecret: 'S' -->",
            "<script>var o={clientSecret:'S'}</script>",
            "<script type=application/json>{\"clientSecret\":\"S\"}</script>", "<pre>OSTEOCOM_CLIENT_SECRET=S\n</pre>",
            "<template><i data-user-access-key='S'></i></template>",
        ])
    func markup(_ text: String) throws {
        let findings = try Self.findings("<p>\(Self.host)</p>\n\(Self.placed(text))", "page.html")
        #expect(findings.count == 1, "\(text)")
        #expect(findings.first?.place?.range?.start.line == 2)
        #expect(findings.first?.snippet?.text.contains(Self.secret) == false)
    }

    @Test(
        "What is no secret of Osteocom's is silent",
        arguments: [
            "the clientSecret is a secret", "clientSecret:''", "clientSecret:'your-secret'",
            "clientSecret:'YOUR_CLIENT_SECRET'",
            "clientSecret:'<secret>'", "clientSecret:`${secret}`", "clientSecret:process.env.CLIENT_SECRET",
            "clientSecret:'****'",
            "clientSecret:'TODO'", "clientSecret:'xxxxxxxxxxxx'", "clientSecret:'QAtSxxxx…rz2JU'",
            "clientSecret:'changeme123'",
            "clientSecret:'my-client-secret-1'", "clientSecret:'{{ secret }}'", "clientSecret:'%SECRET%'",
            "clientSecret:e.clientSecret",
            "clientSecret:t,userAccessKey:n", "clientSecret:'client_secret'", "clientSecret:'Client secret'",
            "clientSecret:'settings.oauth2.clientSecret'", "clientSecret:'12345678'",
            "clientSecret:'longenoughsupersecret'", "clientSecret:'abcdefgh12345678'",
            "clientSecret:'pi_3MtwBwLkdIwHu7ix_secret_YrKJUKribcBjcG8HVhfZ'",
            "clientSecret:'sk_live_4eC39HqLyjWDarjtT1zdp7dc'",
            "clientSecret:'ghp_16C7e42F292c6912E7710c838347Ae178B4a'",
            "client_secret:'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0'",
            "client_secret:'xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy'",
            "client_secret:'abc8Q~9fQ2vLx7RmT0aKc3Zt0Yb2LmvT2wK'",
            "GOOGLE_CLIENT_SECRET='9fQ2vLx7RmT0aKc3'", "stripeClientSecret:'9fQ2vLx7RmT0aKc3'",
            "stripe:{id:'a',clientSecret:'9fQ2vLx7RmT0aKc3'}", "GoogleProvider({clientSecret:'9fQ2vLx7RmT0aKc3'})",
            "https://api.example/x?client_secret=9fQ2vLx7RmT0aKc3", "clientSecretLabel:'9fQ2vLx7RmT0aKc3'",
            "fetch('https://api.vimeo.com/me',{headers:{Authorization:'Bearer 9fQ2vLx7RmT0aKc3'}})",
            "curl -H 'Authorization: Bearer 9fQ2vLx7RmT0aKc3' <b>https:</b>//auth.example.com/me",
            #"client_secret:'\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u5bc6\u78bc'"#,
            "{client_id:'4779-et2i.apps.googleusercontent.com',client_secret:'9fQ2vLx7RmT0aKc3'}",
            "Authorization:`Bearer ${token}`", "'Bearer ' + token", "WWW-Authenticate: Bearer realm=\"x\"",
            "a bearer of 9fQ2vLx7RmT0aKc3s",
            "client_secret=getSecret2(name)", "userAccessKey", "tokenAuthVideo", "tokenAuthVideo:res.tokenAuthVideo",
            "{\"token\": \"eyJhbGciOiJIUzI1Ni...JWT\"}", "clientSecret", "clientSecret:", "clientSecret:\"",
            "clientSecret=",
            "[\"clientId\",\"clientSecret\",\"redirectUri\"]", "// POST /sv6/contentLicensing_login",
            "clientSecret: e => e.target.value", "say('contentLicensing_login is a call for servers')",
            #"docs = "fetch(\"https://www.osteocom.me/sv6/contentLicensing_login\", options)""#,
        ])
    func silent(_ text: String) throws {
        #expect(try Self.findings("const h = '\(Self.host)';\n\(text)\n").isEmpty, "\(text)")
        #expect(try Self.findings("<p>\(Self.host)</p>\n<script>\(text)\n</script>", "a.html").isEmpty, "\(text)")
    }

    @Test("Names and headers count only in files that speak of Osteocom's host or of its API")
    func gate() throws {
        let text = "x({clientSecret:'\(Self.secret)'},'Bearer \(Self.secret)')"
        #expect(try Self.findings(text).isEmpty)
        #expect(try Self.findings("// Osteocom\n" + text).isEmpty)
        #expect(try Self.findings("// osteocommunity.org notosteocom.me osteocom.media\n" + text).isEmpty)
        #expect(try Self.findings("// test.osteocom.me\n" + text).count == 1)
        #expect(try Self.findings("// contentLicensing_catalog\n" + text).count == 1)
        let custom = Environment.custom(
            name: "stage", origin: try #require(Origin(serialized: "https://cards.clinic.example")))
        let configuration = Configuration(environment: custom)
        #expect(try Self.findings("// https://cards.clinic.example/embed/\n" + text).isEmpty)
        #expect(
            try Self.findings("// https://cards.clinic.example/embed/\n" + text, "app.js", configuration).count == 1)
    }

    @Test("A token counts where it is Osteocom's: by name, beside a call, in its player's URL, by its claims")
    func tokens() throws {
        let plain = Self.token(#"{"sub":"\#(Self.client)","exp":1798761600}"#)
        let other = Self.token(#"{"iss":"https://login.clinic.example","sub":"u-19","aud":"portal"}"#)
        let named = Configuration(clientID: Self.client)
        let snapshot = Configuration(rendering: .snapshot)
        #expect(try Self.findings("{session:'\(plain)'}").isEmpty)
        #expect(try Self.findings("{session:'\(plain)'}", "a.json", named).count == 1)
        #expect(try Self.findings("{session:'\(plain)'}", "app.js", named).first?.message.contains(Self.client) == true)
        #expect(
            try Self.findings("{session:'\(plain)'}", "app.js", named).first?.message.contains("2027-01-01") == true)
        #expect(try Self.findings("{userAccessKey:'\(plain)'}").count == 1)
        #expect(try Self.findings("{tokenAuthVideo:'\(plain)'}").count == 1)
        #expect(try Self.findings("{tokenAuthVideo:'\(plain)'}", "a.js", snapshot).isEmpty)
        #expect(try Self.findings("// \(Self.host)\n{token:'\(plain)'}").isEmpty)
        #expect(try Self.findings("// contentLicensing_login\n{token:'\(plain)'}").count == 1)
        #expect(try Self.findings("// contentLicensing_login\n{token:'\(other)'}").isEmpty)
        let far = String(repeating: " ", count: 5000)
        #expect(try Self.findings("// contentLicensing_login\(far)\n{token:'\(plain)'}").isEmpty)
        #expect(try Self.findings("// \(Self.host)\n{a:'Bearer \(plain)'}").count == 1)
        #expect(try Self.findings("// \(Self.host)\n{a:'Bearer \(other)'}").isEmpty)
        #expect(try Self.findings("src='https://www.osteocom.me/player/1?signature=\(plain)'").count == 1)
        #expect(
            try Self.findings("src='https://www.osteocom.me/player/1?signature=\(plain)'", "a.js", snapshot).isEmpty)
        #expect(try Self.findings("src='https://player.example/1?signature=\(plain)'").isEmpty)
        let osteocoms = Self.token(#"{"iss":"https://www.osteocom.me","clientId":"pT5mRZ81qLwYc0dXaB2e"}"#)
        #expect(try Self.findings("x='\(osteocoms)'").first?.message.contains("pT5mRZ81qLwYc0dXaB2e") == true)
        let sample = Self.token(#"{"sub":"1234567890","name":"John Doe","iat":1516239022}"#)
        #expect(try Self.findings("// \(Self.host)\n{clientSecret:'\(sample)',a:'Bearer \(sample)'}").isEmpty)
    }

    @Test("The same secret in one file is one finding with its further places")
    func repeated() throws {
        let line = "login({clientSecret:'\(Self.secret)'});\n"
        let text =
            "// \(Self.host)\n" + String(repeating: line, count: 100) + "login({clientSecret:'Zt0Yb2LmvT2wK9sX'})"
        let findings = try Self.findings(text)
        #expect(findings.count == 2)
        #expect(findings.first?.related.count == 99)
    }

    @Test(
        "The secret of the environment is found in every file, as it is and encoded",
        arguments: [
            "Zq8+r/T5vW2=kP0xLd7N", "Zq8%2Br%2FT5vW2%3DkP0xLd7N", "Zq8%2br%2fT5vW2%3dkP0xLd7N",
            #"Zq8+r\/T5vW2=kP0xLd7N"#,
            #"Zq8\u002Br\u002FT5vW2\u003DkP0xLd7N"#, #"Zq8\u002br/T5vW2\u003dkP0xLd7N"#,
            "Zq8&#x2B;r&#x2F;T5vW2&#x3D;kP0xLd7N",
            "WnE4K3IvVDV2VzI9a1AweExkN04=", "YTpacTgrci9UNXZXMj1rUDB4TGQ3Tg==", "YWI6WnE4K3IvVDV2VzI9a1AweExkN046YQ==",
        ])
    func environment(_ written: String) throws {
        let findings = try Self.findings("k('\(written)')", secret: Self.environment)
        #expect(findings.count == 1)
        #expect(findings.first?.message.contains("OSTEOCOM_CLIENT_SECRET") == true)
        #expect(findings.first?.snippet?.text.contains("5vW2") == false)
        #expect(findings.first?.snippet?.text.contains("ZXMj1rUD") == false)
        #expect(try Self.findings("k('\(written)')").isEmpty)
    }

    @Test(
        "A placeholder and a short word in the environment are no secret",
        arguments: ["", "test", "short7", "YOUR_CLIENT_SECRET"])
    func unknown(_ value: String) {
        #expect(KnownSecret(value) == nil)
    }

    @Test("The known secret shows asterisks however it is printed")
    func shielded() throws {
        let secret = try #require(KnownSecret(Self.environment))
        var dumped = ""
        dump(secret, to: &dumped)
        #expect("\(secret)" == "***")
        #expect(!dumped.contains("vW2"))
        #expect(!String(reflecting: [secret]).contains("vW2"))
    }

    @Test("A secret in an embed's URL is that rule's alone")
    func embedURL() throws {
        let url = "https://www.osteocom.me/embed/course?clientId=\(Self.client)&amp;clientSecret=\(Self.secret)"
        let found = try Self.findings("<iframe src=\"\(url)\">", "a.html", rules: RuleRegistry.all).map(\.rule)
        #expect(found.contains("secret-in-embed-url"))
        #expect(!found.contains("secret-in-page"))
        let both = try Self.findings(
            "<iframe src=\"\(url)\"></iframe>\n<script>x={clientSecret:'\(Self.secret)'}</script>", "a.html",
            rules: RuleRegistry.all
        ).filter { $0.rule == "secret-in-page" }
        #expect(both.count == 1)
        #expect(both.first?.place?.range?.start.line == 2)
    }

    @Test(
        "Calls of the server-side API in scripts and source maps are one finding a file",
        arguments: [
            "fetch('https://www.osteocom.me/sv6/contentLicensing_login')", "fetch(`${api}/contentLicensing_login`)",
            "post(base+\"contentLicensing_login\")", "post('/sv6/contentLicensing_login')",
            #"x="https:\/\/test.osteocom.me\/sv6\/contentLicensing_login""#,
        ])
    func calls(_ text: String) throws {
        let findings = try Self.findings("\(text);\(text)")
        #expect(findings.count == 1)
        #expect(findings.first?.related.count == 1)
        #expect(findings.first?.message.contains("contentLicensing_login") == true)
        #expect(try Self.findings("{\"sourcesContent\":[\"\(text)\"]}", "app.js.map").count == 1)
        #expect(try Self.findings("{\"text\":[\"\(text)\"]}", "api.json").isEmpty)
        #expect(try Self.findings("<pre>\(text)</pre>", "api.html").isEmpty)
        #expect(try Self.findings("  // \(text)\nx()").isEmpty)
    }

    @Test(
        "Hostile files take time in proportion to their length",
        arguments: [
            "eyJ", "eyJ.", "eyJhbGciOiJ9.e30.e", "clientSecret:", "clientSecret:\"", "clientSecret='9fQ2vLx7RmT0aKc3'",
            "client_secret=",
            "clientSecret\\\\\\", "Bearer ", "Bearer 9fQ2vLx7RmT0aKc3 ", "userAccessKey", "token", "secret",
            "{clientSecret", "((((", "<a clientSecret ",
            "contentLicensing_a", "'/contentLicensing_a", "clientSecret:a||", "osteocom.me",
            "eyJa.b.c eyJhbGci.e30.x contentLicensing_a ",
        ])
    func hostile(_ part: String) throws {
        let text = "\(Self.host) " + String(repeating: part, count: 50_000 / part.utf8.count)
        let findings = try Self.findings(text, "app.js", Configuration(rendering: .snapshot), secret: Self.environment)
        #expect(findings.count <= 2)
    }
}

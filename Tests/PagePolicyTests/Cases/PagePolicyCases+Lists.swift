extension PagePolicyCases {
    private static let good = "https://www.osteocom.me"
    private static let bad = "'self'"

    /// Which directive decides, and which of several.
    mutating func addFallbacks() {
        for (frame, child, fallback) in Self.choices {
            let directives = [("frame-src", frame), ("child-src", child), ("default-src", fallback)]
            let text = directives.compactMap { name, value in value.map { "\(name) \($0)" } }
            add("fallback", [Self.policy(text.joined(separator: "; "))])
            add("fallback", [Self.policy(text.reversed().joined(separator: ";"))])
        }
        for policy in [
            "default-src 'strict-dynamic' 'nonce-abc'", "default-src 'nonce-abc' https:",
            "default-src 'strict-dynamic' https:", "default-src 'unsafe-inline' 'unsafe-eval' *",
            "default-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'self'", "script-src 'none'",
            "object-src 'none'", "fenced-frame-src 'none'", "img-src 'self'; script-src 'self'",
            "FRAME-SRC 'none'", "Frame-Src https://www.osteocom.me", "frame-source 'none'", "frame_src 'none'",
            "frame-src", "frame-src;", ";;frame-src 'none';;", " frame-src\t'none'", "child-src", "default-src",
            "frame-src 'none'; frame-src https://www.osteocom.me",
            "frame-src https://www.osteocom.me; frame-src 'none'",
            "default-src 'none'; default-src *", "frame-src 'none' ; FRAME-SRC *", "child-src 'none'; worker-src *",
            "worker-src 'none'", "default-src 'none'; frame-src https://www.osteocom.me/embed/",
            "sandbox allow-scripts allow-same-origin", "navigate-to 'none'", "form-action 'none'", "base-uri 'none'",
            "prefetch-src 'none'", "plugin-types application/pdf", "block-all-mixed-content",
            "require-trusted-types-for 'script'",
        ] {
            add("fallback", [Self.policy(policy)])
        }
    }

    private static let choices: [(String?, String?, String?)] = {
        let values = [nil, good, bad]
        let all = values.flatMap { frame in values.flatMap { child in values.map { (frame, child, $0) } } }
        return all.filter { $0.0 != nil || $0.1 != nil || $0.2 != nil }
    }()

    /// Several policies, in fields, in commas and in markup.
    mutating func addSeveral() {
        let good = "frame-src \(Self.good)"
        let bad = "frame-src \(Self.bad)"
        for (first, second) in [
            (good, bad), (bad, good), (good, good), (good, "img-src 'none'"), (good, "default-src 'none'"),
            ("default-src 'none'", good), (good, ""), (bad, ""), ("img-src 'none'", "script-src 'none'"),
            ("child-src \(Self.bad)", good), ("frame-src https:", "frame-src http:"),
        ] {
            add("several-fields", [Self.policy(first), Self.policy(second)])
            add("several-commas", [Self.policy("\(first), \(second)")])
            add("several-commas", [Self.policy("\(first),\(second),")])
            add("several-metas", head: Self.meta(first) + Self.meta(second))
            add("several-mixed", [Self.policy(first)], head: Self.meta(second))
            add("several-meta-commas", head: Self.meta("\(first), \(second)"))
            add("several-reported", [Self.policy(first), ["Content-Security-Policy-Report-Only", second]])
            add("several-reported", [["Content-Security-Policy-Report-Only", first]], head: Self.meta(second))
        }
        add("several-reported", [["Content-Security-Policy-Report-Only", "frame-src 'none'"]])
        add("several-commas", [Self.policy("frame-src 'self', https://www.osteocom.me")])
        add("several-commas", [Self.policy("frame-src https://www.osteocom.me, 'self'")])
        add("several-commas", [Self.policy(", frame-src 'none'")])
        for name in ["content-security-policy", "CONTENT-SECURITY-POLICY", "X-Content-Security-Policy", "X-WebKit-CSP"]
        {
            add("several-names", [[name, "frame-src 'none'"]])
        }
    }

    /// Values that hold what no value may hold.
    mutating func addDropped() {
        for text in [
            "\u{E4}", "\u{1}", "\u{7F}", "\u{A0}", "\u{FF}", "\u{B}", "\u{C}", "`", "^", "{}", "|", "\\", "<>",
        ] {
            for policy in [
                "frame-src 'self' \(text)", "frame-src https://www.osteocom.me \(text)",
                "frame-src 'none\(text)'; child-src 'self'", "frame-src \(text); default-src 'self'",
                "frame-src \(text); default-src https:", "frame-src \(text); frame-src 'self'",
                "frame\(text)-src 'self'",
            ] {
                add("dropped", [Self.policy(policy)])
            }
        }
        for text in ["\u{E4}", "&#228;", "&#1;", "\u{2028}", "&nbsp;", "&#10;", "&#12;", "\u{7F}"] {
            add("dropped-meta", head: Self.meta("frame-src 'self'\(text)"))
            add("dropped-meta", head: Self.meta("frame-src https://www.osteocom.me\(text); default-src 'self'"))
            add("dropped-meta", head: Self.meta("frame-src \(text) 'none'"))
        }
    }

    mutating func addRedirects() {
        let other = "https://cards.osteocom.example/embed/shown"
        let same = "https://www.osteocom.me/embed/shown"
        let insecure = "http://www.osteocom.me/embed/shown"
        for source in [
            "https://www.osteocom.me", "https://cards.osteocom.example",
            "https://www.osteocom.me https://cards.osteocom.example",
            "https://www.osteocom.me/embed/course https://cards.osteocom.example/other/",
            "https://www.osteocom.me/embed/course", "https://www.osteocom.me/embed/shown",
            "https://www.osteocom.me/other/",
            "'self'", "https:", "*", "http:", "www.osteocom.me",
            "https://www.osteocom.me/embed/course *.osteocom.example",
        ] {
            for locations in [[same], [other], [other, same], [same, other]] {
                var hops = locations.map { PagePolicyCase.Hop(status: 302, location: $0) }
                hops.append(PagePolicyCase.Hop())
                add("redirect", [Self.policy("frame-src \(source)")], hops: hops)
            }
        }
        for status in [301, 303, 307, 308] {
            let hops = [PagePolicyCase.Hop(status: status, location: other), PagePolicyCase.Hop()]
            add("redirect", [Self.policy("frame-src https://www.osteocom.me")], hops: hops)
            add(
                "redirect", head: Self.meta("frame-src https://www.osteocom.me https://cards.osteocom.example/x"),
                hops: hops)
        }
        for source in ["https:", "http:", "https://www.osteocom.me", "http://www.osteocom.me", "*"] {
            add(
                "redirect-insecure", [Self.policy("frame-src \(source)")], page: Self.insecurePage,
                hops: [PagePolicyCase.Hop(status: 302, location: insecure), PagePolicyCase.Hop()])
            add(
                "redirect-upgraded", [Self.policy("frame-src \(source); upgrade-insecure-requests")],
                hops: [PagePolicyCase.Hop(status: 302, location: insecure), PagePolicyCase.Hop()])
        }
    }

    mutating func addUpgrades() {
        let insecure = Self.embed.replacing("https:", with: "http:")
        for source in [
            "https:", "http:", "https://www.osteocom.me", "http://www.osteocom.me", "'self'", "www.osteocom.me",
        ] {
            let policy = "frame-src \(source); upgrade-insecure-requests"
            for page in [Self.page, Self.insecurePage] {
                add("upgrade", [Self.policy(policy)], page: page, embed: insecure)
                add("upgrade", head: Self.meta(policy), page: page, embed: insecure)
                add(
                    "upgrade", [Self.policy("frame-src \(source)"), Self.policy("upgrade-insecure-requests")],
                    page: page, embed: insecure)
            }
            add(
                "upgrade",
                [
                    Self.policy("frame-src \(source)"),
                    ["Content-Security-Policy-Report-Only", "upgrade-insecure-requests"],
                ],
                page: Self.insecurePage, embed: insecure)
        }
    }
}

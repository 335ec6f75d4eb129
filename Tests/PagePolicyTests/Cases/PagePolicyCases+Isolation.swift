extension PagePolicyCases {
    private static let name = "Cross-Origin-Embedder-Policy"
    private static let credentialless = #"<iframe title="Card" credentialless src="{{embed}}"></iframe>"#

    private static func answer(_ embedder: String?, _ resource: String?) -> PagePolicyCase.Hop {
        var headers: [[String]] = []
        if let embedder { headers.append([name, embedder]) }
        if let resource { headers.append(["Cross-Origin-Resource-Policy", resource]) }
        return PagePolicyCase.Hop(headers: headers)
    }

    /// What `Cross-Origin-Embedder-Policy` keeps out.
    mutating func addIsolation() {
        for value in Self.values { add("isolation-value", [[Self.name, value]]) }
        for value in ["require-corp", "credentialless", "unsafe-none"] {
            add("isolation-value", [[Self.name, value]], page: Self.insecurePage)
            add("isolation-value", [[Self.name + "-Report-Only", value]])
            add("isolation-value", head: Self.meta(value, Self.name))
            add("isolation-value", [[Self.name, value]], body: Self.credentialless)
            add("isolation-value", [[Self.name, value]], body: #"<object data="{{embed}}"></object>"#)
            add("isolation-value", [[Self.name, value]], body: #"<embed src="{{embed}}">"#)
            add(
                "isolation-value", [[Self.name, value]],
                body: #"<iframe sandbox="allow-scripts" src="{{embed}}"></iframe>"#)
            for embedder in [
                nil, "unsafe-none", "require-corp", "credentialless", "REQUIRE-CORP", "require-corp; report-to=\"x\"",
            ] {
                for resource in [nil, "cross-origin", "same-site", "same-origin", "CROSS-ORIGIN", "nonsense"] {
                    add("isolation-answer", [[Self.name, value]], hops: [Self.answer(embedder, resource)])
                }
            }
            for resource in [nil, "cross-origin"] {
                add(
                    "isolation-credentialless", [[Self.name, value]], body: Self.credentialless,
                    hops: [Self.answer("require-corp", resource)])
            }
            for first in [nil, "cross-origin", "same-origin"] {
                var redirect = Self.answer(nil, first)
                redirect.status = 302
                redirect.location = "https://cards.osteocom.example/embed/shown"
                add(
                    "isolation-redirect", [[Self.name, value]],
                    hops: [redirect, Self.answer("require-corp", "cross-origin")])
                add("isolation-redirect", [[Self.name, value]], hops: [redirect, Self.answer("require-corp", nil)])
                add("isolation-redirect", [[Self.name, value]], hops: [redirect, Self.answer(nil, "cross-origin")])
            }
            add("isolation-value", [[Self.name, value], Self.policy("frame-src https://www.osteocom.me")])
        }
        for pair in [
            ["require-corp", "require-corp"], ["unsafe-none", "require-corp"], ["require-corp", "unsafe-none"],
            ["require-corp", ""], ["credentialless", "require-corp"],
        ] {
            add("isolation-value", pair.map { [Self.name, $0] })
        }
        add(
            "isolation-answer", [[Self.name, "require-corp"]],
            hops: [
                PagePolicyCase.Hop(headers: [
                    [Self.name, "require-corp"], ["Cross-Origin-Resource-Policy", "cross-origin"],
                    ["Cross-Origin-Resource-Policy", "same-origin"],
                ])
            ])
        add(
            "isolation-answer", [[Self.name, "require-corp"]],
            hops: [
                PagePolicyCase.Hop(headers: [
                    [Self.name, "require-corp"], ["Cross-Origin-Resource-Policy", "same-origin"],
                    ["Cross-Origin-Resource-Policy", "cross-origin"],
                ])
            ])
        for resource in [" cross-origin ", "cross-origin; x", "cross-origin, cross-origin", "same-site, cross-origin"] {
            add("isolation-answer", [[Self.name, "require-corp"]], hops: [Self.answer("require-corp", resource)])
        }
    }

    private static let values = [
        "require-corp", "credentialless", "unsafe-none", "", "Require-Corp", "REQUIRE-CORP", " require-corp ",
        "\trequire-corp",
        "require-corp;", "require-corp;report-to", "require-corp; report-to=\"x\"", "require-corp;report-to=x",
        "require-corp;report-to='x'", "require-corp ; report-to=\"x\"", "require-corp; report-to=\"x",
        "require-corp;a=1;b=?1",
        "require-corp;a=1.5", "require-corp;a=1.", "require-corp;a=-", "require-corp;a=:YWJj:", "require-corp;a=:YW,:",
        "require-corp;A=1",
        "require-corp;a=\"\\\"\"", "require-corp;a=\"\\x\"", "require-corp;;a", "require-corp;a b", "require-corp;*a=1",
        "require-corp;a=1234567890123456", "require-corp;a=123456789012345", "require-corp;a=?2",
        "require-corp;a=1234567890123.5",
        "\"require-corp\"", "'require-corp'", "require-corp, require-corp", "unsafe-none, require-corp",
        "require-corp, unsafe-none",
        "require-corp unsafe-none", "(require-corp)", "require-corp/x", "require-corp:x", "require corp", "requirecorp",
        "credentialless; report-to=\"x\"", "same-origin", "*", "1", "require-corp\u{E4}", "require-corp;a=\"\u{E4}\"",
        "require-corp;a=\t1", "require-corp;\ta=1", "require-corp\t;a=1", "credentialless, credentialless", "none",
        "require-corp;a=@1",
        "require-corp;a=%\"x\"",
    ]
}

extension PagePolicyCases {
    private static let blocking = meta("frame-src 'self'")

    /// Where a policy in markup counts, and which.
    mutating func addMetas() {
        for name in [
            "Content-Security-Policy", "content-security-policy", "CONTENT-SECURITY-POLICY", " Content-Security-Policy",
            "Content-Security-Policy ", "Content-Security-Policy-Report-Only", "X-Content-Security-Policy",
            "Content&#45;Security-Policy", "Content-Security-Polic\u{131}",
        ] {
            add("meta-name", head: Self.meta("frame-src 'self'", name))
        }
        for content in [
            "", " ", "frame-src 'self'", "frame-src &#39;none&#39;", "frame-src\n'self'", "frame-src &quot;self&quot;",
            "frame-src https&colon;//www.osteocom.me", "frame-src https://www.osteocom.me/embed/&Tab;",
            "frame-ancestors 'none'", "sandbox", "sandbox allow-scripts", "report-uri /r",
            "frame-ancestors 'none'; frame-src *",
            "sandbox; frame-src 'none'", "default-src 'none'; frame-src https://www.osteocom.me",
            "upgrade-insecure-requests; frame-src https:", "child-src 'none'",
        ] {
            add("meta-content", head: Self.meta(content))
        }
        for head in [
            "<meta http-equiv=Content-Security-Policy>", "<meta content=\"frame-src 'none'\">",
            "<meta name=Content-Security-Policy content=\"frame-src 'none'\">",
            "<meta http-equiv=refresh http-equiv=Content-Security-Policy content=\"frame-src 'none'\">",
            "<meta http-equiv=Content-Security-Policy content=\"img-src *\" content=\"frame-src 'none'\">",
            "<meta charset=utf-8 http-equiv=Content-Security-Policy content=\"frame-src 'none'\">",
            "<meta name=x http-equiv=Content-Security-Policy content=\"frame-src 'none'\">",
            "<META HTTP-EQUIV=Content-Security-Policy CONTENT=\"frame-src 'none'\">",
            "<meta http-equiv=Content-Security-Policy content=\"frame-src 'none'\" />",
            "<!-- \(Self.blocking) -->", "<template>\(Self.blocking)</template>",
            "<noscript>\(Self.blocking)</noscript>",
            "<script>'\(Self.blocking)'</script>", "<style>\(Self.blocking)</style>", "<svg>\(Self.blocking)</svg>",
            "<div>\(Self.blocking)</div>", "<p>\(Self.blocking)", "<x-head>\(Self.blocking)</x-head>",
            "<head>\(Self.blocking)</head>", "<template shadowrootmode=open>\(Self.blocking)</template>",
            "<link rel=icon href=data:,>\(Self.blocking)", "<title>x</title>\(Self.blocking)", "text\(Self.blocking)",
            "<base href=https://www.osteocom.me/>\(Self.blocking)", "<script></script>\(Self.blocking)",
        ] {
            add("meta-place", head: head)
        }
        for markup in Self.pages {
            add(
                "meta-page",
                markup: markup.replacing("{{meta}}", with: Self.blocking).replacing("{{frame}}", with: Self.iframe))
        }
        for inner in [Self.iframe, Self.blocking + Self.iframe] {
            let srcdoc = inner.replacing("\"", with: "&quot;")
            let body = "<iframe srcdoc=\"\(srcdoc)\"></iframe>"
            add("srcdoc", [Self.policy("frame-src 'self'")], body: body)
            add("srcdoc", [Self.policy("frame-src https://www.osteocom.me")], body: body)
            add("srcdoc", head: Self.blocking, body: body)
            add("srcdoc", body: body)
        }
    }

    private static let pages = [
        "{{meta}}{{frame}}", "<!DOCTYPE html>{{meta}}{{frame}}", "<!DOCTYPE html><html>{{meta}}<body>{{frame}}",
        "<!DOCTYPE html><head></head>{{meta}}<body>{{frame}}", "<!DOCTYPE html><head></head><body>{{meta}}{{frame}}",
        "<!DOCTYPE html><title>x</title>{{meta}}<p>{{frame}}", "<!DOCTYPE html><title>x</title><p>{{meta}}{{frame}}",
        "<!DOCTYPE html><body>{{frame}}{{meta}}", "<!DOCTYPE html><body><head>{{meta}}</head>{{frame}}",
        "<!DOCTYPE html>{{frame}}<head>{{meta}}</head>", "<!DOCTYPE html><html><head>{{meta}}</html>{{frame}}",
        "<!DOCTYPE html><head>{{meta}}<body></body>{{frame}}", "<!DOCTYPE html><head><p></p>{{meta}}</head>{{frame}}",
        "<!DOCTYPE html><head></head><template></template>{{meta}}<body>{{frame}}",
        "<!DOCTYPE html><head></head> <!-- x --> {{meta}}{{frame}}", "<!DOCTYPE html><body></body>{{meta}}{{frame}}",
        "<!DOCTYPE html><head><noscript><p>{{meta}}</noscript></head>{{frame}}",
        "<!DOCTYPE html><head></head></br>{{meta}}{{frame}}",
    ]

    /// Frames of other kinds.
    mutating func addElements() {
        for body in [
            Self.iframe, #"<object data="{{embed}}"></object>"#, #"<embed src="{{embed}}">"#,
            #"<object type="text/html" data="{{embed}}"></object>"#, #"<embed type="text/html" src="{{embed}}">"#,
            #"<iframe loading=eager src="{{embed}}"></iframe>"#,
            #"<iframe sandbox="allow-scripts" src="{{embed}}"></iframe>"#,
        ] {
            for policy in [
                "img-src *", "frame-src 'self'", "frame-src https://www.osteocom.me", "object-src 'none'",
                "object-src https://www.osteocom.me", "object-src https://www.osteocom.me; frame-src 'none'",
                "object-src 'none'; frame-src https://www.osteocom.me", "default-src 'none'",
                "default-src https://www.osteocom.me",
                "default-src 'none'; frame-src https://www.osteocom.me",
                "default-src 'none'; object-src https://www.osteocom.me",
                "default-src 'none'; object-src https://www.osteocom.me; frame-src https://www.osteocom.me",
                "child-src 'none'", "child-src 'none'; object-src https://www.osteocom.me",
                "object-src https://www.osteocom.me/embed/; frame-src https://www.osteocom.me/embed/course",
                "object-src https://www.osteocom.me/other/", "plugin-types text/html", "plugin-types application/pdf",
            ] {
                add("element", [Self.policy(policy)], body: body)
            }
            let hops = [
                PagePolicyCase.Hop(status: 302, location: "https://cards.osteocom.example/embed/shown"),
                PagePolicyCase.Hop(),
            ]
            for policy in [
                "object-src https://www.osteocom.me", "frame-src https://www.osteocom.me",
                "default-src https://www.osteocom.me",
                "object-src https://cards.osteocom.example", "object-src *; frame-src https://www.osteocom.me",
            ] {
                add("element-redirect", [Self.policy(policy)], body: body, hops: hops)
            }
        }
        for body in [#"<object data="{{embed}}"></object>"#, #"<object type="" data="{{embed}}"></object>"#] {
            for policy in [
                "object-src https://www.osteocom.me/embed/other", "object-src https://www.osteocom.me:8443/",
                "object-src http://www.osteocom.me/x", "default-src https://www.osteocom.me/other/",
                "object-src https://www.osteocom.me/other/; frame-src https://www.osteocom.me/embed/",
                "object-src https://www.osteocom.me/embed/; frame-src https://www.osteocom.me/other/",
                "object-src *.osteocom.me/other", "object-src https://osteocom.me",
            ] {
                add("element-object", [Self.policy(policy)], body: body)
            }
        }
        for policy in [
            "frame-src 'self'", "frame-src https://www.osteocom.me/embed/", "default-src 'unsafe-inline' https:",
        ] {
            let script = "<script>for (const f of document.querySelectorAll('iframe')) f.src = f.dataset.src</script>"
            add(
                "deferred", [Self.policy(policy)],
                body: #"<iframe title="Card" data-src="{{embed}}"></iframe>"# + script)
            add(
                "deferred", head: Self.meta(policy),
                body: #"<iframe title="Card" data-src="{{embed}}"></iframe>"# + script)
            add(
                "deferred", [Self.policy(policy)],
                body: #"<iframe title="Card" loading="lazy" src="{{embed}}"></iframe>"#)
        }
        for policy in ["frame-src 'self'", "frame-src https://www.osteocom.me", "default-src 'none'"] {
            let body = #"<iframe title="Card" credentialless src="{{embed}}"></iframe>"#
            add("element-credentialless", [Self.policy(policy)], body: body)
        }
        for policy in ["img-src *", "frame-src 'self'", "child-src 'self'", "default-src https://www.osteocom.me"] {
            add(
                "frameset", [Self.policy(policy)],
                markup: "<!DOCTYPE html><title>Course</title><frameset rows=*><frame src=\"{{embed}}\"></frameset>")
        }
    }
}

extension PagePolicyCases {
    private static let sources = [
        "'self'", "'SELF'", "'none'", "'none' 'none'", "'none' https://www.osteocom.me", "*", "https:", "HTTPS:",
        "http:",
        "ws:", "wss:", "data:", "blob:", "https", "https://", "", "self", "none", "www.osteocom.me", "WWW.Osteocom.ME",
        "osteocom.me", "*.osteocom.me", "*.www.osteocom.me", "*.me", "*me", "w*.osteocom.me", "test.osteocom.me",
        "https://www.osteocom.me", "HTTPS://WWW.OSTEOCOM.ME", "http://www.osteocom.me", "http://www.osteocom.me:80",
        "http://www.osteocom.me:443", "http://www.osteocom.me:*", "https://www.osteocom.me:443",
        "https://www.osteocom.me:80", "https://www.osteocom.me:8443", "https://www.osteocom.me:0443",
        "https://www.osteocom.me:", "https://www.osteocom.me:*", "www.osteocom.me:443", "www.osteocom.me:80",
        "www.osteocom.me:*", "https://*", "https://*:443", "http://*", "*:443", "*:80", "*:*", "https://*.osteocom.me",
        "https://www.osteocom.me/", "https://www.osteocom.me/embed", "https://www.osteocom.me/embed/",
        "https://www.osteocom.me/embed/course", "https://www.osteocom.me/embed/course/",
        "https://www.osteocom.me/embed/Course", "https://www.osteocom.me/EMBED/", "https://www.osteocom.me/embed/cours",
        "https://www.osteocom.me/embed/%63ourse", "https://www.osteocom.me/embed%2Fcourse",
        "https://www.osteocom.me/embed%2F", "https://www.osteocom.me/embed/course?x=1",
        "https://www.osteocom.me/embed/course#f", "https://www.osteocom.me/embed/?x=1", "https://www.osteocom.me?x=1",
        "https://www.osteocom.me//embed/", "https://www.osteocom.me/./embed/", "https://www.osteocom.me/embed/*",
        "www.osteocom.me/embed/", "//www.osteocom.me", "https:/www.osteocom.me", "https:www.osteocom.me",
        "wss://www.osteocom.me", "ftp://www.osteocom.me", "www.osteocom.me.", "https://user@www.osteocom.me",
        "https://www_osteocom.me", "https://www..osteocom.me", "'https://www.osteocom.me'",
        "\"https://www.osteocom.me\"", "https://www.osteocom.me;", "'unsafe-inline'", "'strict-dynamic'",
        "'nonce-abc'", "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='", "'strict-dynamic' https:",
        "'nonce-abc' https://www.osteocom.me", "'unsafe-inline' *", "'report-sample' www.osteocom.me",
        "https://player.example https://www.osteocom.me", "https://player.example\thttps://www.osteocom.me",
        "'self' https://player.example", "127.0.0.1", "learn.partner.example",
    ]

    mutating func addSources() {
        for source in Self.sources {
            let headers = [Self.policy("frame-src \(source)")]
            add("source-https", headers)
            add("source-http", headers, page: Self.insecurePage)
            add(
                "source-insecure", headers, page: Self.insecurePage,
                embed: Self.embed.replacing("https:", with: "http:"))
        }
        for port in ["", ":443", ":8443", ":*", ":80"] {
            for scheme in ["", "https://", "http://"] {
                let headers = [Self.policy("frame-src \(scheme)www.osteocom.me\(port)")]
                add("source-port", headers, embed: "https://www.osteocom.me:8443/embed/course")
            }
        }
        for source in ["www.osteocom.me", "www.osteocom.me.", "*.me.", "*.me", "https:"] {
            add("source-dot", [Self.policy("frame-src \(source)")], embed: "https://www.osteocom.me./embed/course")
        }
    }

    mutating func addPaths() {
        let patterns = [
            ("/embed/a%2Fb", ["/embed/a%2Fb", "/embed/a%2fb", "/embed/a/b", "/embed/a/", "/embed/a"]),
            ("/embed/a/b", ["/embed/a%2Fb", "/embed/a/b", "/embed/a/", "/embed/a", "/embed%2Fa%2F", "/embed/a/b/"]),
            ("/embed/a%20b", ["/embed/a%20b", "/embed/a+b", "/embed/"]),
            ("/embed/%C3%A4", ["/embed/%C3%A4", "/embed/%c3%a4", "/embed/%E4"]),
            ("/embed/%41", ["/embed/A", "/embed/%41", "/embed/a"]),
            ("/embed/A", ["/embed/%41", "/embed/%61"]),
            ("/embed/a;b,c", ["/embed/a%3Bb%2Cc", "/embed/a%3bb%2cc", "/embed/a"]),
            ("/embed/%zz", ["/embed/%zz", "/embed/%25zz"]),
            ("/embed/%25", ["/embed/%25", "/embed/%2525"]),
            ("/embed/%C3%A4%FF", ["/embed/%C3%83%C2%A4%C3%BF", "/embed/%C3%A4%C3%BF", "/embed/%C3%A4%FF", "/embed/"]),
            ("/embed/%F0%9F%98%80", ["/embed/%F0%9F%98%80", "/embed/%ED%A0%BD%ED%B8%80"]),
            ("/embed/%FF", ["/embed/%FF", "/embed/%ff", "/embed/%FE"]),
            ("/embed/%00", ["/embed/%00", "/embed/"]),
            ("/embed/x/../a", ["/embed/a", "/embed/x/", "/embed/x/../a"]),
            ("/embed/", ["/embed", "/embed/", "/embed//"]),
            ("/embed//a", ["/embed/", "/embed//", "/embed/a"]),
        ]
        for (path, patterns) in patterns {
            for pattern in patterns {
                add(
                    "path", [Self.policy("frame-src https://www.osteocom.me\(pattern)")],
                    embed: "https://www.osteocom.me\(path)")
            }
        }
    }
}

/// Tells credentials of other services, whose files may speak of Osteocom as well.
enum ForeignCredential {
    /// How the keys and tokens of well-known services begin.
    private static let prefixes = [
        "pi_", "seti_", "cs_test_", "cs_live_", "sk_", "pk_", "rk_", "src_", "whsec_", "sk-", "pk.", "tok_",
        "ghp_", "gho_", "ghs_", "ghu_", "ghr_", "github_pat_", "glpat-", "gldt-", "glrt-",
        "xoxa-", "xoxb-", "xoxp-", "xoxe.", "xoxe-", "xoxs-", "xoxr-", "xapp-",
        "GOCSPX-", "AIza", "ya29.", "1//0", "AKIA", "ASIA", "SG.", "shpss_", "shpat_", "shpca_", "shppa_",
        "npm_", "pypi-", "dop_v1_", "doo_v1_", "sq0csp-", "sq0atp-", "EAAA", "rzp_", "hf_", "PMAK-", "ATATT",
        "ATCTT", "lin_api_", "ntn_", "hvs.", "hvb.", "key-", "EZAK", "EZTK", "NRAK-", "dapi", "pat-na1-", "pat-eu1-",
        "sbp_", "sb_secret_", "sntrys_", "sntryu_", "dckr_pat_", "dt0c01.", "pul-", "rubygems_", "tfp_", "FLWSECK",
        "access-sandbox-", "access-production-", "EAACEdEose0cBA", "AQV", "oauth2v2_", "pscale_", "vercel_",
    ].map { Array($0.utf8) }

    /// Words by which people tell whose secret it is.
    private static let services: Set = [
        "adobe", "airtable", "algolia", "amazon", "amplify", "apple", "appwrite", "asana", "atlassian", "auth0",
        "authentik",
        "authelia", "aws", "azure", "b2c", "bitbucket", "bitly", "box", "braintree", "calendly", "canva", "clerk",
        "clickup",
        "cloudflare", "cognito", "coinbase", "contentful", "datadog", "descope", "discord", "docusign", "dropbox",
        "ebay", "entra",
        "etsy", "eventbrite", "facebook", "fb", "figma", "firebase", "fitbit", "foursquare", "gcp", "gh", "github",
        "gitlab",
        "gitea", "google", "gmail", "hubspot", "huggingface", "identityserver", "instagram", "intercom", "jira",
        "kakao",
        "keycloak", "klarna", "line", "linear", "linkedin", "logto", "mailchimp", "mapbox", "mastodon", "medium",
        "meta",
        "microsoft", "msal", "mollie", "naver", "netlify", "notion", "office365", "okta", "onelogin", "openai",
        "paddle",
        "patreon", "paypal", "pinterest", "plaid", "quickbooks", "reddit", "salesforce", "segment", "sendgrid",
        "sentry", "shopify",
        "slack", "snapchat", "soundcloud", "spotify", "square", "squareup", "strava", "stripe", "supabase", "telegram",
        "tiktok", "todoist", "trello", "tumblr", "twilio", "twitch", "twitter", "vercel", "vimeo", "vk", "webex",
        "wechat",
        "whatsapp", "wix", "woocommerce", "wordpress", "workos", "xero", "yahoo", "yandex", "youtube", "zendesk",
        "zitadel", "zoho", "zoom",
    ]

    /// Whether a value has the form of another service's key or token.
    static func hasForm(_ value: ArraySlice<UInt8>) -> Bool {
        if prefixes.contains(where: { value.starts(with: $0) }) { return true }
        // Secrets of Microsoft's identity platform: three letters, a digit, `Q~`.
        let tilde = value.prefix(6).lastIndex(of: UInt8(ascii: "~"))
        if let tilde, tilde > value.startIndex + 3, value[tilde - 1] == UInt8(ascii: "Q") { return true }
        return value.count > 20 && String(decoding: value, as: UTF8.self).contains("_secret_")
    }

    /// Whether a word of a name, such as `STRIPE_CLIENT_SECRET` or `googleProvider`, is another service's.
    ///
    /// A name that speaks of Osteocom is Osteocom's.
    static func isNameOfService(_ name: some StringProtocol) -> Bool {
        let words = NameWords.words(of: Array(name.utf8.prefix(200)))
        return !words.contains(OsteocomHost.name) && words.contains(where: services.contains)
    }
}

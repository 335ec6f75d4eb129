/// Recognises the pages that firewalls and bot checks send in the place of what was asked for, often with status 200.
enum ChallengePage {
    /// Fields that only such pages have, by their names in lower case.
    private static let fields: [(name: String, product: String)] = [
        ("cf-mitigated", "Cloudflare's bot check"),
        ("x-amzn-waf-action", "the AWS web application firewall"),
        ("x-sucuri-block", "Sucuri's firewall"),
        ("x-vercel-mitigated", "Vercel's bot check"),
    ]
    /// Text that only such pages have, in lower case.
    ///
    /// What these products put into every page that they guard, such as a script's address, is none.
    private static let certain: [(text: String, product: String)] = [
        ("/orchestrate/chl_page", "Cloudflare's bot check"),
        ("_cf_chl_opt", "Cloudflare's bot check"),
        ("<title>just a moment", "Cloudflare's bot check"),
        ("<title>attention required!", "Cloudflare's firewall"),
        ("incapsula incident id", "Imperva's firewall"),
        ("_incapsula_resource?cwudnsai", "Imperva's firewall"),
        ("errors.edgesuite.net", "Akamai's firewall"),
        ("geo.captcha-delivery.com", "DataDome's bot check"),
        ("px-captcha", "HUMAN's bot check"),
        ("sucuri website firewall", "Sucuri's firewall"),
        ("the requested url was rejected. please consult with your administrator", "F5's firewall"),
        ("fortiguard intrusion prevention", "Fortinet's firewall"),
        ("<title>web page blocked", "Fortinet's firewall"),
        ("<title>ddos-guard", "DDoS-Guard"),
        ("window.gokuprops", "the AWS web application firewall"),
        ("vercel security checkpoint", "Vercel's bot check"),
        ("<title>access denied", "a firewall"),
        ("<title>access to this page has been denied", "a firewall"),
        ("<title>request rejected", "a firewall"),
        ("<title>403 forbidden", "a firewall"),
    ]
    /// Words of such pages that a course may have too, in lower case.
    ///
    /// They count where no `frame-ancestors` came along, which every answer of the embed has.
    private static let likely = [
        "access denied", "attention required", "request blocked", "request rejected", "has been blocked",
        "you have been blocked", "you are blocked", "firewall", "captcha", "unusual traffic", "are you a robot",
        "not a robot", "you are human", "checking your browser", "security check", "ddos protection", "bot detection",
        "enable javascript and cookies to continue", "incident id", "ray id",
    ]
    private static let certainSigns = TextSigns(certain.map(\.text))
    private static let likelySigns = TextSigns(likely)
    /// The signs stand near the beginning of such pages; this many bytes are looked at.
    private static let inspected = 65_536

    /// Whose page a response is; nil where it is nobody's that is known.
    static func name(of hop: ResponseHop, body: [UInt8]) -> String? {
        if let sign = fields.first(where: { hop.field($0.name) != nil }) { return sign.product }
        let text = body.prefix(inspected).map(ASCII.lowercase)
        if let sign = certainSigns.first(in: text) { return certain[sign].product }
        let hasPolicy = hop.fields("content-security-policy").contains { $0.lowercased().contains("frame-ancestors") }
        guard !hasPolicy else { return nil }
        return likelySigns.first(in: text) == nil ? nil : "a firewall or a bot check"
    }
}

extension ResponseHop {
    /// Whose page came in the place of what was asked for, where it is that of a firewall or of a bot check that is
    /// known; nil otherwise.
    public func challenger(body: [UInt8]) -> String? {
        ChallengePage.name(of: self, body: body)
    }
}

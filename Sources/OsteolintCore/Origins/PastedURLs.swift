/// More than one URL where one origin should stand.
struct PastedURLs {
    /// Whether another URL follows behind a separator, so that nobody can say which one is meant.
    let areSeveral: Bool
    /// The URL behind a scheme that was pasted in front of it, as in `https://https://lms.partner.com`; or nil.
    let inner: String?

    init(_ text: OriginText) {
        areSeveral = OriginText.text(text.body).contains(/[,;|\s]https?:\/\//.ignoresCase())
        inner = Self.inner(of: text)
    }

    private static func inner(of text: OriginText) -> String? {
        var name = OriginText.text(text.host.map(OriginText.lowercased))
        var tail = OriginText.text(text.tail)[...]
        guard name == "https" || name == "http", tail.hasPrefix("//") else { return nil }
        while let scheme = tail.prefixMatch(of: /\/\/(https?):\/\//) {
            name = String(scheme.1)
            tail = tail[scheme.1.endIndex...].dropFirst()
        }
        return "\(name):\(tail)"
    }
}

/// How a loader that defers frames is recognised.
struct DeferringSign: Sendable {
    /// The attribute that holds the URL.
    let attribute: String
    /// Another attribute that the frame must have, or nil.
    var marker: String?
    /// What one of the frame's classes must begin with, or nil.
    var className: String?
    /// The loader that uses them.
    let loader: DeferringLoader

    private static let lazyLoader = DeferringLoader(name: "a lazy loader", trigger: .visibility)

    /// The signs by which a loader is known, the more telling ones first.
    static let all: [DeferringSign] = [
        DeferringSign(attribute: "data-cookieblock-src", loader: consent("Cookiebot")),
        DeferringSign(attribute: "data-cmp-src", loader: consent("consentmanager")),
        DeferringSign(attribute: "data-src-cmplz", loader: consent("Complianz")),
        DeferringSign(attribute: "suppressedsrc", loader: consent("iubenda")),
        DeferringSign(attribute: "data-suppressedsrc", loader: consent("iubenda")),
        DeferringSign(attribute: "uc-src", loader: consent("Usercentrics")),
        DeferringSign(attribute: "consent-original-src-_", loader: consent("Real Cookie Banner")),
        DeferringSign(attribute: "data-src", className: "optanon-category", loader: consent("OneTrust")),
        DeferringSign(attribute: "data-src", marker: "data-usercentrics", loader: consent("Usercentrics")),
        DeferringSign(attribute: "data-src", marker: "data-cookieconsent", loader: consent("Cookiebot")),
        DeferringSign(attribute: "data-src", marker: "data-iub-purposes", loader: consent("iubenda")),
        DeferringSign(attribute: "data-src", className: "_iub_cs_activate", loader: consent("iubenda")),
        DeferringSign(attribute: "data-src", className: "cmplz-", loader: consent("Complianz")),
        DeferringSign(attribute: "data-src", marker: "data-name", loader: consent("Klaro")),
        DeferringSign(attribute: "data-src", className: "lazy", loader: lazyLoader),
        DeferringSign(attribute: "data-lazy-src", loader: lazyLoader),
        DeferringSign(
            attribute: "data-litespeed-src", loader: DeferringLoader(name: "LiteSpeed Cache", trigger: .visibility)),
        DeferringSign(
            attribute: "data-src", loader: DeferringLoader(name: "a lazy loader or a consent manager", trigger: .script)
        ),
    ]

    /// Where the attribute stands among those of known loaders; nil for one that no known loader uses.
    static func rank(of attribute: String) -> Int? {
        all.firstIndex { $0.attribute == attribute }
    }

    /// Whether a frame with these attributes bears the sign, the held URL aside.
    func isBorne(by attributes: [FrameAttribute]) -> Bool {
        if let marker, !attributes.contains(where: { $0.name == marker }) { return false }
        guard let className else { return true }
        let classes = attributes.first { $0.name == "class" }?.value.text ?? ""
        return classes.split(whereSeparator: \.isWhitespace).contains { $0.lowercased().hasPrefix(className) }
    }

    private static func consent(_ name: String) -> DeferringLoader {
        DeferringLoader(name: name, trigger: .consent)
    }
}

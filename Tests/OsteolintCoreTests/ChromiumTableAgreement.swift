import OsteolintCore
import WebURL

/// Whether a page has the frames that Chromium has.
struct ChromiumTableAgreement: Sendable {
    let row: ChromiumTableRow
    let scripting: Bool
    /// The first difference, or nil where there is none.
    let difference: String?

    init(_ row: ChromiumTableRow, _ bytes: [UInt8], scripting: Bool) {
        self.row = row
        self.scripting = scripting
        do {
            difference = try bytes.withUnsafeBytes { bytes in
                let page = try Page(
                    path: row.file, bytes: bytes, decoder: TextDecoder(), options: row.options(scripting: scripting))
                return Self.difference(page, row, scripting: scripting)
            }
        } catch {
            difference = "\(error)"
        }
    }

    private static func difference(_ page: Page, _ row: ChromiumTableRow, scripting: Bool) -> String? {
        let base = row.baseURI(scripting: scripting)
        guard page.baseURL.href == base else { return "base URL \(page.baseURL.href) instead of \(base)" }
        let found = Dictionary(grouping: page.frameElements, by: \.element)
        for element in ["iframe", "frame", "object", "embed"] {
            var (expected, areOrdered) = row.frames(element, scripting: scripting)
            var frames = (found[element] ?? []).compactMap { ChromiumTableFrame($0, in: page) }
            if !areOrdered {
                expected.sort { "\($0.attributes)" < "\($1.attributes)" }
                frames.sort { "\($0.attributes)" < "\($1.attributes)" }
            }
            if let difference = difference(frames, expected, in: row) { return "\(element): \(difference)" }
        }
        return nil
    }

    private static func difference(
        _ frames: [ChromiumTableFrame],
        _ expected: [ChromiumTableFrame],
        in row: ChromiumTableRow
    ) -> String? {
        guard frames.count == expected.count else { return "\(expected.count) expected, \(frames.count) found" }
        return zip(frames, expected).lazy.compactMap { difference($0, $1, in: row) }.first
    }

    private static func difference(
        _ frame: ChromiumTableFrame,
        _ expected: ChromiumTableFrame,
        in row: ChromiumTableRow
    ) -> String? {
        guard frame.attributeBytes == expected.attributeBytes else {
            return "attributes \(frame.attributes) instead of \(expected.attributes)"
        }
        guard frame.isInTemplate == expected.isInTemplate, frame.isInShadowTree == expected.isInShadowTree else {
            return "in a template or shadow tree, or not: \(frame.attributes)"
        }
        guard let url = expected.url, !url.isEmpty else { return nil }
        if let found = frame.url { return found == url ? nil : "url \(found) instead of \(url)" }
        // A text that makes no URL stands in the DOM as it was written.
        guard expected.attributes.contains(where: { $0.last == url }) else { return "no url instead of \(url)" }
        return reads(asURL: url) && unparsable[row.id] == nil ? "no url of \(url)" : nil
    }

    /// Whether a text looks so plainly like a URL that it has to parse.
    private static func reads(asURL text: String) -> Bool {
        text.wholeMatch(of: /https?:\/\/[a-z0-9.\-]+(:[0-9]+)?\/[!-~]*/) != nil
    }

    /// Documents with a URL that looks like one and does not parse, with the reason: the DOM gives back the text.
    static let unparsable = [
        "address-47750a07807d": "http://a.1/ ends in a number, so that the host would have to be an IPv4 address",
        "address-d0fb2ef04674": "http://a.1/ ends in a number, so that the host would have to be an IPv4 address",
        "address-4cf4610ef9b8": "https://1.2.3.4.5/ has five parts, an IPv4 address has four",
        "address-8050c51ab725": "https://256.1.1.1/ has a part above 255",
        "address-c3d80b61e2c7": "https://www.osteocom.me:99999/ has a port above 65535",
    ]
}

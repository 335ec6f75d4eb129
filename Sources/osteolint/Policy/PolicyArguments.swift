import ContentSecurityPolicy
import OsteolintReports
import WebURL

/// The arguments of `osteolint policy` and the members of its batch lines, as values.
enum PolicyArguments {
    static func embedURL(_ text: String) throws(UsageError) -> WebURL {
        guard let url = WebURL(text), url.scheme == "https" || url.scheme == "http" else {
            throw UsageError("embed URL \(shown(text)): is no http or https URL; write it whole, with https://")
        }
        return url
    }

    static func ancestor(_ text: String) throws(UsageError) -> Origin {
        if let origin = Origin(serialized: text) { return origin }
        let origin = (WebURL(text) ?? WebURL("https://\(text)"))?.origin ?? .opaque
        let example = origin == .opaque ? "one such as https://lms.partner.com, or null" : "\(origin)"
        throw UsageError("ancestor \(shown(text)): is no serialised origin; write \(example)")
    }

    static func field(_ text: String) throws(UsageError) -> ResponseField {
        guard let colon = text.firstIndex(of: ":"), colon > text.startIndex else {
            throw UsageError(
                "--header \(shown(text)): has no name and colon; write it as 'X-Frame-Options: DENY'")
        }
        let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
        return ResponseField(name: String(text[..<colon]), value: String(value))
    }

    static func chain(from url: WebURL, _ hops: [RecordedHop]) throws(UsageError) -> RedirectChain {
        do throws(RedirectChain.Fault) {
            return try RedirectChain(from: url, hops)
        } catch {
            switch error {
            case .noResponse: throw UsageError("there is no response; name one hop at least")
            case .location(let text, let position):
                throw UsageError("response \(position + 1): its location \(shown(text)) is no http or https URL")
            }
        }
    }

    /// What was given, with nothing that a terminal would obey.
    private static func shown(_ text: String) -> String { VisibleText.visible(text) }
}

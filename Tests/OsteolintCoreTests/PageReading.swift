import OsteolintCore
import WebURL

/// A page as the tests read it.
struct PageReading {
    static let embed =
        "https://www.osteocom.me/embed/course?clientId=kT4mRZ81qLwYc0dXaB2e&productId=66d579675f2a4b8c9df15e43&partnerUserId=u-48213"
    static let frame = "<iframe title=\"Card\" src=\"\(embed)\"></iframe>"

    let page: Page

    init(
        _ bytes: [UInt8],
        options: Page.Options = Page.Options(url: WebURL("https://lms.partner.com/course/view.html")),
        configuration: Configuration = Configuration()
    ) throws {
        page = try bytes.withUnsafeBytes {
            try Page(
                path: "course/view.html", bytes: $0, decoder: TextDecoder(), options: options,
                configuration: configuration)
        }
    }

    init(_ markup: String, scripting: Bool = true) throws {
        try self.init(
            Array(markup.utf8),
            options: Page.Options(
                charset: .utf8, url: WebURL("https://lms.partner.com/course/view.html"), scripting: scripting))
    }

    /// Takes the arrows out of a markup; gives the places where they stood, counted in lines ended by LF.
    static func unmarked(_ markup: String) -> (markup: String, places: [SourceLocation]) {
        var scalars = String.UnicodeScalarView()
        var places: [SourceLocation] = []
        var line = 1
        var column = 1
        for scalar in markup.unicodeScalars {
            guard scalar != "↓" else {
                places.append(SourceLocation(line: line, column: column))
                continue
            }
            scalars.append(scalar)
            column += 1
            if scalar == "\n" { (line, column) = (line + 1, 1) }
        }
        return (String(scalars), places)
    }

    /// Whether some frame's URL is Osteocom's, or was meant to be.
    var hasFrameMeantForOsteocom: Bool {
        page.frames.contains { frame in
            guard let text = frame.source?.value.text else { return false }
            let url = frame.url
            if let url, OsteocomHost.isEmbed(url, in: page.configuration) { return true }
            if let url, HostLikeness.of(url, in: page.configuration) != nil { return true }
            return EmbedURLFault.of(text, resolvedTo: url, in: page.configuration) != nil
        }
    }
}

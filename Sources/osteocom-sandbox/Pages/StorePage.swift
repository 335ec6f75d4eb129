import HTTPTypes
import Hummingbird
import NIOCore

/// What the card and the pages of the checkout have in common.
enum StorePage {
    /// The answer with a page, which is never kept.
    ///
    /// - Parameters:
    ///   - page: the document.
    ///   - policy: the value of Content-Security-Policy.
    ///   - status: the status code.
    /// - Returns: the answer.
    static func response(_ page: String, policy: String, status: HTTPResponse.Status = .ok) -> Response {
        var fields: HTTPFields = [
            .contentType: "text/html; charset=utf-8",
            .contentSecurityPolicy: policy,
            .cacheControl: "no-store",
            .xContentTypeOptions: "nosniff",
        ]
        if let referrerPolicy = HTTPField.Name("Referrer-Policy") {
            fields[referrerPolicy] = "strict-origin-when-cross-origin"
        }
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }

    /// A document.
    ///
    /// - Parameters:
    ///   - title: its title, escaped.
    ///   - attributes: of the root element, each with a space in front.
    ///   - head: what else is in the head.
    ///   - content: the markup of the body.
    /// - Returns: the whole markup.
    static func document(title: String, attributes: String = "", head: String = "", content: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en"\(attributes)>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title)</title>
        <style>
        \(style)
        </style>
        \(head)
        </head>
        <body>
        \(content)
        </body>
        </html>

        """
    }

    /// A price as people read it.
    static func price(_ product: Product) -> String { "€\u{A0}\(product.price)" }

    private static let style = """
        :root {
          color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif;
          --ink: light-dark(#16242a, #e8eef0); --quiet: light-dark(#51626a, #a5b4ba);
          --ground: light-dark(#fff, #151c1f); --line: light-dark(#d5dee1, #364349);
          --accent: light-dark(#0b5c6b, #86d3e1); --on-accent: light-dark(#fff, #06262d);
        }
        * { box-sizing: border-box }
        body { margin: 0; padding: .5rem; display: grid; place-items: center; min-height: 100vh }
        body { background: var(--ground); color: var(--ink) }
        main { width: min(100%, 26rem); padding: clamp(1rem, 6vw, 1.75rem) }
        main { border: 1px solid var(--line); border-radius: .75rem }
        h1 { margin: 0 0 .75rem; font-size: 1.25rem; line-height: 1.3; overflow-wrap: anywhere; text-wrap: balance }
        p { margin: 0 0 .75rem }
        section > :last-child, main > :last-child, form { margin-bottom: 0 }
        .note { font-size: .875rem; color: var(--quiet); overflow-wrap: anywhere }
        .imprint { padding-top: .75rem; border-top: 1px solid var(--line) }
        .price { font-size: 1.5rem; font-weight: 600; line-height: 1.25 }
        .button { display: inline-block; padding: .625rem 1.5rem; border: 0; border-radius: .5rem; font: inherit }
        .button { background: var(--accent); color: var(--on-accent); font-weight: 600; text-decoration: none }
        .button { cursor: pointer }
        .button:hover { text-decoration: underline }
        .button:focus-visible { outline: 3px solid light-dark(#b45f06, #f2b45c); outline-offset: 2px }
        """
}

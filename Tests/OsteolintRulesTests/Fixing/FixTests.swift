import OsteolintCore
import Testing

@Suite("Fixes, rule by rule")
struct FixTests {
    private static let host: String = "https://www.osteocom.me/embed/course"
    private static let client: String = "clientId=kT4mRZ81qLwYc0dXaB2e"
    private static let product: String = "productId=66d579675f2a4b8c9df15e43"
    private static let user: String = "partnerUserId=u-48213"
    private static let url: String = "\(host)?\(client)&amp;\(product)&amp;\(user)"
    private static let frame: String = #"<iframe title="Course" src="\#(url)"></iframe>"#

    /// A frame with a query, its ampersands as references.
    private static func framed(_ query: String) -> String {
        #"<iframe title="Course" src="\#(host)?\#(query)"></iframe>"#
    }

    private static let titles: [(String, String)] = [
        (#"<iframe src="\#(url)"></iframe>"#, #"<iframe title="Osteocom" src="\#(url)"></iframe>"#),
        ("<iframe src='\(url)'></iframe>", #"<iframe title="Osteocom" src='\#(url)'></iframe>"#),
        ("<iframe src=\(url)></iframe>", #"<iframe title="Osteocom" src=\#(url)></iframe>"#),
        ("<IFRAME\n\tSRC='\(url)'\n></IFRAME>", "<IFRAME title=\"Osteocom\"\n\tSRC='\(url)'\n></IFRAME>"),
        (#"<iframe/src="\#(url)"></iframe>"#, #"<iframe title="Osteocom"/src="\#(url)"></iframe>"#),
        (#"<iframe title="" src="\#(url)"></iframe>"#, #"<iframe title="Osteocom" src="\#(url)"></iframe>"#),
        (#"<iframe title=' ' src="\#(url)"></iframe>"#, #"<iframe title='Osteocom' src="\#(url)"></iframe>"#),
        (#"<iframe title src="\#(url)"></iframe>"#, #"<iframe title="Osteocom" src="\#(url)"></iframe>"#),
        (#"<iframe src="\#(url)" title></iframe>"#, #"<iframe src="\#(url)" title="Osteocom"></iframe>"#),
        (#"<iframe src="\#(url)" title=></iframe>"#, #"<iframe src="\#(url)" title="Osteocom"></iframe>"#),
        (#"<iframe src="\#(url)" title=&#32;></iframe>"#, #"<iframe src="\#(url)" title="Osteocom"></iframe>"#),
        (#"<object data="\#(url)"></object>"#, #"<object title="Osteocom" data="\#(url)"></object>"#),
        (
            #"<iframe data-src="\#(url)" class="lazy"></iframe>"#,
            #"<iframe title="Osteocom" data-src="\#(url)" class="lazy"></iframe>"#
        ),
    ]

    @Test("a frame without a name gets a title", arguments: titles)
    func title(before: String, after: String) throws { #expect(try Mending().text(before) == after) }

    private static let schemes: [(String, String)] = [
        ("http://www.osteocom.me/", "https://www.osteocom.me/"),
        ("HTTP://www.osteocom.me/", "HTTPS://www.osteocom.me/"),
        ("http:&#47;/www.osteocom.me/", "https:&#47;/www.osteocom.me/"),
        ("http&colon;//www.osteocom.me/", "https&colon;//www.osteocom.me/"),
        (" http://www.osteocom.me/", " https://www.osteocom.me/"),
        ("http://www.osteocom.me:80/", "https://www.osteocom.me/"),
        ("http://www.osteocom.me:080/", "https://www.osteocom.me/"),
        ("http:\\\\www.osteocom.me/", "https:\\\\www.osteocom.me/"),
    ]

    @Test("http becomes https, and its port goes", arguments: schemes)
    func scheme(before: String, after: String) throws {
        let markup = { (head: String) in
            #"<iframe title="Course" src="\#(head)embed/course?\#(Self.client)&\#(Self.product)&\#(Self.user)"></iframe>"#
        }
        #expect(try Mending().text(markup(before)) == markup(after))
    }

    @Test("a URL without a scheme gets one in a page on http")
    func inherited() throws {
        let mending = Mending(
            configuration: Configuration(origins: [DeclaredOrigin(text: "http://a.test", place: nil)]))
        let markup = Self.frame.replacing("https:", with: "")
        #expect(try mending.text(markup) == Self.frame)
    }

    private static let names: [(String, String)] = [
        ("clientid=kT4mRZ81qLwYc0dXaB2e&amp;\(product)&amp;\(user)", "\(client)&amp;\(product)&amp;\(user)"),
        ("client_id=kT4mRZ81qLwYc0dXaB2e&\(product)&\(user)", "\(client)&\(product)&\(user)"),
        ("\(client)&amp;product-id=66d579675f2a4b8c9df15e43&amp;\(user)", "\(client)&amp;\(product)&amp;\(user)"),
        ("\(client)&amp;amp;\(product)&amp;amp;\(user)", "\(client)&amp;\(product)&amp;\(user)"),
        ("\(client)&amp;amp;amp;\(product)&amp;\(user)", "\(client)&amp;\(product)&amp;\(user)"),
        ("\(client)&amp;#38;\(product)&amp;#38;\(user)", "\(client)&amp;\(product)&amp;\(user)"),
        ("\(client)&amp;\(product)&amp;userId=u-48213", "\(client)&amp;\(product)&amp;\(user)"),
        ("\(client)&amp;prodcutId=66d579675f2a4b8c9df15e43&amp;\(user)", "\(client)&amp;\(product)&amp;\(user)"),
        ("\(client)&amp;\n    \(product)&amp;\r\n    \(user)", "\(client)&amp;\n\(product)&amp;\r\n\(user)"),
        (
            "\(client)&amp;\(product)&amp;partnerUserID&#61;u-48213",
            "\(client)&amp;\(product)&amp;partnerUserId&#61;u-48213"
        ),
        ("\(client)&amp;\(product)&amp;partnerUser&#73;D=u-48213", "\(client)&amp;\(product)&amp;\(user)"),
    ]

    @Test("a misspelled parameter gets its name", arguments: names)
    func name(before: String, after: String) throws {
        #expect(try Mending().text(Self.framed(before)) == Self.framed(after))
    }

    private static let encodings: [(String, String)] = [
        ("partnerUserId=a b", "partnerUserId=a%20b"), ("partnerUserId=a&#32;&#x20;b", "partnerUserId=a%20%20b"),
        ("partnerUserId= a-1 ", "partnerUserId=a-1 "), ("partnerUserId=a\u{1}-1", "partnerUserId=a-1"),
        ("partnerUserId=100%", "partnerUserId=100%25"), ("partnerUserId=a%&percnt;b-", "partnerUserId=a%25%25b-"),
        ("partnerUserId=u%252F48213", "partnerUserId=u%2F48213"),
        ("partnerUserId=u%25252F48213", "partnerUserId=u%2F48213"),
        ("partnerUserId=u%25C3%25A9cole", "partnerUserId=u%C3%A9cole"),
    ]

    @Test("a value is encoded as it was meant", arguments: encodings)
    func encoding(before: String, after: String) throws {
        let others = "\(Self.client)&amp;\(Self.product)&amp;"
        #expect(try Mending().text(Self.framed(others + before)) == Self.framed(others + after))
    }

    private static let joints: [(String, String)] = [
        ("?\(client);\(product);\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
        ("?\(client)&\(product);\(user)", "?\(client)&\(product)&\(user)"),
        ("?\(client)?\(product)?\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
        ("?\(client)&semi;\(product)&#59;\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
        ("?\(client)&amp;\(product)#\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
        ("?\(client)#\(product)&\(user)", "?\(client)&\(product)&\(user)"),
        ("#\(client)&amp;\(product)&amp;\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
        ("#?\(client)&amp;\(product)&amp;\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
        ("?\(client);\(product);partnerUserID=u 48213", "?\(client)&amp;\(product)&amp;partnerUserId=u%2048213"),
        ("?#\(client)&amp;\(product)&amp;\(user)", "?\(client)&amp;\(product)&amp;\(user)"),
    ]

    @Test("parameters are joined as the attribute joins others", arguments: joints)
    func joint(before: String, after: String) throws {
        let markup = { (query: String) in #"<iframe title="Course" src="\#(Self.host)\#(query)"></iframe>"# }
        #expect(try Mending().text(markup(before)) == markup(after))
    }

    private static let attributes: [(String, String)] = [
        (#"<iframe title="A" src="\#(url)" title="B"></iframe>"#, #"<iframe title="A" src="\#(url)"></iframe>"#),
        (#"<iframe title="A" title='B' src="\#(url)"></iframe>"#, #"<iframe title="A" src="\#(url)"></iframe>"#),
        (#"<iframe title="A" title=B TITLE src="\#(url)"></iframe>"#, #"<iframe title="A" src="\#(url)"></iframe>"#),
        (#"<iframe title="A"title="B"src="\#(url)"></iframe>"#, #"<iframe title="A"src="\#(url)"></iframe>"#),
        (#"<iframe title=A title="B"src="\#(url)"></iframe>"#, #"<iframe title=A src="\#(url)"></iframe>"#),
        (#"<iframe title=A title="B"/src="\#(url)"></iframe>"#, #"<iframe title=A /src="\#(url)"></iframe>"#),
        ("<iframe title=A\n  title='B'\n  src='\(url)'></iframe>", "<iframe title=A\n  src='\(url)'></iframe>"),
        (
            #"<iframe title="A" src="\#(url)" src="about:blank" src=x></iframe>"#,
            #"<iframe title="A" src="\#(url)"></iframe>"#
        ),
    ]

    @Test("what browsers drop is taken out", arguments: attributes)
    func attribute(before: String, after: String) throws { #expect(try Mending().text(before) == after) }

    private static let open: String = #"<iframe title="Course" src="\#(url)""#
    private static let closings: [(String, String)] = [
        ("\(open)/><p>Text</p>", "\(open)></iframe><p>Text</p>"),
        ("\(open) /><p>Text</p>", "\(open)></iframe><p>Text</p>"),
        ("\(open)\n/>\n<p>Text</p>\n", "\(open)\n></iframe>\n<p>Text</p>\n"),
        ("\(open)/>", "\(open)></iframe>"),
        (
            "\(open)/>\n\(frame.replacing("u-48213", with: "u-7"))",
            "\(open)></iframe>\n\(frame.replacing("u-48213", with: "u-7"))"
        ),
        (
            "<iframe src='https://player.example/v/7'/>\n\(frame)",
            "<iframe src='https://player.example/v/7'></iframe>\n\(frame)"
        ),
        (
            "\(open)/><b>\(open.replacing("u-48213", with: "u-7")) /></b>\(open.replacing("u-48213", with: "u-8"))/>",
            "\(open)></iframe><b>\(open.replacing("u-48213", with: "u-7"))></iframe></b>"
                + "\(open.replacing("u-48213", with: "u-8"))></iframe>"
        ),
    ]

    @Test("a frame that is written like an empty element is closed", arguments: closings)
    func closing(before: String, after: String) throws { #expect(try Mending().text(before) == after) }

    @Test("what comes to light is mended too")
    func revealed() throws {
        let before = "\(Self.open)/><iframe src='\(Self.url.replacing("u-48213", with: "u-7"))'></iframe>"
        let after =
            "\(Self.open)></iframe><iframe title=\"Osteocom\" src='\(Self.url.replacing("u-48213", with: "u-7"))'></iframe>"
        #expect(try Mending().text(before) == after)
    }

    @Test("several faults of one frame are mended together")
    func together() throws {
        let before =
            "<iframe src='http://www.osteocom.me:80/embed/course?clientid=kT4mRZ81qLwYc0dXaB2e&amp;amp;\(Self.product);"
            + "partnerUserId=a b ' src=x width=1 WIDTH=2 /><p>Text"
        let after =
            "<iframe title=\"Osteocom\" src='https://www.osteocom.me/embed/course?\(Self.client)&amp;\(Self.product)&amp;"
            + "partnerUserId=a%20b ' width=1></iframe><p>Text"
        #expect(try Mending().text(before) == after)
    }

    private static let uncertain: [String] = [
        // Fine as it is.
        frame,
        // A plus sign may be one, or a space.
        framed("\(client)&amp;\(product)&amp;partnerUserId=a+b"),
        // Latin 1, or nothing at all.
        framed("\(client)&amp;\(product)&amp;partnerUserId=%E9"),
        // A space or indentation.
        framed("\(client)&amp;\(product)&amp;partnerUserId=u-\n   48213"),
        // Not all of it is encoded twice.
        framed("\(client)&amp;\(product)&amp;partnerUserId=50%20%2541"),
        // An address would come to light.
        framed("\(client)&amp;\(product)&amp;partnerUserId=a%2540b.it"),
        // Two users.
        framed("\(client)&amp;\(product)&amp;userId=7&amp;uid=8"),
        // A place in the page.
        framed("\(client)&amp;\(product)#top&amp;\(user)"),
        // A second value would come to light.
        framed("\(client)&amp;\(product)&amp;\(user);partnerUserId=8"),
        // A typing error before something that no product's id is.
        framed("\(client)&amp;prodcutId=7&amp;\(user)"),
        // The card is in the second.
        #"<iframe title="Course" src="about:blank" src="\#(url)"></iframe>"#,
        // The title is in the second.
        #"<iframe title="" src="\#(url)" title="Course"></iframe>"#,
        // Own content, closed by an own end tag.
        "\(open)/>Your browser shows no frames.</iframe><p>Text</p>",
        // No slash: where the frame is to end is for a person to say.
        "\(open)><p>Text</p>",
        // Inert, or in somebody else's text.
        "<!-- <iframe src='\(url)'></iframe> --><template><iframe src='\(url)'></iframe></template>",
        "<iframe title=\"Outer\" srcdoc=\"<iframe src='\(url)'></iframe>\"></iframe>",
        // A template engine may bring it.
        "<iframe {{ attributes }} src='\(url)'></iframe>",
        "<iframe title='A' <% if wide %>title='B'<% end %> src='\(url)'></iframe>",
        "<iframe title='A' title='{{ name }}' src='\(url)'></iframe>",
        framed("\(client)&amp;\(product)&amp;{{ prefix }}userId=7"),
    ]

    @Test("what is not certain is left as it is", arguments: uncertain)
    func untouched(markup: String) throws { #expect(try Mending().text(markup) == markup) }

    @Test("what is silenced is left as it is")
    func silenced() throws {
        let markup = "<!-- osteolint-disable-next-line iframe-title-missing -->\n<iframe src=\"\(Self.url)\"></iframe>"
        #expect(try Mending().text(markup) == markup)
        let off = Mending(configuration: Configuration(rules: ["iframe-title-missing": .off]))
        #expect(try off.text("<iframe src=\"\(Self.url)\"></iframe>") == "<iframe src=\"\(Self.url)\"></iframe>")
    }

    @Test("pages for template engines are mended outside of the engine's expressions")
    func template() throws {
        let mending = Mending(configuration: Configuration(rendering: .template))
        let query = "clientid={{ client }}&amp;\(Self.product)&amp;userId={{ user.id | default: 'a b' }}"
        let mended = "clientId={{ client }}&amp;\(Self.product)&amp;partnerUserId={{ user.id | default: 'a b' }}"
        #expect(try mending.text(Self.framed(query)) == Self.framed(mended))
    }

    @Test("findings are counted before and after")
    func counts() throws {
        let markup = Self.framed("clientid=kT4mRZ81qLwYc0dXaB2e&amp;\(Self.product)&amp;partnerUserId=a+b%")
        let page = try Mending().page(Array(markup.utf8))
        #expect((page.cured, page.before, page.after) == (2, 3, 1))
        #expect(page.isChanged && page.obstacle == nil)
    }
}

/// Scripts for Python that read a report and complain about what does not belong into it.
enum ReaderScript {
    /// Renders Markdown as GitHub does, prints what can be read of it, and complains about what a page has slipped in.
    static let markdown = #"""
        import re, sys
        from html.parser import HTMLParser
        from markdown_it import MarkdownIt

        own = {"h2", "h3", "h4", "p", "strong", "code", "pre", "ul", "li", "details", "summary",
               "table", "thead", "tbody", "tr", "th", "td"}
        attributes = {("class", "language-text"), ("style", "text-align:right")}

        class Page(HTMLParser):
            code = 0
            def handle_starttag(self, tag, attrs):
                if tag not in own or not set(attrs) <= attributes:
                    print("tag", tag, attrs, file=sys.stderr)
                self.code += tag in ("code", "pre")
            def handle_endtag(self, tag):
                self.code -= tag in ("code", "pre")
            def handle_data(self, data):
                sys.stdout.write(data)
                # GitHub and GitLab look for all of these outside of code, after everything has been rendered.
                if not self.code and re.search(r"@|#|://|www\.|\w\.\w|:\w+:|\w-\d|[!$%~&]\d", data):
                    print("text", repr(data), file=sys.stderr)
            def handle_comment(self, data):
                print("comment", repr(data), file=sys.stderr)
            def handle_decl(self, decl):
                print("declaration", repr(decl), file=sys.stderr)
            def unknown_decl(self, decl):
                print("declaration", repr(decl), file=sys.stderr)

        source = open(sys.argv[1], newline="").read()
        Page().feed(MarkdownIt("gfm-like", {"html": True, "linkify": True}).render(source))
        """#

    /// Reads HTML and complains about what does not belong into a report.
    static let html = #"""
        import re, sys
        from html.parser import HTMLParser

        foreign = {"iframe", "frame", "object", "embed", "img", "image", "base", "link", "x", "b", "audio", "video"}

        class Page(HTMLParser):
            def handle_starttag(self, tag, attrs):
                if tag in foreign:
                    print("tag", tag, attrs, file=sys.stderr)
                for name, value in attrs:
                    address = name in ("href", "src", "action", "formaction", "xlink:href", "data")
                    scheme = re.match(r"\s*[a-z]+:", value or "", re.I)
                    if name.startswith("on") or address and scheme and not value.startswith("https://"):
                        print("attribute", tag, name, value, file=sys.stderr)
            def handle_comment(self, data):
                print("comment", repr(data), file=sys.stderr)

        Page().feed(open(sys.argv[1], newline="").read())
        """#
}

import WebURL

/// A page that is to be rendered, as its server hands it out.
public struct SitePage: Sendable {
    /// The path of its URL, percent-encoded, with the slash that it begins with.
    let path: String
    /// The value of its Content-Type field.
    let type: String
    /// The page as it is stored.
    let bytes: [UInt8]

    /// Makes a page.
    ///
    /// - Parameters:
    ///   - name: its path below the site's folder, in bytes; an `index.html` is served as its folder.
    ///   - bytes: the page as it is stored.
    ///   - charset: the encoding to read it in, whatever it says itself.
    public init(name: [UInt8], bytes: [UInt8], charset: String?) {
        let slash = UInt8(ascii: "/")
        var names = name.split(separator: slash).map { PercentEncoding.encode($0, .path) }
        if names.last == "index.html" { names[names.count - 1] = "" }
        path = "/" + names.joined(separator: "/")
        type = "text/html" + (charset.map { "; charset=\($0)" } ?? "")
        self.bytes = bytes
    }
}

/// A way in which hosting services are told the header fields of a site.
public enum HostingFormat: String, Sendable, Hashable, CaseIterable {
    /// `_headers` of Netlify and Cloudflare Pages.
    case headers = "_headers"
    /// `netlify.toml`.
    case netlify = "netlify.toml"
    /// `vercel.json`.
    case vercel = "vercel.json"
    /// `.htaccess` of Apache.
    case htaccess = ".htaccess"
    /// A part of nginx's configuration, which has no name of its own.
    case nginx

    /// The format of a file by its name without folders; nil for every other name. Never `nginx`.
    init?(fileName name: some Collection<UInt8>) {
        let named = Self.allCases.first { $0 != .nginx && name.elementsEqual($0.rawValue.utf8) }
        guard let named else { return nil }
        self = named
    }
}

/// What a server says that a file is, by the ending of its name.
enum MediaType {
    private static let utf8 = [
        "css": "text/css", "js": "text/javascript", "mjs": "text/javascript", "txt": "text/plain",
    ]

    private static let others = [
        // A page says its encoding itself.
        "html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml", "xml": "application/xml",
        "json": "application/json", "map": "application/json", "webmanifest": "application/manifest+json",
        "wasm": "application/wasm", "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg",
        "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif", "ico": "image/x-icon",
        "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp4": "video/mp4",
        "webm": "video/webm", "mp3": "audio/mpeg", "pdf": "application/pdf", "vtt": "text/vtt",
    ]

    /// The value of the Content-Type field for a file of a name.
    static func type(ofFile name: String) -> String {
        let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
        return utf8[ending].map { $0 + "; charset=utf-8" } ?? others[ending] ?? "application/octet-stream"
    }
}

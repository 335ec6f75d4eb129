/// The path of a URL (URL Standard, section 4.1).
enum URLPath: Sendable, Hashable {
    /// A path without structure, as in `data:` and `mailto:` URLs.
    case opaque(String)
    /// The segments between the slashes, percent-encoded.
    case list([String])

    var isOpaque: Bool {
        switch self {
        case .opaque: true
        case .list: false
        }
    }

    /// The segments, or none where the path is opaque.
    var segments: [String] {
        switch self {
        case .opaque: []
        case .list(let segments): segments
        }
    }

    /// The path as a URL shows it (URL Standard, "URL path serializer").
    var text: String {
        switch self {
        case .opaque(let text): text
        case .list(let segments): segments.reduce(into: "") { $0 += "/" + $1 }
        }
    }

    /// Removes the last segment (URL Standard, "shorten a URL's path"), but never the drive letter of a `file` URL.
    static func shortened(_ segments: [String], isFile: Bool) -> [String] {
        if isFile, segments.count == 1, let first = segments.first, WindowsDriveLetter.isNormalized(first.utf8) {
            return segments
        }
        return segments.dropLast()
    }
}

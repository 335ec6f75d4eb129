/// The paths that a page is asked for under, with a slash in front.
struct ServedPaths: Sendable {
    /// How a host writes its paths, where the file says it.
    struct Style: Sendable, Hashable {
        /// Whether pages are served without `.html` only.
        var isClean = false
        /// Whether paths end with a slash; nil where either may be.
        var endsWithSlash: Bool?
        /// Whether a folder without a slash at the end is redirected to the one with it, so that no page is served there.
        var redirectsFolders = false

        /// As nginx writes them.
        static let nginx = Style(redirectsFolders: true)
    }

    /// Each once, in UTF-8.
    private(set) var forms: [[UInt8]] = []

    /// The paths of a page.
    ///
    /// - Parameters:
    ///   - path: below the folder that is served, without a slash in front.
    ///   - style: how the host writes them.
    init(_ path: some Collection<UInt8>, style: Style = Style()) {
        let whole = [UInt8(ascii: "/")] + path
        guard let stem = Self.stem(whole) else {
            add(whole)
            return
        }
        if !style.isClean { add(whole) }
        let index = Array("/index".utf8)
        if stem.suffix(index.count).elementsEqual(index) {
            addFolder(Array(stem.dropLast(index.count)), style)
        } else {
            add(stem + (style.endsWithSlash == true ? [UInt8(ascii: "/")] : []))
        }
    }

    private mutating func addFolder(_ folder: [UInt8], _ style: Style) {
        if folder.isEmpty || style.endsWithSlash != false { add(folder + [UInt8(ascii: "/")]) }
        if !folder.isEmpty, style.endsWithSlash != true, !style.redirectsFolders { add(folder) }
    }

    /// The path without `.html`; nil where it does not end so.
    private static func stem(_ path: [UInt8]) -> [UInt8]? {
        let endings = [Array(".html".utf8), Array(".htm".utf8)]
        return endings.first { path.suffix($0.count).elementsEqual($0) }.map { path.dropLast($0.count) }
    }

    /// Adds a path, and how it is written in URLs.
    private mutating func add(_ path: [UInt8]) {
        forms.append(path)
        let encoded = path.flatMap { byte in
            0x21...0x7E ~= byte ? [byte] : Array("%".utf8) + Self.hexadecimal(byte)
        }
        if encoded != path { forms.append(encoded) }
    }

    private static func hexadecimal(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
}

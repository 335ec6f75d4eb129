import WebURL

extension WebURL {
    /// The path as far as a message may show it: parameters that ended up in it, with a user's id, are left out.
    var shownPath: String {
        String(path.prefix { !"&=;".contains($0) })
    }
}

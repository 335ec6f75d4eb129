/// Reads the paths of `_headers` and `netlify.toml`: `*` is anything, `:name` what is between two slashes.
enum SplatPattern {
    /// What a path says; nil where it is too long.
    static func read(_ path: some Collection<UInt8>) -> PathPattern? {
        PathPattern(node(path, placeholder: .segment))
    }

    /// What the scheme and host say that Cloudflare Pages takes in front of a path.
    static func read(origin: some Collection<UInt8>) -> PathPattern? {
        PathPattern(node(origin, placeholder: .repeated(.set(ByteSet("/.".utf8).inverted), 1, nil)))
    }

    private static func node(_ text: some Collection<UInt8>, placeholder: PatternNode) -> PatternNode {
        var nodes: [PatternNode] = []
        var rest = Array(text)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "*") {
                nodes.append(.anything)
            } else if byte == UInt8(ascii: ":"), let first = rest.first, ParameterName.begins(with: first) {
                rest = rest.drop(while: ParameterName.contains)
                nodes.append(placeholder)
            } else {
                nodes.append(.byte(byte))
            }
        }
        return .sequence(nodes)
    }
}

/// The origins in a file of `osteolint origins --file`: one a line, without comments and empty lines.
struct OriginFile {
    let origins: [String]

    init(_ text: String) {
        var scalars = text.unicodeScalars[...]
        if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
        origins = scalars.split { $0 == "\n" || $0 == "\r" }.compactMap { line in
            let first = line.first { !$0.properties.isWhitespace }
            return first == nil || first == "#" ? nil : String(line)
        }
    }
}

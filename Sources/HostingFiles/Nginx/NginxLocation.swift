/// A `location` block: which paths it is for, and what pages there get.
struct NginxLocation: Sendable {
    /// How its paths are told.
    enum Paths: Sendable {
        /// `=`: this path alone.
        case exactly([UInt8])
        /// Paths that begin so; with `^~` no expression is held against them any more.
        case beginning([UInt8], isFinal: Bool)
        /// `~` and `~*`: an expression.
        case matching(PathPattern)
        /// An expression that is not understood.
        case unknown(String)
    }

    let paths: Paths
    let level: NginxLevel

    /// Reads the words in front of a block.
    ///
    /// - Parameter words: with `location` in front.
    /// - Returns: nil for a location that no request is for by its path.
    static func paths(_ words: [ValueText]) -> Paths? {
        guard var argument = words.dropFirst().last?.bytes, words.count <= 3 else { return nil }
        var modifier = words.count == 3 ? words[1].string : ""
        if words.count == 2 {
            // The sign may be written without a space behind it.
            modifier = ["=", "^~", "~*", "~"].first { argument.starts(with: $0.utf8) } ?? ""
            argument.removeFirst(modifier.utf8.count)
        }
        switch modifier {
        case "=": return .exactly(argument)
        case "^~": return .beginning(argument, isFinal: true)
        case "~", "~*":
            let node = RegularExpression.read(argument, ignoresCase: modifier == "~*")
            return node.flatMap(PathPattern.anywhere).map(Paths.matching)
                ?? .unknown(String(decoding: argument.prefix(60), as: UTF8.self))
        default: return argument.first == UInt8(ascii: "@") ? nil : .beginning(argument, isFinal: false)
        }
    }
}

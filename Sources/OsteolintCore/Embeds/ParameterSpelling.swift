/// What a name in an embed's URL was meant to be.
public struct ParameterSpelling: Sendable, Hashable {
    /// How a name comes near to a parameter's, the nearest first.
    public enum Closeness: Int, Sendable, Hashable, Comparable {
        /// It is the name.
        case exact
        /// It has the same letters; case, separators or what surrounds them differ.
        case sameLetters
        /// It is another word for the same thing, Osteocom's own or a common one.
        case synonym
        /// It is one or two typing errors away.
        case typingError

        /// Orders from the nearest.
        public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// The parameter that is meant.
    public let parameter: ParameterName
    /// How near the name comes.
    public let closeness: Closeness

    /// Tells what a name was meant to be; nil for one that has nothing to do with Osteocom's parameters.
    ///
    /// - Parameter name: the name as the card reads it, decoded.
    public init?(_ name: String) {
        if let parameter = ParameterName(rawValue: name) {
            self.init(parameter, .exact)
            return
        }
        let letters = Self.letters(of: name)
        if let parameter = Self.byLetters[letters] {
            self.init(parameter, .sameLetters)
        } else if let parameter = Self.synonyms[letters] {
            self.init(parameter, .synonym)
        } else if let parameter = Self.nearest(to: letters) {
            self.init(parameter, .typingError)
        } else {
            return nil
        }
    }

    /// Whether the name can mean nothing else.
    public var isCertain: Bool { closeness < .typingError }

    private init(_ parameter: ParameterName, _ closeness: Closeness) {
        self.parameter = parameter
        self.closeness = closeness
    }
}

extension ParameterSpelling {
    /// Whether a name still carries a part of a doubly escaped ampersand: `amp;productId`.
    public static func hasAmpersandRemains(_ name: String) -> Bool {
        withoutAmpersandRemains(name[...]).count < name.count
    }

    private static let byLetters = Dictionary(
        uniqueKeysWithValues: ParameterName.allCases.map { ($0.rawValue.lowercased(), $0) }
    )

    private static let synonyms: [String: ParameterName] = [
        "userid": .partnerUserID, "uid": .partnerUserID, "idchannel": .productID, "channelid": .productID,
        "partnerid": .clientID,
    ]

    /// What a doubly escaped `&` leaves in front of the next name, by the way in which it was escaped.
    private static let ampersandRemains = ["amp;", "amp%3b", "#38;", "#038;", "#x26;", "38;", "038;", "x26;"]

    /// Shorter names come too near to each other and to names of other things.
    private static let shortestTypingError = 7
    private static let mostTypingErrors = 2

    /// The letters and digits in lower case, without what a doubly escaped ampersand left in front of them.
    private static func letters(of name: String) -> String {
        let bytes = withoutAmpersandRemains(name.drop { $0.isWhitespace }).utf8
        return String(
            decoding: bytes.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }.map(ASCII.lowercase), as: UTF8.self)
    }

    static func withoutAmpersandRemains(_ name: Substring) -> Substring {
        // Each of them ends so; nearly no name has either.
        guard name.utf8.contains(where: { $0 == UInt8(ascii: ";") || $0 == UInt8(ascii: "%") }) else { return name }
        var rest = name
        while let remains = ampersandRemains.first(where: rest.lowercased().hasPrefix) {
            rest = rest.dropFirst(remains.count)
        }
        return rest
    }

    private static func nearest(to letters: String) -> ParameterName? {
        guard (shortestTypingError...16).contains(letters.utf8.count) else { return nil }
        let distances = ParameterName.allCases.compactMap { name -> (name: ParameterName, edits: Int)? in
            guard abs(name.rawValue.utf8.count - letters.utf8.count) <= mostTypingErrors else { return nil }
            return (name, EditDistance.between(letters, name.rawValue.lowercased()))
        }
        return distances.filter { $0.edits <= mostTypingErrors }.min { $0.edits < $1.edits }?.name
    }
}

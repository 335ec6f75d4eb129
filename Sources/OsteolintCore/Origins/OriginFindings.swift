import WebURL

/// Finds what is wrong with an origin that was taken apart, and what was meant.
struct OriginFindings {
    private let text: OriginText
    private let origin: Origin?
    private(set) var problems: Set<OriginProblem> = []
    private(set) var suggestion: String?
    private(set) var hints: [OriginHint] = []

    init(_ text: OriginText, origin: Origin?) {
        self.text = text
        self.origin = origin
    }

    mutating func judge() {
        note(.whitespace, if: text.hasWhitespace)
        note(.missingScheme, if: text.isBeginningMalformed || text.beginning == .noScheme)
        note(.uppercase, if: Self.hasCapitals(text.writtenScheme))
        switch text.beginning {
        case .nothing: note(.empty)
        case .null: note(.opaque)
        case .withoutAuthority:
            note(.unsupportedScheme)
            note(.opaque, if: origin == nil)
            // A `blob:` URL has the origin of the page that made it.
            suggestion = origin?.serialized
        case .scheme(let scheme):
            note(.unsupportedScheme, if: scheme != "https" && scheme != "http")
            note(.opaque, if: SpecialScheme(rawValue: scheme) == nil && meantScheme == nil)
            note(.insecureScheme, if: scheme == "http")
            judgeParts()
        case .noScheme: judgeParts()
        }
    }

    private mutating func judgeParts() {
        let host = DeclaredHost(text.host)
        let port = DeclaredPort(text.port)
        problems.formUnion(host.problems)
        note(.userinfo, if: text.userinfo != nil)
        note(.wildcard, if: text.hasWildcardScheme || port.hasWildcard)
        note(.invalidPort, if: isInvalid(port))
        note(.defaultPort, if: isDefault(port))
        note(.uppercase, if: Self.hasCapitals(host.withoutEscapes))
        judgeTail()
        guard !PastedURLs(text).areSeveral else {
            hints = [.severalInOne]
            return
        }
        guard let scheme = meantScheme, let meant = host.meant, !problems.contains(.wildcard), port.isTold else {
            return
        }
        suggest(OriginTuple(scheme: scheme, host: meant, port: port.number))
    }

    private mutating func judgeTail() {
        let isSlash = text.path.count == 1
        note(.trailingSlash, if: isSlash)
        note(.path, if: !text.path.isEmpty && !isSlash)
        note(.query, if: text.hasQuery)
        note(.fragment, if: text.hasFragment)
    }

    private func isInvalid(_ port: DeclaredPort) -> Bool {
        // The colon before two slashes belongs to another URL's scheme.
        let isOfScheme = text.port?.isEmpty == true && text.path.starts(with: "//".unicodeScalars)
        return port.isInvalid && !isOfScheme && !(port.isInDigits && isDefault(port))
    }

    /// Whether the port, as a number, is the one that the scheme has anyway.
    private func isDefault(_ port: DeclaredPort) -> Bool {
        guard let number = port.number, let scheme = meantScheme ?? writtenName else { return false }
        return SpecialScheme(rawValue: scheme)?.defaultPort == number
    }

    private mutating func suggest(_ tuple: OriginTuple) {
        if let inner = PastedURLs(text).inner {
            suggestion = OriginJudgement(alone: inner).suggestion
        } else {
            suggestion = tuple.serialized
            hints = Self.hints(for: tuple.host)
        }
    }

    private static func hints(for host: Host) -> [OriginHint] {
        var hints: [OriginHint] = []
        if let service = PreviewHosting.service(of: host) { hints.append(.changesWithBuilds(service: service)) }
        if HostReach.isPrivate(host) { hints.append(.notPublic) }
        return hints
    }

    // MARK: Scheme

    private var writtenName: String? {
        guard case .scheme(let name) = text.beginning else { return nil }
        return name
    }

    /// The scheme of a page that can be meant, or nil where none can be told.
    private var meantScheme: String? {
        guard let name = writtenName else {
            // Nobody serves https on the port of http.
            return DeclaredPort(text.port).number == 80 ? "http" : "https"
        }
        if name == "https" || name == "http" { return name }
        guard SpecialScheme(rawValue: name) == nil else { return nil }
        let isMistyped = ["https", "http"].contains { EditDistance.between(name, $0) == 1 }
        return isMistyped ? (name.hasSuffix("s") ? "https" : "http") : nil
    }

    private mutating func note(_ problem: OriginProblem, if condition: Bool = true) {
        if condition { problems.insert(problem) }
    }

    private static func hasCapitals(_ scalars: some Sequence<Unicode.Scalar>) -> Bool {
        scalars.contains { $0.properties.isUppercase }
    }
}

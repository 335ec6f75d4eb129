/// Finds the secrets of Osteocom's that stand in a delivered text.
public struct SecretScan {
    /// How far from a call of the API a token is taken for Osteocom's, in bytes.
    private static let nearCall = 2048

    private let reader: LiteralReader
    private let configuration: Configuration
    private let known: KnownSecret?
    private let surroundings: SecretSurroundings
    /// The places of the words that tell what to look at, in order.
    private var anchors = Anchors()
    /// The tokens in the text, in order.
    private var tokens: [Range<Int>] = []

    /// Where words stand, by their first bytes.
    private struct Anchors {
        var secret: [Int] = []
        var access: [Int] = []
        var token: [Int] = []
        var bearer: [Int] = []
        var calls: [Int] = []
        var mentionsHost = false
    }

    /// Makes a scan.
    ///
    /// - Parameters:
    ///   - text: UTF-8.
    ///   - site: tells the client, Osteocom's host, how the pages came to be, and the secret that is known.
    public init(_ text: [UInt8], in site: Site) {
        reader = LiteralReader(bytes: text)
        configuration = site.configuration
        known = site.secret
        surroundings = SecretSurroundings(reader: reader, hosts: OsteocomMention(site.configuration))
        findAnchors()
    }

    /// The secrets in order; no two overlap.
    public func secrets() -> [ExposedSecret] {
        var found = knownSecrets()
        add(named(), to: &found)
        add(bearers(), to: &found)
        add(tokens.compactMap(token), to: &found)
        return found
    }

    /// Whether the text speaks of Osteocom's host, or of calls of its API.
    private var speaksOfOsteocom: Bool { anchors.mentionsHost || !anchors.calls.isEmpty }

    private mutating func findAnchors() {
        let words =
            ["secret", "access", "token", "bearer", "licensing_"].map { Array($0.utf8) } + surroundings.hosts.words
        var anchors = Anchors()
        let reader = reader
        reader.bytes.withUnsafeBytes { bytes in
            WordScan(words).scan(bytes) { word, offset in
                switch word {
                case 0: anchors.secret.append(offset)
                case 1: anchors.access.append(offset)
                case 2: anchors.token.append(offset)
                case 3: anchors.bearer.append(offset)
                case 4: if ServerCall.begins(at: offset, in: bytes) { anchors.calls.append(offset) }
                case 5: anchors.mentionsHost = anchors.mentionsHost || OsteocomMention.isDomain(at: offset, in: reader)
                default: anchors.mentionsHost = true
                }
            }
        }
        self.anchors = anchors
        tokens = JSONWebToken.ranges(in: reader.bytes)
    }

    /// Adds secrets to others that are in order, but those that overlap.
    private func add(_ secrets: [ExposedSecret], to found: inout [ExposedSecret]) {
        guard !secrets.isEmpty else { return }
        let before = found
        var index = 0
        let added = secrets.sorted { $0.value.lowerBound < $1.value.lowerBound }.filter { secret in
            while index < before.count, before[index].value.upperBound <= secret.value.lowerBound { index += 1 }
            return index == before.count || !before[index].value.overlaps(secret.value)
        }
        found = (before + added).sorted { $0.value.lowerBound < $1.value.lowerBound }
    }
}

// MARK: - The kinds of secrets

extension SecretScan {
    private func knownSecrets() -> [ExposedSecret] {
        guard let known else { return [] }
        return known.ranges(in: reader.bytes).map {
            ExposedSecret(kind: .known($0.encoding), range: $0.range, value: $0.range, claims: nil)
        }
    }

    /// The secrets that stand under a name for one.
    private func named() -> [ExposedSecret] {
        let names =
            anchors.secret.compactMap { SecretName.ofClientSecret($0..<($0 + 6), in: reader) }
            + anchors.access.compactMap { SecretName.ofUserAccessKey($0..<($0 + 6), in: reader) }
            + anchors.token.compactMap { SecretName.ofVideoToken($0..<($0 + 5), in: reader) }
        // Names in one another are one name: `OSTEOCOM_SECRET_CLIENT_SECRET`.
        var end = 0
        return names.sorted { $0.range.lowerBound < $1.range.lowerBound }.compactMap { name in
            guard name.range.lowerBound >= end, let secret = secret(under: name) else { return nil }
            end = secret.range.upperBound
            return secret
        }
    }

    private func secret(under name: SecretName) -> ExposedSecret? {
        guard !name.isOfOthers, let literal = literal(under: name) else { return nil }
        let value = reader.bytes[literal.range]
        let range = min(name.range.lowerBound, literal.range.lowerBound)..<literal.range.upperBound
        let kind = Self.kind(of: name)
        if let token = JSONWebToken.ranges(in: Array(value)).first {
            let token = (token.lowerBound + literal.range.lowerBound)..<(token.upperBound + literal.range.lowerBound)
            return self.token(token, under: name).map {
                ExposedSecret(kind: kind, range: range, value: token, claims: $0)
            }
        }
        guard isMeant(name), !ForeignCredential.hasForm(value) else { return nil }
        guard literal.isQuoted ? SecretValue.isReal(value) : SecretValue.isRealUnquoted(value) else { return nil }
        guard !isOfOthers(name) else { return nil }
        return ExposedSecret(kind: kind, range: range, value: literal.range, claims: nil)
    }

    private func literal(under name: SecretName) -> LiteralReader.Literal? {
        if let literal = reader.literal(behindNameAt: name.range.upperBound) { return literal }
        guard let before = reader.byte(at: name.range.lowerBound - 1), "\"'=:".utf8.contains(before) else { return nil }
        let next = reader.afterSpaces(name.range.upperBound)
        if next > name.range.upperBound, let literal = reader.heldValue(at: next) { return literal }
        return reader.valueInTag(before: name.range.lowerBound)
    }

    /// Whether what is under a name is Osteocom's as far as the file tells.
    private func isMeant(_ name: SecretName) -> Bool {
        switch name.meaning {
        case .videoToken: configuration.rendering == .static
        case .clientSecret, .userAccessKey: speaksOfOsteocom || name.namesOsteocom
        }
    }

    private func isOfOthers(_ name: SecretName) -> Bool {
        guard !name.namesOsteocom else { return false }
        return surroundings.isInURLOfOsteocom(name.range.lowerBound) == false
            || surroundings.isInObjectOfOthers(name.range.lowerBound)
            || surroundings.isBesideAddressOfOthers(name.range.lowerBound)
    }

    private static func kind(of name: SecretName) -> ExposedSecret.Kind {
        switch name.meaning {
        case .clientSecret: .clientSecret(name: name.text)
        case .userAccessKey: .userAccessKey(name: name.text)
        case .videoToken: .videoToken(name: name.text)
        }
    }

    /// What a token under a name says of itself; nil where it is nothing that the name is meant for.
    private func token(_ token: Range<Int>, under name: SecretName) -> ExposedSecret.Claims? {
        guard name.meaning != .videoToken || configuration.rendering == .static else { return nil }
        let claims = WebTokenClaims(ofToken: reader.bytes[token])
        guard claims?.isSample != true else { return nil }
        guard name.meaning == .clientSecret, !name.namesOsteocom else { return shown(claims) }
        let isOthers = claims?.isIssuedByOthers == true && !isOsteocoms(claims) || isOfOthers(name)
        return speaksOfOsteocom && !isOthers || isOsteocoms(claims) ? shown(claims) : nil
    }

    /// The tokens of `Bearer` fields.
    private func bearers() -> [ExposedSecret] {
        guard speaksOfOsteocom || !tokens.isEmpty else { return [] }
        return anchors.bearer.compactMap { offset in
            if let before = reader.byte(at: offset - 1), reader.isIdentifierByte(before), !isEscape(before: offset) {
                return nil
            }
            let start = reader.afterSpaces(offset + 6)
            let run = reader.tokenRun(at: start)
            guard start > offset + 6, run.count >= 16 else { return nil }
            let value = reader.bytes[run]
            if JSONWebToken.isToken(value) {
                let claims = WebTokenClaims(ofToken: value)
                guard isMeant(claims, at: run) else { return nil }
                return ExposedSecret(kind: .bearer, range: offset..<run.upperBound, value: run, claims: shown(claims))
            }
            guard speaksOfOsteocom, !ForeignCredential.hasForm(value), SecretValue.isRealUnquoted(value) else {
                return nil
            }
            guard !isOfOthers(at: offset), reader.byte(at: run.upperBound) != UInt8(ascii: ".") else { return nil }
            return ExposedSecret(kind: .bearer, range: offset..<run.upperBound, value: run, claims: nil)
        }
    }

    private func isEscape(before offset: Int) -> Bool {
        reader.byte(at: offset - 2) == UInt8(ascii: "\\") || reader.byte(at: offset - 3) == UInt8(ascii: "%")
    }

    private func isOfOthers(at offset: Int) -> Bool {
        surroundings.isInCallToOthers(offset) || surroundings.isInObjectOfOthers(offset)
    }

    /// Whether a token in a `Bearer` field is one of Osteocom's.
    private func isMeant(_ claims: WebTokenClaims?, at range: Range<Int>) -> Bool {
        if isOsteocoms(claims) { return true }
        guard claims?.isSample != true, claims?.isIssuedByOthers != true else { return false }
        return speaksOfOsteocom && !isOfOthers(at: range.lowerBound)
    }

    /// A token by itself.
    private func token(_ range: Range<Int>) -> ExposedSecret? {
        let claims = WebTokenClaims(ofToken: reader.bytes[range])
        let inURL = surroundings.isInURLOfOsteocom(range.lowerBound)
        if inURL == true {
            guard configuration.rendering == .static else { return nil }
            return ExposedSecret(kind: .videoToken(name: nil), range: range, value: range, claims: shown(claims))
        }
        guard isOsteocoms(claims) || inURL == nil && isBesideCall(range) && claims?.isIssuedByOthers == false else {
            return nil
        }
        guard claims?.isSample != true, isOsteocoms(claims) || !isOfOthers(at: range.lowerBound) else { return nil }
        guard !isExpectedVideoToken(range) else { return nil }
        return ExposedSecret(kind: .token, range: range, value: range, claims: shown(claims))
    }

    /// Whether a token stands under the name of a video's token in a page that one signed-in user got.
    private func isExpectedVideoToken(_ range: Range<Int>) -> Bool {
        guard configuration.rendering != .static else { return false }
        return Self.offsets(anchors.token, in: (range.lowerBound - 40)..<range.lowerBound).contains { offset in
            SecretName.ofVideoToken(offset..<(offset + 5), in: reader) != nil
        }
    }

    private func isBesideCall(_ range: Range<Int>) -> Bool {
        let near = (range.lowerBound - Self.nearCall)..<(range.upperBound + Self.nearCall)
        return !Self.offsets(anchors.calls, in: near).isEmpty
    }

    /// Those of many offsets, in order, that lie in a stretch.
    private static func offsets(_ offsets: [Int], in stretch: Range<Int>) -> ArraySlice<Int> {
        var (low, high) = (0, offsets.count)
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < stretch.lowerBound { low = middle + 1 } else { high = middle }
        }
        return offsets[low...].prefix { $0 < stretch.upperBound }
    }

    /// Whether the claims name the client, or Osteocom.
    private func isOsteocoms(_ claims: WebTokenClaims?) -> Bool {
        guard let claims else { return false }
        return claims.namesOsteocom || configuration.clientID.map(claims.names) == true
    }

    private func shown(_ claims: WebTokenClaims?) -> ExposedSecret.Claims {
        ExposedSecret.Claims(clientID: claims?.client(configured: configuration.clientID), expiry: claims?.expiry)
    }
}

/// A host as people read it: its labels, and the domain that somebody registered.
struct HostReading {
    private let host: String
    private let labels: [String]
    /// Where the registered label stands, which the top-level domain follows.
    private let registered: Int

    /// Second-level labels under which countries let people register.
    private static let secondLevels: Set = ["ac", "co", "com", "edu", "go", "gov", "ne", "net", "or", "org"]

    /// Reads a host without port and last dot, in lower case, its labels in Unicode.
    init(_ host: String) {
        self.host = host
        labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let count = labels.count
        let hasSecondLevel = count > 2 && labels[count - 1].count == 2 && Self.secondLevels.contains(labels[count - 2])
        registered = max(0, count - (hasSecondLevel ? 3 : 2))
    }

    /// How the host reads like Osteocom's; nil when it does not.
    var likeness: HostLikeness? {
        confusion ?? labelLikeness ?? wordLikeness ?? (isMisspelled ? .misspelled : nil)
    }

    private var registeredDomain: String { labels[registered...].joined(separator: ".") }

    private var topLevelDomain: String { labels[(registered + 1)...].joined(separator: ".") }

    private var confusion: HostLikeness? {
        for readsPairs in [false, true] {
            let whole = ConfusableLetters.reading(of: host, readsPairs: readsPairs)
            if OsteocomHost.isFamily(whole.text), let first = whole.replacements.first {
                return .confusable(written: first.written, letter: first.letter)
            }
            for label in labels where !Self.words(of: label).contains(OsteocomHost.name) {
                let reading = ConfusableLetters.reading(of: label, readsPairs: readsPairs)
                if Self.words(of: reading.text).contains(OsteocomHost.name), let first = reading.replacements.first {
                    return .confusable(written: first.written, letter: first.letter)
                }
            }
        }
        return nil
    }

    private var labelLikeness: HostLikeness? {
        guard labels.contains(OsteocomHost.name) else { return nil }
        guard labels[registered] == OsteocomHost.name else { return .labelOfAnotherDomain(registeredDomain) }
        return .otherTopLevelDomain(topLevelDomain)
    }

    private var wordLikeness: HostLikeness? {
        labels.first { Self.words(of: $0).contains(OsteocomHost.name) }.map { .wordOfAnotherLabel($0) }
    }

    private var isMisspelled: Bool {
        guard !beginsAnotherWord else { return false }
        return EditDistance.between(labels[registered], OsteocomHost.name) <= 1
            || EditDistance.between(registeredDomain, OsteocomHost.domain) <= 2
            || EditDistance.between(host, Environment.production.host) <= 2
            || EditDistance.between(host, Environment.test.host) <= 2
    }

    /// Whether `osteocom` is only the beginning of the registered label: `osteocommunity.org` is somebody else's.
    ///
    /// A doubled last letter is a slip of the finger, and so is one letter too many before `.me`.
    private var beginsAnotherWord: Bool {
        let label = labels[registered]
        guard label.hasPrefix(OsteocomHost.name), labels.count > 1 else { return false }
        let rest = label.dropFirst(OsteocomHost.name.count)
        guard rest.first?.isLetter == true, rest != "m" else { return false }
        return rest.count > 1 || topLevelDomain != "me"
    }

    private static func words(of label: String) -> [String] {
        label.split { $0 == "-" || $0 == "_" }.map(String.init)
    }
}

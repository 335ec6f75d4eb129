/// The vocabulary of names that stand for a value.
enum StandInWords {
    /// What such a name ends with: the thing that should stand there.
    private static let things: Set = [
        "id", "ids", "uid", "uuid", "guid", "identifier", "key", "ref", "reference", "number", "name", "code", "email",
        "login", "handle", "secret", "token", "placeholder",
    ]
    /// Whose it is, and where it comes from.
    private static let owners: Set = [
        "user", "users", "partner", "client", "customer", "member", "membership", "student", "learner", "patient",
        "person", "contact", "account", "profile", "subscriber", "visitor", "employee", "participant", "attendee",
        "buyer", "owner", "practitioner", "osteopath", "therapist", "product", "channel", "course", "video", "item",
        "current", "logged", "in", "signed", "session", "external", "internal", "unique", "stable", "database", "db",
        "crm", "lms", "wp", "wordpress", "moodle", "sso", "auth", "osteocom", "real", "actual", "the", "this", "some",
        "my", "add", "put", "from", "system", "site", "website", "platform", "app", "server", "backend",
    ]
    /// What asks the reader to fill it in.
    private static let requests: Set = [
        "your", "insert", "replace", "enter", "change", "fill", "todo", "fixme", "tbd",
    ]
    /// What may follow without changing what the name says.
    private static let endings: Set = ["here", "value", "me", "with"]
    private static let longest = 12

    private struct State: Hashable {
        var index = 0
        /// The first word is one of `requests`.
        var isRequest = false
        /// The last word before the endings is one of `things`.
        var isNamed = false
    }

    /// Whether ASCII letters in lower case are made of such words alone and ask for a value or name one.
    static func canSpell(_ letters: [UInt8]) -> Bool {
        var seen: Set<State> = []
        return canSpell(letters, State(), &seen)
    }

    private static func canSpell(_ letters: [UInt8], _ state: State, _ seen: inout Set<State>) -> Bool {
        guard state.index < letters.count else { return state.isRequest || state.isNamed }
        guard seen.insert(state).inserted else { return false }
        for end in (state.index + 1)...min(state.index + longest, letters.count) {
            guard let next = reading(letters[state.index..<end], from: state, to: end) else { continue }
            if canSpell(letters, next, &seen) { return true }
        }
        return false
    }

    /// The state behind a word; nil when the word is not of the vocabulary.
    private static func reading(_ letters: ArraySlice<UInt8>, from state: State, to end: Int) -> State? {
        let word = String(decoding: letters, as: UTF8.self)
        var next = state
        next.index = end
        if endings.contains(word) { return next }
        if requests.contains(word) {
            next.isRequest = state.isRequest || state.index == 0
            next.isNamed = false
            return next
        }
        next.isNamed = things.contains(word)
        return next.isNamed || owners.contains(word) ? next : nil
    }
}

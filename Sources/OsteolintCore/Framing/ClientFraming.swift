public import ContentSecurityPolicy
public import WebURL

/// What a host answered about the embeds of one client, who has one whitelist.
public struct ClientFraming: Sendable {
    /// A response of its own kind: others with the same policies count as the same.
    public struct Answer: Sendable {
        /// The last response.
        public let hop: ResponseHop
        /// Its policies.
        public let policies: PolicyList
        /// Where the origin stands that it was judged for first.
        public let place: Place?
        /// The embeds that got it.
        public let embeds: [Place]
    }

    /// The client; nil where the embeds name none.
    public let clientID: String?
    /// The origin of the embeds' URLs.
    public let origin: Origin
    /// The verdicts, in the order of the URLs, then of the chains.
    public let verdicts: [FramingVerdict]
    /// The verdicts for the origin that must not be allowed.
    public let controls: [FramingVerdict]

    /// The client in words.
    public var name: String { clientID.map { "client \($0)" } ?? "an embed without clientId" }

    /// The different answers, in the order of the first verdict about each.
    public let answers: [Answer]

    init(clientID: String?, origin: Origin, verdicts: [FramingVerdict], controls: [FramingVerdict]) {
        self.clientID = clientID
        self.origin = origin
        self.verdicts = verdicts
        self.controls = controls
        answers = Self.answers(to: verdicts)
    }

    private static func answers(to verdicts: [FramingVerdict]) -> [Answer] {
        var order: [FramingFields] = []
        var groups: [FramingFields: [FramingVerdict]] = [:]
        for verdict in verdicts where verdict.decision != nil {
            guard let fields = verdict.response?.framing else { continue }
            if groups[fields] == nil { order.append(fields) }
            groups[fields, default: []].append(verdict)
        }
        return order.compactMap { groups[$0] }.compactMap { group in
            guard let hop = group[0].response?.hops.last else { return nil }
            return Answer(
                hop: hop, policies: group[0].policies, place: group.lazy.compactMap(\.chain.place).first,
                embeds: places(of: group))
        }
    }

    /// The start tags of the embeds that verdicts are about, each once.
    public static func places(of verdicts: [FramingVerdict]) -> [Place] {
        var seen: Set<Place> = []
        return verdicts.flatMap(\.target.places).filter { seen.insert($0).inserted }
    }
}

extension ClientFraming {
    /// Sorts verdicts by host and client, in the order of the first embed of each; leaves out those about faulty embeds.
    static func clients(of verdicts: [FramingVerdict], controls: [FramingVerdict]) -> [ClientFraming] {
        let sound = verdicts.filter { !$0.target.isFaulty }
        let verdictsOf = Dictionary(grouping: sound, by: Key.init)
        let controlsOf = Dictionary(grouping: controls, by: Key.init)
        var seen: Set<Key> = []
        return sound.map(Key.init).filter { seen.insert($0).inserted }.map { key in
            ClientFraming(
                clientID: key.clientID, origin: key.origin, verdicts: verdictsOf[key] ?? [],
                controls: controlsOf[key] ?? [])
        }
    }

    private struct Key: Hashable {
        let origin: Origin
        let clientID: String?

        init(_ verdict: FramingVerdict) {
            origin = verdict.target.url.origin
            clientID = verdict.target.clientID
        }
    }
}

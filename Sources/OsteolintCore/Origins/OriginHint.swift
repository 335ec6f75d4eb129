/// What to think of beside an origin that is right in itself; never a problem.
public enum OriginHint: Sendable, Hashable {
    /// The same host with `www` in front, or without it, is not declared; the origin is serialised.
    case missingTwin(String)
    /// The host service gives every preview build a host of its own.
    case changesWithBuilds(service: String)
    /// The host exists inside of a network only.
    case notPublic

    /// It seems to be several origins in one.
    case severalInOne
    /// What a report that was written before has said, perhaps by another version of osteolint.
    case recorded(kind: String, origin: String?, message: String)

    /// The word for it in JSON.
    public var kind: String {
        switch self {
        case .missingTwin: "missing-twin"
        case .changesWithBuilds: "changes-with-builds"
        case .notPublic: "not-public"
        case .severalInOne: "several-in-one"
        case .recorded(let kind, _, _): kind
        }
    }

    /// The origin that it names, or nil.
    public var origin: String? {
        switch self {
        case .missingTwin(let origin): origin
        case .recorded(_, let origin, _): origin
        case .changesWithBuilds, .notPublic, .severalInOne: nil
        }
    }

    /// What to think of, in lower case and without a full stop.
    public var message: String {
        switch self {
        case .missingTwin(let origin):
            "\(origin) is another origin and is not declared; declare it too if visitors can open your pages there"
        case .changesWithBuilds(let service):
            "\(service) makes a new host like this with each preview; send a host that stays the same"
        case .notPublic:
            "the host exists inside of a network only; visitors from outside need an origin that they can open"
        case .severalInOne:
            "this looks like several origins in one; write each as an item or a line of its own"
        case .recorded(_, _, let message):
            message
        }
    }
}

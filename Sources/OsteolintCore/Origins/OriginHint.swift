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

    /// The word for it in JSON.
    public var kind: String {
        switch self {
        case .missingTwin: "missing-twin"
        case .changesWithBuilds: "changes-with-builds"
        case .notPublic: "not-public"
        case .severalInOne: "several-in-one"
        }
    }

    /// The origin that it names, or nil.
    public var origin: String? {
        guard case .missingTwin(let origin) = self else { return nil }
        return origin
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
        }
    }
}

import OsteolintCore

/// What a customer would see of an embed, as far as that is known; the worst first, and at the end what nobody knows.
enum EmbedState: String, CaseIterable {
    case blocked, unavailable, unknown, purchased, available, unasked, unloaded

    /// What the state is called.
    var title: String {
        switch self {
        case .blocked: "Blocked by the browser"
        case .unavailable: "Content unavailable"
        case .unknown: "Not known"
        case .unloaded: "Not loaded"
        case .unasked: "Not asked"
        case .purchased: "Already purchased"
        case .available: "Available"
        }
    }

    /// What it means, in a sentence.
    var meaning: String {
        switch self {
        case .blocked: "The visitor sees an empty frame in the declared origins, whatever the card holds."
        case .unavailable: "The card says that its content is not available, and nobody can buy."
        case .unknown: "Osteocom was asked, but what came of it says nothing about the card."
        case .unloaded: "The markup is there, but no browser loads it."
        case .unasked: "Nobody asked Osteocom about these cards."
        case .purchased: "The customer has bought the course and can open it."
        case .available: "The customer can buy the course."
        }
    }

    /// The icon beside the title.
    var icon: String {
        switch self {
        case .blocked, .unavailable: "bad"
        case .unknown: "unsure"
        case .unloaded, .unasked: "none"
        case .purchased, .available: "good"
        }
    }
}

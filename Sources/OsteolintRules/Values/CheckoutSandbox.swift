import OsteolintCore

/// What the tokens of a sandbox, of a frame or of a whole page, keep from the card and its Buy click.
struct CheckoutSandbox {
    static let topNavigation = "allow-top-navigation"
    static let navigationAfterClick = "allow-top-navigation-by-user-activation"

    /// What the Buy click needs beside the top window, and why.
    private static let needs = [
        ("allow-scripts", "to show the card"),
        ("allow-same-origin", "to know the visitor's session"),
        ("allow-forms", "to send the order"),
    ]

    /// The tokens in lower case, as they are written.
    let tokens: [String]

    /// Reads the tokens of an attribute's or a directive's value.
    init(_ value: String) {
        tokens = value.split { " \t\n\u{C}\r".contains($0) }.map { $0.lowercased() }
    }

    /// What is missing, in words that end a sentence about the sandbox, and how bad that is; nil where all is there.
    var fault: (message: String, severity: Severity)? {
        var missing = Self.needs.filter { !tokens.contains($0.0) }.map { "`\($0.0)` \($0.1)" }
        let isAfterClickOnly = !tokens.contains(Self.topNavigation) && tokens.contains(Self.navigationAfterClick)
        if !tokens.contains(Self.topNavigation), !isAfterClickOnly {
            missing.append("`\(Self.topNavigation)` to move the main tab to the checkout")
        }
        guard missing.isEmpty else {
            return ("the Buy click needs what this sandbox lacks: " + missing.joined(separator: ", "), .error)
        }
        guard isAfterClickOnly else { return nil }
        let message =
            "`\(Self.navigationAfterClick)` is not enough: the card asks the server between click and checkout"
        return (message, .warning)
    }

    /// The tokens to write instead, those that are there and do no harm among them.
    var cure: String {
        let needed = Self.needs.map(\.0) + [Self.topNavigation]
        let others = tokens.filter { !needed.contains($0) && $0 != Self.navigationAfterClick }
        return (needed + others).joined(separator: " ")
    }
}

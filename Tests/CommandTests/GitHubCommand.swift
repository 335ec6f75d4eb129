/// A line as GitHub's runner reads it: `ActionCommand.TryParseV2` of actions/runner.
struct GitHubCommand {
    let name: String
    let properties: [String: String]
    let message: String

    /// Reads a line; nil where the runner would print it as it is.
    init?(_ line: some StringProtocol) {
        let parts = line.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty else { return nil }
        let words = parts[1].split(separator: " ", maxSplits: 1)
        guard let first = words.first else { return nil }
        name = String(first)
        message = Self.unescaped(String(parts[2]), isProperty: false)
        let pairs = words.count < 2 ? [] : words[1].split(separator: ",")
        properties = pairs.reduce(into: [:]) { properties, pair in
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            properties[String(sides[0])] = sides.count < 2 ? "" : Self.unescaped(String(sides[1]), isProperty: true)
        }
    }

    private static func unescaped(_ text: String, isProperty: Bool) -> String {
        let lines = text.replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        let signs = isProperty ? lines.replacing("%3A", with: ":").replacing("%2C", with: ",") : lines
        return signs.replacing("%25", with: "%")
    }
}

/// What assistive technology is told of one thing on a page.
public struct AccessibilityNode: Hashable, Sendable {
    /// Its role, in the browser's words: `button`, `heading`, `StaticText` and so on.
    public let role: String
    /// Its accessible name; empty where it has none.
    public let name: String
    /// How many nodes it stands in.
    public let depth: Int
    /// Its states and properties, such as `level`, `checked`, `expanded`, `focusable`.
    public let properties: [String: JSON]
}

/// The certain cure of a finding: edits of its page that belong together; SARIF's *fix*.
public struct Fix: Sendable, Hashable {
    /// The edits, in no order; no two touch the same text.
    public let edits: [TextEdit]
    /// Whether what stands behind the edits was hidden and comes to light, with the faults that it has of its own.
    public let reveals: Bool

    /// Makes a fix.
    public init(_ edits: [TextEdit], reveals: Bool = false) {
        self.edits = edits
        self.reveals = reveals
    }
}

/// What keeps a JSON text from being read, and where.
public struct JSONFault: Error, Hashable {
    /// The line, counted from one; nil where it is not at one place.
    public let line: Int?
    /// The column in Unicode scalars, counted from one.
    public let column: Int?
    /// The member, such as `findings[12].line`; empty for the text as a whole.
    public let path: String
    /// What is wrong, in lower case and without a full stop.
    public let message: String

    /// Makes a fault.
    public init(line: Int? = nil, column: Int? = nil, path: String = "", message: String) {
        self.line = line
        self.column = column
        self.path = path
        self.message = message
    }
}

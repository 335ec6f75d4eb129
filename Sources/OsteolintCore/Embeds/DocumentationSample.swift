/// The values that Osteocom's documentation shows, which get pasted into pages as they are.
enum DocumentationSample {
    private static let samples: Set = [
        "user_12345", "psigbhldxxxxxxdiydw", "66d579675f2xxxxxxf15e4d3", "591441cexxxxxcc4f8d653", "qatsxxxx…rz2ju",
        "eyjhbgcioijiuzi1ni...jwt",
    ]

    /// Whether a text in lower case is one of them, or has a part crossed out as theirs have.
    static func matches(_ text: String) -> Bool {
        samples.contains(text) || (text.contains(ascii: "xxxxx") && text.utf8.contains { $0 != UInt8(ascii: "x") })
    }
}

/// A block of an nginx configuration: the words in front of its braces, and what is between them.
struct NginxBlock {
    /// What stands in front, such as `location`, `/`; empty for the file as a whole.
    var words: [ValueText] = []
    /// The directives in order, each with its words.
    var directives: [[ValueText]] = []
    var blocks: [NginxBlock] = []

    /// The name in front.
    var name: String { words.first?.string ?? "" }

    /// The blocks of a name.
    func blocks(named name: String) -> [NginxBlock] { blocks.filter { $0.name == name } }

    /// The directives of a name.
    func directives(named name: String) -> [[ValueText]] { directives.filter { $0.first?.string == name } }
}

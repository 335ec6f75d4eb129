import Yams

/// What is wrong in a scenario file, and where.
struct ScenarioFault: Error {
    /// The line, counted from one; nil where the file as a whole is meant.
    let line: Int?
    /// The column, counted from one, in Unicode scalars.
    let column: Int?
    /// What is wrong, and what to write instead.
    let message: String

    init(line: Int? = nil, column: Int? = nil, _ message: String) {
        self.line = line
        self.column = column
        self.message = message
    }

    /// A fault of what begins at a node.
    init(_ node: Node, _ message: String) {
        self.init(line: node.mark?.line, column: node.mark?.column, message)
    }

    /// A fault that the parser of YAML found.
    init(_ error: any Error) {
        guard let error = error as? YamlError else {
            self.init("is not YAML: \(error)")
            return
        }
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            self.init(line: mark.line, column: mark.column, "is not YAML: \(problem)")
        case .duplicatedKeysInMapping(let keys, let context):
            let names = keys.map { "`\($0)`" }.joined(separator: ", ")
            self.init(
                line: context.mark.line, column: context.mark.column,
                "\(names) stands twice in what begins here; keep one of them")
        default:
            self.init("is not YAML: \(error)")
        }
    }

    /// As one line: path, place and message.
    func description(path: String) -> String {
        let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        return "\(path)\(place): \(message)"
    }
}

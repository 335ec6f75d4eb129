/// What is wrong in a configuration file, and where.
struct ConfigurationError: Error {
    /// The file as shown in messages.
    let path: String
    /// The line, counted from one; nil where the file as a whole is meant.
    let line: Int?
    /// The column, counted from one.
    let column: Int?
    /// What is wrong, and what to write instead.
    let message: String

    /// As one line: path, place and message.
    var description: String {
        let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
        return "\(path)\(place): \(message)"
    }
}

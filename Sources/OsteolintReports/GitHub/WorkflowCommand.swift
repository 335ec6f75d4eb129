import ContentSecurityPolicy
import OsteolintCore

/// A line that GitHub's runner reads as a command and shows beside the code: *Workflow commands*, "Setting an error
/// message".
struct WorkflowCommand {
    /// How bad what it says is, in GitHub's words.
    enum Level: String {
        case error, warning, notice

        init(_ severity: Severity) {
            self =
                switch severity {
                case .error: .error
                case .warning: .warning
                case .note: .notice
                }
        }
    }

    private static let longestProperty = 4096
    private static let longestMessage = 4096

    let level: Level
    let title: String
    let message: String
    var place: Place?

    /// The line with its line feed.
    var line: String {
        var properties: [(String, String)] = []
        if let place {
            properties.append(("file", place.path))
            if let range = place.range { properties += Self.region(range) }
        }
        properties.append(("title", title))
        let written = properties.map { "\($0)=\(Self.property($1))" }.joined(separator: ",")
        return "::\(level.rawValue) \(written)::\(Self.data(message, to: Self.longestMessage))\n"
    }

    /// The place; the runner takes columns only where both are in one line.
    private static func region(_ range: SourceRange) -> [(String, String)] {
        let isOneLine = range.start.line == range.end.line
        return [("line", String(range.start.line))] + (isOneLine ? [("col", String(range.start.column))] : [])
            + [("endLine", String(range.end.line))] + (isOneLine ? [("endColumn", String(range.end.column))] : [])
    }

    private static func property(_ text: String) -> String {
        data(text, to: longestProperty).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }

    /// What the runner turns back into the text; what a terminal would obey is made visible before.
    private static func data(_ text: String, to length: Int) -> String {
        VisibleText.visible(ShownText.cut(text, to: length)).replacing("%", with: "%25")
    }
}

import OsteolintCore
import PlacedJSON

extension JSONReader {
    /// What lines and columns may be, counted from one.
    static let positions = 1...Int(Int32.max)

    /// A finding; whether its embed is there is for the report to say.
    mutating func finding() throws(JSONFault) -> Finding {
        var rule: String?
        var severity: Severity?
        var message: String?
        var place = PlaceMembers()
        var extras = FindingExtras()
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "rule": rule = try text()
            case "severity": severity = try word()
            case "message": message = try text()
            default:
                guard try !place.read(name, from: &self), try !extras.read(name, from: &self) else { continue }
                try skip()
            }
        }
        var finding = Finding(
            rule: try needed(rule, "rule"), severity: try needed(severity, "severity"),
            message: try needed(message, "message"), place: try place.place(self))
        extras.add(to: &finding)
        return finding
    }
}

/// The members that tell where something is.
private struct PlaceMembers {
    private var path: String?
    private var line: Int?
    private var column: Int?
    private var endLine: Int?
    private var endColumn: Int?

    /// Reads a member.
    ///
    /// - Returns: whether it is one of these.
    mutating func read(_ name: String, from json: inout JSONReader) throws(JSONFault) -> Bool {
        switch name {
        case "path": path = try json.textOrNull()
        case "line": line = try json.integerOrNull(JSONReader.positions)
        case "column": column = try json.integerOrNull(JSONReader.positions)
        case "endLine": endLine = try json.integerOrNull(JSONReader.positions)
        case "endColumn": endColumn = try json.integerOrNull(JSONReader.positions)
        default: return false
        }
        return true
    }

    /// The place, or nil where no path is told; without an end it has no extent.
    func place(_ json: JSONReader) throws(JSONFault) -> Place? {
        guard let path else {
            guard line == nil, column == nil else { throw json.fault("has a line, but no path") }
            return nil
        }
        guard let line, let column else {
            guard line == nil, column == nil else { throw json.fault("has only one of `line` and `column`") }
            return Place(path: path, range: nil)
        }
        let start = SourceLocation(line: line, column: column)
        guard let endLine, let endColumn else {
            return Place(path: path, range: SourceRange(start: start, end: start))
        }
        let end = SourceLocation(line: endLine, column: endColumn)
        guard start <= end else { throw json.fault("ends before it begins") }
        return Place(path: path, range: SourceRange(start: start, end: end))
    }
}

/// The members of a finding that it may be without.
private struct FindingExtras {
    private var help: String?
    private var related: [Place] = []
    private var embed: Int?
    private var isInMarkup = true
    private var isRendered = false
    private var fingerprint = ""
    private var snippet: String?
    private var snippetColumn: Int?
    private var isSuppressed: Bool?
    private var suppression: Suppression?

    /// Reads a member.
    ///
    /// - Returns: whether it is one of these.
    mutating func read(_ name: String, from json: inout JSONReader) throws(JSONFault) -> Bool {
        switch name {
        case "help": help = try json.textOrNull()
        case "related": related = try json.list { (json) throws(JSONFault) in try json.place() }
        case "embed": embed = try json.integerOrNull(JSONReader.counts)
        case "inMarkup": isInMarkup = try json.boolean()
        case "rendered": isRendered = try json.boolean()
        case "fingerprint": fingerprint = try json.text()
        case "snippet": snippet = try json.textOrNull()
        case "snippetColumn": snippetColumn = try json.integerOrNull(JSONReader.positions)
        case "suppressed": isSuppressed = try json.boolean()
        case "suppression": suppression = try json.takesNull() ? nil : try json.suppression()
        default: return false
        }
        return true
    }

    func add(to finding: inout Finding) {
        finding.help = help
        finding.related = related
        finding.embed = embed
        finding.isInMarkup = isInMarkup
        finding.isRendered = isRendered
        finding.fingerprint = fingerprint
        finding.snippet = snippet.map { Snippet(text: $0, firstColumn: snippetColumn ?? 1) }
        // Without a word of why, it can only be known to a baseline.
        if isSuppressed ?? (suppression != nil) { finding.suppression = suppression ?? .baseline }
    }
}

extension JSONReader {
    private enum SuppressionKind: String {
        case comment, baseline
    }

    fileprivate mutating func suppression() throws(JSONFault) -> Suppression {
        var kind: SuppressionKind?
        var reason: String?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "kind": kind = try word()
            case "reason": reason = try textOrNull()
            default: try skip()
            }
        }
        return switch try needed(kind, "kind") {
        case .comment: .comment(reason: reason)
        case .baseline: .baseline
        }
    }

    fileprivate mutating func place() throws(JSONFault) -> Place {
        var members = PlaceMembers()
        try beginObject()
        while let name = try nextMember() {
            if try !members.read(name, from: &self) { try skip() }
        }
        return try needed(try members.place(self), "path")
    }
}

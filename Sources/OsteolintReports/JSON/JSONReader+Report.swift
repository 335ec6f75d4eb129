import OsteolintCore
import PlacedJSON

extension JSONReader {
    /// The name of the tool whose reports these are.
    static let toolName = "osteolint"
    /// What can be counted: more than a run ever counts, and few enough to be added up.
    static let counts = 0...Int(Int32.max)

    private static let members = [
        "schemaVersion", "tool", "command", "verdict", "exitStatus", "summary", "embeds", "findings", "failures",
    ]

    /// A report.
    mutating func report() throws(JSONFault) -> Report {
        var report = Report(command: "", verdict: .pass, exitStatus: 0)
        var missing = Set(Self.members)
        try beginObject()
        while let name = try nextMember() {
            missing.remove(name)
            switch name {
            case "schemaVersion": _ = try integer(JSONReporter.schemaVersion...JSONReporter.schemaVersion)
            case "tool": try readTool()
            case "command": report.command = try text()
            case "verdict": report.verdict = try word()
            case "exitStatus": report.exitStatus = try exitStatus()
            case "summary": report.summary = try summary()
            default: try readList(name, of: &report)
            }
        }
        for name in Self.members where missing.contains(name) { throw fault("has no `\(name)`") }
        try checkEmbeds(of: report)
        return report
    }

    private mutating func readList(_ name: String, of report: inout Report) throws(JSONFault) {
        switch name {
        case "embeds": report.embeds = try list { (json) throws(JSONFault) in try json.embed() }
        case "findings": report.findings = try list { (json) throws(JSONFault) in try json.finding() }
        case "failures": report.failures = try list { (json) throws(JSONFault) in try json.failure() }
        case "origins": report.origins = try list { (json) throws(JSONFault) in try json.origin() }
        case "framing": report.framing = try list { (json) throws(JSONFault) in try json.framing() }
        case "statuses": report.statuses = try list { (json) throws(JSONFault) in try json.status() }
        case "catalogue": report.catalogue = try takesNull() ? nil : try catalogue()
        case "skipped": report.skipped = try list { (json) throws(JSONFault) in try json.skipped() }
        case "remarks": report.remarks = try list { (json) throws(JSONFault) in try json.remark() }
        default: try skip()
        }
    }

    private mutating func readTool() throws(JSONFault) {
        var tool: String?
        try beginObject()
        while let name = try nextMember() {
            if name == "name" { tool = try text() } else { try skip() }
        }
        guard tool == Self.toolName else { throw fault("is not osteolint") }
    }

    private mutating func exitStatus() throws(JSONFault) -> Int32 {
        let start = self
        let status = try integer(0...255)
        guard [0, 1, 2, 70, 130].contains(status) else { throw start.fault("is no exit status of osteolint's") }
        return Int32(status)
    }

    private mutating func summary() throws(JSONFault) -> Report.Summary {
        var summary = Report.Summary()
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "files": summary.files = try integer(Self.counts)
            case "parsed": summary.parsed = try integer(Self.counts)
            case "embeds": summary.embeds = try integer(Self.counts)
            case "errors": summary.errors = try integer(Self.counts)
            case "warnings": summary.warnings = try integer(Self.counts)
            case "notes": summary.notes = try integer(Self.counts)
            case "suppressed": summary.suppressed = try integer(Self.counts)
            case "failures": summary.failures = try integer(Self.counts)
            case "staleEntries": summary.staleEntries = try integer(Self.counts)
            default: try skip()
            }
        }
        return summary
    }

    private mutating func failure() throws(JSONFault) -> Failure {
        var subject: String?
        var reason: Failure.Reason?
        var message: String?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "subject": subject = try text()
            case "reason": reason = try word()
            case "message": message = try text()
            default: try skip()
            }
        }
        return Failure(
            subject: try needed(subject, "subject"), reason: try needed(reason, "reason"),
            message: try needed(message, "message"))
    }

    private mutating func skipped() throws(JSONFault) -> Skip {
        var subject: String?
        var reason: Skip.Reason?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "subject": subject = try text()
            case "reason": reason = try word()
            default: try skip()
            }
        }
        return Skip(subject: try needed(subject, "subject"), reason: try needed(reason, "reason"))
    }

    private mutating func remark() throws(JSONFault) -> Remark {
        var subject: String?
        var message: String?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "subject": subject = try text()
            case "message": message = try text()
            default: try skip()
            }
        }
        return Remark(subject: try needed(subject, "subject"), message: try needed(message, "message"))
    }

    /// The embeds may stand behind the findings that name them.
    private func checkEmbeds(of report: Report) throws(JSONFault) {
        let embeds = report.embeds.count
        for (index, finding) in report.findings.enumerated() {
            guard let embed = finding.embed, embed >= embeds else { continue }
            throw JSONFault(
                path: "findings[\(index)].embed", message: "is \(embed), but there are \(embeds) embeds, from 0 on")
        }
    }
}

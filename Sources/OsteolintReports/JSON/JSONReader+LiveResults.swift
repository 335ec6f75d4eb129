import ContentSecurityPolicy
import OsteolintCore
import PlacedJSON
import WebURL

extension JSONReader {
    private enum FramingWord: String {
        case allowed, blocked, inconclusive
    }

    private enum CatalogueSource: String {
        case api, file
    }

    /// What is to be said of a declared origin.
    mutating func origin() throws(JSONFault) -> OriginJudgement {
        var declared: String?
        var origin: Origin?
        var problems: [OriginProblem] = []
        var suggestion: String?
        var hints: [OriginHint] = []
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "declared": declared = try text()
            case "origin": origin = try takesNull() ? nil : try serializedOrigin()
            case "problems": problems = try list { (json) throws(JSONFault) in try json.word() }
            case "suggestion": suggestion = try textOrNull()
            case "hints": hints = try list { (json) throws(JSONFault) in try json.hint() }
            default: try skip()
            }
        }
        return OriginJudgement(
            declared: try needed(declared, "declared"), origin: origin, problems: problems, suggestion: suggestion,
            hints: hints)
    }

    private mutating func serializedOrigin() throws(JSONFault) -> Origin {
        let start = self
        guard let origin = Origin(serialized: try text()) else { throw start.fault("is no origin") }
        return origin
    }

    private mutating func hint() throws(JSONFault) -> OriginHint {
        var kind: String?
        var origin: String?
        var message: String?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "kind": kind = try text()
            case "origin": origin = try textOrNull()
            case "message": message = try text()
            default: try skip()
            }
        }
        return .recorded(kind: try needed(kind, "kind"), origin: origin, message: try needed(message, "message"))
    }

    /// A framing verdict with its proof.
    mutating func framing() throws(JSONFault) -> ReportedFraming {
        var url: String?
        var ancestors: [String] = []
        var verdict: FramingWord?
        var decider: Decider?
        var reason: Failure.Reason?
        var steps: [String] = []
        var isBrowserDependent = false
        var hops: [ReportedFraming.Hop] = []
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "url": url = try text()
            case "ancestors": ancestors = try list { (json) throws(JSONFault) in try json.text() }
            case "verdict": verdict = try word()
            case "decidedBy": decider = try takesNull() ? nil : try self.decider()
            case "reason": reason = try wordOrNull()
            case "steps": steps = try list { (json) throws(JSONFault) in try json.text() }
            case "browserDependent": isBrowserDependent = try boolean()
            case "hops": hops = try list { (json) throws(JSONFault) in try json.hop() }
            default: try skip()
            }
        }
        return ReportedFraming(
            url: try needed(url, "url"), ancestors: ancestors, verdict: try needed(verdict, "verdict").rawValue,
            decidedBy: decider, reason: reason, steps: steps, isBrowserDependent: isBrowserDependent, hops: hops)
    }

    private mutating func decider() throws(JSONFault) -> Decider {
        var policy: Int?
        var expression: String?
        var value: String?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "policy": policy = try integerOrNull(Self.counts)
            case "expression": expression = try textOrNull()
            case "value": value = try textOrNull()
            default: try skip()
            }
        }
        guard let policy else { return .frameOptions(try needed(value, "value")) }
        return .policy(policy, expression: expression)
    }

    private mutating func hop() throws(JSONFault) -> ReportedFraming.Hop {
        var url: String?
        var status: Int?
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "url": url = try text()
            case "status": status = try integer(Self.counts)
            default: try skip()
            }
        }
        return ReportedFraming.Hop(url: try needed(url, "url"), status: try needed(status, "status"))
    }

    /// What came of asking product-status one question.
    mutating func status() throws(JSONFault) -> ReportedStatus {
        var url: String?
        var status: String?
        var card: CardState?
        var verdict: Report.Verdict?
        var reason: Failure.Reason?
        var attempts = 0
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "url": url = try text()
            case "status": status = try textOrNull()
            case "card": card = try wordOrNull()
            case "verdict": verdict = try word()
            case "reason": reason = try wordOrNull()
            case "attempts": attempts = try integer(Self.counts)
            default: try skip()
            }
        }
        return ReportedStatus(
            url: try needed(url, "url"), status: status, card: card, verdict: try needed(verdict, "verdict"),
            reason: reason, attempts: attempts)
    }

    /// A partner's catalogue and what of it no page embeds.
    mutating func catalogue() throws(JSONFault) -> ReportedCatalogue {
        var clientID: String?
        var source: CatalogueSource?
        var channels: Int?
        var notEmbedded: [Catalogue.Channel] = []
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "clientId": clientID = try text()
            case "source": source = try word()
            case "channels": channels = try integer(Self.counts)
            case "notEmbedded": notEmbedded = try list { (json) throws(JSONFault) in try json.channel() }
            default: try skip()
            }
        }
        return ReportedCatalogue(
            clientID: try needed(clientID, "clientId"), source: try needed(source, "source").rawValue,
            channels: try needed(channels, "channels"), notEmbedded: notEmbedded)
    }

    private mutating func channel() throws(JSONFault) -> Catalogue.Channel {
        var id: String?
        var title = ""
        try beginObject()
        while let name = try nextMember() {
            switch name {
            case "idChannel": id = try text()
            case "title": title = try text()
            default: try skip()
            }
        }
        return Catalogue.Channel(id: try needed(id, "idChannel"), title: title)
    }
}

import HTTPTypes
import WebURL
import Yams

/// Reads one behaviour of a scenario.
struct BehaviourReader {
    /// What says which requests are meant.
    private static let matching = ["path", "clientId", "productId", "origin", "times", "every"]
    /// What replaces the body or the whole answer; one of them at most.
    private static let contents = [
        "body", "emptyBody", "bodySize", "drip", "cutAfter", "redirect", "redirectLoop", "firewallPage",
    ]
    /// What replaces the policy; one of them at most.
    private static let policies = ["policies", "policyByReferer", "noPolicy"]
    /// What goes with all others.
    private static let others = ["delay", "status", "fields", "reportOnly", "redirectStatus", "vary"]

    private let mapping: ScenarioMapping

    static func read(_ node: Node) throws(ScenarioFault) -> Behaviour {
        let mapping = try ScenarioMapping(
            node, of: "a behaviour", keys: matching + contents + policies + others)
        return try BehaviourReader(mapping: mapping).behaviour()
    }

    private func behaviour() throws(ScenarioFault) -> Behaviour {
        try mapping.refuseTogether(Self.contents)
        try mapping.refuseTogether(Self.policies)
        try mapping.refuse("redirectStatus", without: ["redirect", "redirectLoop"])
        try mapping.refuse("vary", without: ["policyByReferer"])
        try mapping.refuseTogether(["redirectStatus", "status"])
        let misbehaviour = try misbehaviour()
        guard misbehaviour != Misbehaviour() else {
            throw ScenarioFault(mapping.node, "this behaviour changes nothing; add a key such as `status: 503`")
        }
        let quota = Quota(
            times: try mapping.integer("times", in: 1...Int.max),
            every: try mapping.integer("every", in: 1...Int.max) ?? 1)
        return Behaviour(pattern: try pattern(), quota: quota, misbehaviour: misbehaviour)
    }

    private func pattern() throws(ScenarioFault) -> RequestPattern {
        var pattern = RequestPattern()
        pattern.path = try path()
        pattern.clientID = try mapping.text("clientId")
        if let node = mapping["productId"] {
            pattern.productID = try ProductReader.productID(node, of: "productId")
        }
        if let node = mapping["origin"] { pattern.origin = try ScenarioFile.origin(node, of: "origin") }
        return pattern
    }

    private func path() throws(ScenarioFault) -> String? {
        guard let node = mapping["path"] else { return nil }
        let text = try node.text(of: "path")
        guard text.hasPrefix("/") || text.hasPrefix("*") else {
            throw ScenarioFault(node, "`\(text)` matches no path, as paths begin with a slash; write `/\(text)`")
        }
        return text
    }

    private func misbehaviour() throws(ScenarioFault) -> Misbehaviour {
        var misbehaviour = Misbehaviour()
        if let node = mapping["delay"] { misbehaviour.delay = try node.seconds(of: "delay") }
        misbehaviour.status = try mapping.integer("status", in: 200...599)
        misbehaviour.content = try content()
        misbehaviour.policy = try policy()
        misbehaviour.reportOnly = try fieldValue(mapping["reportOnly"], of: "reportOnly")
        misbehaviour.fields = try FieldChangeReader.read(mapping.items("fields"))
        return misbehaviour
    }

    private func content() throws(ScenarioFault) -> Misbehaviour.Content? {
        guard let name = mapping.names(among: Self.contents).first, let node = mapping[name] else { return nil }
        switch name {
        case "body": return .text(try node.text(of: name))
        case "bodySize": return .size(try node.integer(of: name, in: 1...(1 << 34)))
        case "drip": return .drip(bytesPerSecond: try node.integer(of: name, in: 1...(1 << 30)))
        case "cutAfter": return .cut(after: try node.integer(of: name, in: 0...(1 << 30)))
        case "redirect":
            return .redirect(to: try fieldValue(node, of: name) ?? "", status: try redirectStatus())
        case "redirectLoop":
            return try node.boolean(of: name) ? .redirectLoop(status: try redirectStatus()) : nil
        case "emptyBody": return try node.boolean(of: name) ? .empty : nil
        default: return try node.boolean(of: name) ? .firewallPage : nil
        }
    }

    private func redirectStatus() throws(ScenarioFault) -> Int {
        guard let node = mapping["redirectStatus"] else { return 302 }
        let status = try node.integer(of: "redirectStatus", in: 300...399)
        guard [301, 302, 303, 307, 308].contains(status) else {
            throw ScenarioFault(node, "\(status) does not redirect; write 301, 302, 303, 307 or 308")
        }
        return status
    }

    private func policy() throws(ScenarioFault) -> Misbehaviour.PolicyChange? {
        if try mapping.boolean("noPolicy") == true { return .removed }
        if mapping["policies"] != nil {
            var values: [String] = []
            for item in try mapping.items("policies") {
                values.append(try fieldValue(item, of: "policies") ?? "")
            }
            return .replaced(by: values)
        }
        guard let node = mapping["policyByReferer"] else { return nil }
        let vary = try mapping.boolean("vary") ?? false
        switch try node.text(of: "policyByReferer") {
        case "reflect": return .reflecting(vary: vary)
        case "listed": return .askingOrigin(vary: vary)
        case let text:
            let suggestion = Suggestion.among(["reflect", "listed"], for: text)
            throw ScenarioFault(node, "unknown `policyByReferer: \(text)`\(suggestion); it is one of reflect, listed")
        }
    }

    /// A text that can stand as a field's value.
    private func fieldValue(_ node: Node?, of key: String) throws(ScenarioFault) -> String? {
        guard let node else { return nil }
        let text = try node.text(of: key)
        guard HTTPField.isValidValue(text) else {
            throw ScenarioFault(node, "`\(key)` has a character that no field of HTTP can hold; take it out")
        }
        return text
    }
}

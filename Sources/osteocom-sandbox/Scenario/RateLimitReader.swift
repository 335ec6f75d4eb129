import HTTPTypes
import Yams

/// Reads how often product-status may be asked.
enum RateLimitReader {
    static func read(_ node: Node) throws(ScenarioFault) -> RateLimit {
        let mapping = try ScenarioMapping(node, of: "a rate limit", keys: ["requests", "seconds", "retryAfter"])
        var limit = RateLimit(
            requests: try mapping.required("requests", in: "a rate limit").integer(of: "requests", in: 1...1_000_000),
            seconds: try seconds(try mapping.required("seconds", in: "a rate limit")))
        if let node = mapping["retryAfter"] { limit.retryAfter = try retryAfter(node) }
        return limit
    }

    private static func seconds(_ node: Node) throws(ScenarioFault) -> Double {
        let text = try node.text(of: "seconds")
        guard let seconds = Double(text), seconds > 0, seconds <= 86_400 else {
            throw ScenarioFault(node, "`seconds` takes a time above 0 and of at most 86400, such as 60, not `\(text)`")
        }
        return seconds
    }

    private static func retryAfter(_ node: Node) throws(ScenarioFault) -> RateLimit.RetryAfter {
        switch try node.text(of: "retryAfter") {
        case "seconds": return .seconds
        case "date": return .date
        case "none": return .none
        case let text:
            guard HTTPField.isValidValue(text) else {
                throw ScenarioFault(node, "`retryAfter` has a character that no field of HTTP can hold; take it out")
            }
            return .text(text)
        }
    }
}

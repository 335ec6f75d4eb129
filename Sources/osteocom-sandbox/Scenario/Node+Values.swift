import Yams

extension Node {
    /// The text of one value, whatever it looks like.
    func text(of key: String) throws(ScenarioFault) -> String {
        guard !isNull else { throw ScenarioFault(self, "`\(key)` has no value; write one, or take the key out") }
        guard case .scalar(let scalar) = self else {
            throw ScenarioFault(self, "`\(key)` takes one value, not a list or a mapping")
        }
        return scalar.string
    }

    func integer(of key: String, in range: ClosedRange<Int>) throws(ScenarioFault) -> Int {
        let text = try text(of: key)
        guard let number = Int(text), range.contains(number) else {
            let end = range.upperBound == .max ? "up" : "to \(range.upperBound)"
            throw ScenarioFault(self, "`\(key)` takes a whole number from \(range.lowerBound) \(end), not `\(text)`")
        }
        return number
    }

    func boolean(of key: String) throws(ScenarioFault) -> Bool {
        switch try text(of: key) {
        case "true": return true
        case "false": return false
        case let text: throw ScenarioFault(self, "`\(key)` takes true or false, not `\(text)`")
        }
    }

    /// A time in seconds, fractions allowed, of at most an hour.
    func seconds(of key: String) throws(ScenarioFault) -> Duration {
        let text = try text(of: key)
        guard let number = Double(text), number >= 0, number <= 3600 else {
            throw ScenarioFault(self, "`\(key)` takes seconds from 0 to 3600, such as 2.5, not `\(text)`")
        }
        return .seconds(number)
    }

    func items(of key: String) throws(ScenarioFault) -> [Node] {
        if isNull { return [] }
        guard let sequence else { throw ScenarioFault(self, "`\(key)` takes a list, such as `[…]`") }
        return Array(sequence)
    }

    /// Whether nothing, or what means nothing, is written.
    var isNull: Bool {
        guard case .scalar(let scalar) = self else { return false }
        return scalar.style == .plain && ["", "~", "null"].contains(scalar.string)
    }
}

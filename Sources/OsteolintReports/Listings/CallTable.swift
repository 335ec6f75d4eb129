public import OsteolintCore

/// What `osteolint api` prints: the calls as a table, and below it what is not as documented.
public struct CallTable: Sendable {
    private let environment: Environment
    private let origin: String
    private let calls: [CheckedCall]
    private let unrevoked: UnrevokedPurchase?
    private let isInterrupted: Bool

    /// Makes a table.
    ///
    /// - Parameters:
    ///   - environment: the one that was asked.
    ///   - origin: its origin.
    ///   - calls: what was called, in order.
    ///   - unrevoked: what was authorised and not taken back.
    ///   - isInterrupted: whether the user broke it off.
    public init(
        environment: Environment, origin: String, calls: [CheckedCall], unrevoked: UnrevokedPurchase?,
        isInterrupted: Bool
    ) {
        self.environment = environment
        self.origin = origin
        self.calls = calls
        self.unrevoked = unrevoked
        self.isInterrupted = isInterrupted
    }

    /// The exit status that says the same.
    public var exitStatus: Int32 {
        if isInterrupted { return 130 }
        return switch verdict {
        case .pass: 0
        case .fail: 1
        case .inconclusive: 2
        }
    }

    /// What came of it all.
    var verdict: Report.Verdict {
        if calls.contains(where: { $0.verdict == .differs }) { return .fail }
        let isWhole = !isInterrupted && unrevoked == nil && calls.allSatisfy { $0.verdict == .ok }
        return isWhole ? .pass : .inconclusive
    }

    /// Writes it as JSON: `reports/schema/api.schema.json`.
    public func writeJSON(to output: ReportStream) {
        let json = JSONWriter(to: output)
        json.document {
            json.member("schemaVersion", JSONReporter.schemaVersion)
            json.member("command", "api")
            json.member("verdict", verdict.rawValue)
            json.member("exitStatus", Int(exitStatus))
            json.member("environment", environment.kind)
            json.member("origin", origin)
            json.array("calls", calls) { call in json.object { Self.write(call, to: json) } }
            guard let unrevoked else { return json.member("unrevoked", String?.none) }
            json.object("unrevoked") {
                json.member("userId", unrevoked.userID)
                json.member("productId", VisibleText.visible(unrevoked.productID))
            }
        }
    }

    private static func write(_ call: CheckedCall, to json: JSONWriter) {
        json.member("call", VisibleText.visible(call.call))
        json.member("endpoint", call.endpoint)
        json.member("expected", call.expected)
        json.member("got", VisibleText.visible(call.got))
        json.member("milliseconds", call.milliseconds)
        json.member("verdict", call.verdict.rawValue)
        json.member("deviations", call.deviations.map { VisibleText.visible($0) })
        json.member("remarks", call.remarks.map { VisibleText.visible($0) })
    }

    /// As lines of text.
    ///
    /// - Parameter isColoured: whether to write colours.
    /// - Returns: the lines.
    public func text(isColoured: Bool) -> String {
        let style = TextStyle(isColoured: isColoured)
        let name = environment.name == origin ? "" : "\(environment.name), "
        let title = VisibleText.visible("\(name)\(origin)")
        let parts = [["The API of \(title)"], rows(style)] + calls.map { Self.details(of: $0, style) } + [alarm(style)]
        let blocks = parts.filter { !$0.isEmpty }.map { $0.map { $0 + "\n" }.joined() }
        return (blocks + [closingLine(style) + "\n"]).joined(separator: "\n")
    }

    private func rows(_ style: TextStyle) -> [String] {
        let cells = [["call", "expected", "got", "time"]] + calls.map(Self.cells)
        let widths = (0..<4).map { column in cells.map { Self.width($0[column]) }.max() ?? 0 }
        let verdicts = [style.strong("verdict")] + calls.map { Self.word(for: $0.verdict, style) }
        return zip(cells, verdicts).map { row, verdict in
            let columns = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - Self.width(cell))
                return column == 3 ? blanks + cell : cell + blanks
            }
            return columns.joined(separator: "  ") + "  " + verdict
        }
    }

    private static func cells(of call: CheckedCall) -> [String] {
        let time = call.milliseconds.map { "\($0) ms" } ?? "-"
        return [call.call, call.expected, call.got].map { VisibleText.visible($0) } + [time]
    }

    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + VisibleText.width(of: $1) }
    }

    private static func word(for verdict: CheckedCall.Verdict, _ style: TextStyle) -> String {
        switch verdict {
        case .ok: style.good(verdict.rawValue)
        case .differs: style.severity(.error, verdict.rawValue)
        case .open: style.severity(.warning, verdict.rawValue)
        }
    }

    /// What there is to say of one call beside its row.
    private static func details(of call: CheckedCall, _ style: TextStyle) -> [String] {
        guard !call.deviations.isEmpty || !call.remarks.isEmpty else { return [] }
        let word = call.verdict == .ok ? style.severity(.note, "note") : word(for: call.verdict, style)
        var lines = ["\(word): \(VisibleText.visible(call.call))"]
        lines += (call.deviations + call.remarks).map { "  " + VisibleText.visible($0) }
        guard call.verdict == .differs else { return lines }
        let number =
            call.deviations.count == 1 ? "the first line above" : "the first \(call.deviations.count) lines above"
        return lines + [
            "  Send Osteocom support: \(call.endpoint), answered with \(VisibleText.visible(call.got)); \(number)"
        ]
    }

    private func alarm(_ style: TextStyle) -> [String] {
        guard let unrevoked else { return [] }
        return [style.failure("not taken back") + ": " + VisibleText.visible(unrevoked.message)]
    }

    private func closingLine(_ style: TextStyle) -> String {
        let counts = CheckedCall.Verdict.allCases.compactMap { verdict -> String? in
            let count = calls.count { $0.verdict == verdict }
            guard count > 0 else { return nil }
            return switch verdict {
            case .ok: "\(count) as documented"
            case .differs: style.severity(.error, "\(count) not as documented")
            case .open: style.severity(.warning, "\(count) open")
            }
        }
        return "\(verdictWord(style)): \(calls.count) calls: \(counts.joined(separator: ", "))"
    }

    private func verdictWord(_ style: TextStyle) -> String {
        if isInterrupted { return style.severity(.warning, "interrupted") }
        return switch verdict {
        case .pass: style.good("passed")
        case .fail: style.severity(.error, "failed")
        case .inconclusive: style.severity(.warning, "inconclusive")
        }
    }
}

extension UnrevokedPurchase {
    /// What to have revoked, and by whom.
    public var message: String {
        "the throw-away user `\(userID)` may still have the product `\(productID)`; ask Osteocom support to revoke it"
    }
}

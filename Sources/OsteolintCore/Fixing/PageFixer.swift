/// Mends in a page what can be mended for certain, and looks after every step whether that is what it did.
///
/// It belongs to one thread, like its decoder.
public struct PageFixer {
    /// How many bytes of pages may be read again for one page, unless it is larger itself.
    private static let mostBytes = 512 << 20
    private static let fewestReadings = 16

    private let linter: Linter
    private let builder: ReportBuilder
    private let configuration: Configuration
    private let options: Page.Options
    private let decoder: TextDecoder

    /// Makes a fixer.
    ///
    /// - Parameters:
    ///   - linter: says what is wrong, and what cures it.
    ///   - builder: knows what is silenced, which is left as it is.
    ///   - configuration: under which pages are read.
    ///   - options: how pages are read.
    ///   - decoder: turns bytes into text.
    public init(
        linter: Linter, builder: ReportBuilder, configuration: Configuration, options: Page.Options,
        decoder: TextDecoder
    ) {
        self.linter = linter
        self.builder = builder
        self.configuration = configuration
        self.options = options
        self.decoder = decoder
    }

    /// Mends a page until nothing certain is left.
    ///
    /// - Parameters:
    ///   - bytes: the page as it is stored.
    ///   - path: as shown in reports.
    /// - Returns: what came of it; nothing that is edited has a new finding, unless the text that an unclosed frame had
    ///   swallowed brings it along.
    /// - Throws: `PageFailure` where the page cannot be read as a whole.
    public func fix(_ bytes: [UInt8], path: String) throws(PageFailure) -> FixedPage {
        var reading = try read(bytes, path: path)
        let before = reading.findings.count
        var edited = EditedBytes(bytes)
        var cured = 0
        var budget = max(Self.mostBytes, Self.fewestReadings * bytes.count)
        var plan = FixPlan(reading, decoder)
        while let step = step(plan, from: reading, &budget) {
            edited.apply(step.edits)
            cured += step.cured
            reading = step.reading
            plan = FixPlan(reading, decoder)
        }
        return FixedPage(
            edited: edited, cured: cured, before: before, after: reading.findings.count,
            obstacle: obstacle(plan, reading, hasBudget: budget > 0))
    }

    private func read(_ bytes: [UInt8], path: String) throws(PageFailure) -> PageReading {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        defer { buffer.deallocate() }
        buffer.copyBytes(from: bytes)
        let page = try Page(
            path: path, bytes: UnsafeRawBufferPointer(buffer), decoder: decoder, options: options,
            configuration: configuration)
        let report = builder.report(
            command: "check", pages: [linter.lint(page)], siteFindings: [], failures: [], files: 1)
        return PageReading(bytes: bytes, page: page, findings: report.findings.filter { !$0.isSuppressed })
    }

    private struct Step {
        let reading: PageReading
        let edits: [ByteEdit]
        let cured: Int
    }

    private enum Attempt {
        case accepted(Step)
        /// The embeds that have more findings than they should; none where nobody can tell.
        case refused(offenders: Set<Int?>)
    }

    /// Applies what can be applied at once; what lets other text come to light goes last, and alone.
    private func step(_ plan: FixPlan, from reading: PageReading, _ budget: inout Int) -> Step? {
        let plain = PlannedFix.compatible(plan.fixes.filter { !$0.reveals })
        if let step = settle(plain, from: reading, &budget) { return step }
        for fix in plan.fixes where fix.reveals {
            if case .accepted(let step) = attempt([fix], from: reading, &budget) { return step }
        }
        return nil
    }

    /// Applies all fixes, or as many as go together.
    private func settle(_ fixes: [PlannedFix], from reading: PageReading, _ budget: inout Int) -> Step? {
        guard !fixes.isEmpty else { return nil }
        if case .accepted(let step) = attempt(fixes, from: reading, &budget) { return step }
        var accepted: [PlannedFix] = []
        var best: Step?
        // With one fix for each embed it is clear which one is to blame.
        for layer in PlannedFix.layers(fixes) {
            var open = [layer]
            while let next = open.popLast() {
                guard !next.isEmpty else { continue }
                switch attempt(accepted + next, from: reading, &budget) {
                case .accepted(let step):
                    accepted += next
                    best = step
                case .refused(let offenders): open += Self.retried(next, offenders)
                }
            }
        }
        return best
    }

    /// What to try of fixes that were refused together: those that did nothing wrong, or else each half.
    private static func retried(_ fixes: [PlannedFix], _ offenders: Set<Int?>) -> [[PlannedFix]] {
        let innocent = fixes.filter { !offenders.contains($0.subject.embed) }
        guard innocent.count == fixes.count else { return [innocent] }
        let middle = fixes.count / 2
        return fixes.count > 1 ? [Array(fixes[middle...]), Array(fixes[..<middle])] : []
    }

    /// Applies fixes to the page, and reads and judges it again.
    private func attempt(_ fixes: [PlannedFix], from before: PageReading, _ budget: inout Int) -> Attempt {
        guard budget > 0, let edits = PlannedFix.merged(fixes, \.byteEdits),
            let textEdits = PlannedFix.merged(fixes, \.textEdits)
        else { return .refused(offenders: []) }
        let bytes = ByteEdit.applied(edits, to: before.bytes)
        budget -= bytes.count + 1
        guard let after = try? read(bytes, path: before.page.path), after.page.encoding == before.page.encoding,
            after.page.text == ByteEdit.applied(textEdits, to: before.page.text)
        else { return .refused(offenders: []) }
        switch FixVerification(before: before, after: after).verdict(on: fixes) {
        case .cured: return .accepted(Step(reading: after, edits: edits, cured: fixes.count))
        case .faulty(let offenders): return .refused(offenders: offenders)
        }
    }

    private func obstacle(_ plan: FixPlan, _ reading: PageReading, hasBudget: Bool) -> String? {
        if plan.isObstructed {
            return "where its bytes stand in \(reading.page.encoding.encoding.name) is not certain, "
                + "so not all was mended; save the page as UTF-8"
        }
        return hasBudget ? nil : "it has too much to mend for one run; run --fix again"
    }
}

/// Whether edits did what they were to do, and nothing else.
struct FixVerification {
    let before: PageReading
    let after: PageReading

    enum Verdict {
        case cured
        /// Something is new, or still there; about these embeds, as far as that can be told.
        case faulty(offenders: Set<Int?>)
    }

    /// Whether the fixes have cured their findings without bringing new ones.
    func verdict(on fixes: [PlannedFix]) -> Verdict {
        guard let revealing = fixes.first(where: \.reveals) else { return verdictOnPlain(fixes) }
        return fixes.count == 1 ? verdict(onRevealing: revealing) : .faulty(offenders: [])
    }

    /// The same embeds in the same states, and of every rule about each of them as many findings less as were cured.
    private func verdictOnPlain(_ fixes: [PlannedFix]) -> Verdict {
        guard before.page.embeds.map(\.state) == after.page.embeds.map(\.state) else { return .faulty(offenders: []) }
        return verdict(on: fixes, from: before.counts, to: after.counts)
    }

    /// What stands behind the edit has come to light, and its findings are its own; all before it is as it was.
    private func verdict(onRevealing fix: PlannedFix) -> Verdict {
        guard after.shownEmbeds >= before.shownEmbeds else { return .faulty(offenders: []) }
        return verdict(on: [fix], from: counts(in: before, upTo: fix.start), to: counts(in: after, upTo: fix.start))
    }

    private func counts(in reading: PageReading, upTo place: SourceLocation) -> [PlannedFix.Subject: Int] {
        // The frame that the fix closes begins there; the places of its own findings are in its tag.
        let embeds = reading.page.embeds
        return reading.findings.reduce(into: [:]) { counts, finding in
            let start = finding.embed.map { embeds[$0].tag.start } ?? finding.place?.range?.start
            guard let start, start <= place else { return }
            counts[PlannedFix.Subject(finding), default: 0] += 1
        }
    }

    private func verdict(
        on fixes: [PlannedFix], from old: [PlannedFix.Subject: Int], to new: [PlannedFix.Subject: Int]
    ) -> Verdict {
        let cured = fixes.reduce(into: [PlannedFix.Subject: Int]()) { $0[$1.subject, default: 0] += 1 }
        let faulty = Set(old.keys).union(new.keys).filter { subject in
            new[subject, default: 0] > old[subject, default: 0] - cured[subject, default: 0]
        }
        return faulty.isEmpty ? .cured : .faulty(offenders: Set(faulty.map(\.embed)))
    }
}

import Foundation
import OsteolintCore
import OsteolintNetwork
import WebURL

/// Asks product-status about the products that pages embed.
struct LiveStatuses {
    let options: StatusOptions
    let memory: StatusMemory
    /// Asks Osteocom's hosts and the configured one, and nobody else.
    let fetcher: Fetcher
    let contacts: ContactList
    let masking: Masking
    /// Whether the pages are templates.
    let isTemplate: Bool

    /// What came of it.
    struct Outcome {
        let audit: StatusAudit
        let results: LiveResults
    }

    /// What was answered.
    struct Answers {
        let statuses: [ProductStatus]
        /// Why they could not be kept for the next run, if they could not.
        let fault: AnswerFileFault?
    }

    /// Asks what has to be asked about the embeds of pages.
    func results(for pages: [LintedPage], _ known: LiveCatalogue.Outcome) async -> Outcome {
        var list = StatusTargets(
            pages, contacts: contacts, user: options.user, masking: masking, isTemplate: isTemplate)
        let embeds = pages.flatMap(\.embeds).filter { $0.state != .inert }
        let owned = embeds.filter { known.owner?.owns($0) ?? false }
        if let catalogue = known.catalogue, let owner = known.owner {
            list.spare(catalogue, of: owner, masking: masking)
        }
        let answers = await ask(list.targets)
        var results = results(of: answers)
        results.skipped = list.skipped
        results.failures += known.failures
        results.catalogue = known.catalogue.map { ReportedCatalogue($0, embeds: owned, masking: masking) }
        let audit = StatusAudit(
            statuses: answers.statuses, catalogue: known.catalogue, embeds: embeds,
            environment: known.owner?.environment)
        return Outcome(audit: audit, results: results)
    }

    /// Asks questions, but none that a file answers already.
    func ask(_ targets: [StatusTarget]) async -> Answers {
        var memory = memory
        let start = Int(Date().timeIntervalSince1970)
        let asked = await probe(memory.open(among: targets, at: start))
        let statuses = memory.statuses(of: targets, asked: asked, at: start)
        do throws(AnswerFileFault) {
            try memory.keep(statuses, at: Int(Date().timeIntervalSince1970))
            return Answers(statuses: statuses, fault: nil)
        } catch {
            return Answers(statuses: statuses, fault: error)
        }
    }

    private func probe(_ targets: [StatusTarget]) async -> [ProductStatus] {
        let prober = StatusProber(fetcher: fetcher, limits: options.limits)
        let progress = ProgressLine(total: targets.count, unit: "products", stride: 1)
        defer { progress.clear() }
        let statuses = await Interruption.cancelling {
            await prober.run(targets) { event in
                switch event {
                case .settled(let count): progress.advance(to: count)
                case .waiting(let seconds): progress.wait(seconds: seconds)
                }
            }
        }
        await fetcher.shutdown()
        return statuses
    }

    /// What a report shows of the answers.
    func results(of answers: Answers) -> LiveResults {
        var results = LiveResults()
        results.statuses = ReportedStatus.reports(answers.statuses, masking: masking)
        results.failures = answers.fault.map { [Failure($0)] } ?? []
        results.failures += ProductStatus.failures(answers.statuses, masking: masking)
        return results
    }
}

extension Failure {
    /// What was found out is told, but not kept.
    fileprivate init(_ fault: AnswerFileFault) {
        self.init(subject: fault.path, reason: .notWritten, message: fault.message)
    }
}

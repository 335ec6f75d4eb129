import OsteocomAPI
import OsteolintCore
import OsteolintNetwork
import OsteolintReports

/// Makes the calls of a walk, one after the other.
struct WalkRun {
    let fetcher: Fetcher

    /// Walks to the end, or after an interruption to the revocation of what was authorised.
    func run(_ walk: APIWalk) async -> APIWalk {
        var walk = walk
        let progress = ProgressLine(total: WalkCall.allCases.count, unit: "calls")
        defer { progress.clear() }
        while true {
            if Interruption.isRequested { walk.interrupt() }
            guard let step = walk.nextCall() else { return walk }
            if Interruption.isRequested { Self.warn(walk) }
            let start = ContinuousClock.now
            let result = await result(of: step)
            walk.take(result, milliseconds: Int((ContinuousClock.now - start) / .milliseconds(1)))
            progress.advance(to: walk.calls.count)
        }
    }

    /// The answer to a call; an interruption does not break off what changes something at the server, since it would
    /// not be known then what has to be taken back.
    private func result(of step: APIWalk.Step) async -> Result<APIResponse, FetchFailure> {
        guard !step.call.changesState else { return await result(of: step.request) }
        return await Interruption.cancelling { await result(of: step.request) }
    }

    private func result(of request: APIRequest) async -> Result<APIResponse, FetchFailure> {
        do throws(FetchFailure) {
            return .success(try await fetcher.call(request))
        } catch {
            return .failure(error)
        }
    }

    /// Said before the revocation is tried, since a second signal ends the process.
    private static func warn(_ walk: APIWalk) {
        guard let purchase = walk.unrevoked else { return }
        StandardStreams.complain(
            "osteolint: interrupted; the product `\(VisibleText.visible(purchase.productID))` is being taken back from the throw-away user "
                + "`\(purchase.userID)`; wait for it")
    }
}

import OsteocomAPI
import OsteolintCore
import OsteolintNetwork
import WebURL

/// Finds out which products the partner may embed: from a saved catalogue, or from Osteocom where there is a secret.
struct LiveCatalogue {
    /// How many requests it takes.
    static let requests = 2

    let configuration: Configuration
    /// The catalogue that was given as a file, if any.
    let saved: SavedCatalogue?
    /// What logs the partner in, if it is there.
    let secret: Secret?
    /// Talks to the API; it may ask Osteocom's hosts and the configured one.
    let fetcher: Fetcher

    /// What came of it.
    struct Outcome {
        var catalogue: Catalogue?
        /// Whose it is; nil where there is no catalogue.
        var owner: CatalogueOwner?
        var failures: [Failure] = []
    }

    /// The catalogue for the embeds of a site.
    func catalogue(for embeds: [Embed]) async -> Outcome {
        let outcome = await read(for: embeds)
        await fetcher.shutdown()
        return outcome
    }

    private func read(for embeds: [Embed]) async -> Outcome {
        guard saved != nil || secret != nil, !embeds.isEmpty else { return Outcome() }
        guard let owner = CatalogueOwner(configuration, embeds: embeds) else {
            return Outcome(failures: [Failure(ambiguousCatalogueOf: embeds)])
        }
        if let saved { return Outcome(catalogue: saved.catalogue(of: owner), owner: owner) }
        guard let secret, let origin = Origin(serialized: "https://\(owner.environment.host)") else { return Outcome() }
        do throws(FetchFailure) {
            let catalogue = try await Self.ask(
                OsteocomClient(fetcher: fetcher, origin: origin), clientID: owner.clientID, secret: secret)
            return Outcome(catalogue: catalogue, owner: owner)
        } catch {
            return Outcome(
                failures: [
                    Failure(
                        subject: "catalogue of \(owner.clientID) at \(origin.serialized)", reason: error.reason,
                        message: error.message)
                ])
        }
    }

    private static func ask(
        _ client: OsteocomClient, clientID: String, secret: Secret
    ) async throws(FetchFailure) -> Catalogue {
        let outcome = await Interruption.cancelling { () async -> Result<Catalogue, FetchFailure> in
            do throws(FetchFailure) {
                let token = try await client.login(clientID: clientID, secret: secret)
                return .success(try await client.catalogue(clientID: clientID, token: token))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }
}

import ArgumentParser
import Foundation
import OsteolintNetwork

/// How servers are reached and believed.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "Seconds for one URL with all its redirects.")
    var timeout = FetchLimits().seconds

    @Option(
        name: .customLong("ca-file"),
        help: ArgumentHelp("A PEM file of authorities to trust beside the system's.", valueName: "file"),
        completion: .file(extensions: ["pem", "crt", "cer"]))
    var authorityFile: String?

    func validate() throws {
        guard timeout > 0, timeout <= 3600 else {
            throw ValidationError("--timeout takes seconds, more than 0 and up to 3600")
        }
    }

    /// The usual limits, with this time and so many requests.
    func limits(requests: Int) -> FetchLimits {
        var limits = FetchLimits()
        limits.requests = requests
        limits.seconds = timeout
        limits.connectSeconds = min(limits.connectSeconds, timeout)
        return limits
    }

    /// Makes a fetcher, to be shut down at the end.
    ///
    /// - Throws: `UsageError` where the authority file or the environment's proxies cannot be used.
    func fetcher(for contacts: ContactList, requests: Int) throws -> Fetcher {
        Fetcher(
            contacts: contacts, limits: limits(requests: requests), trust: try trust(), proxies: try proxies(),
            userAgent: "Mozilla/5.0 (compatible; osteolint/\(Osteolint.version))")
    }

    private func trust() throws -> Trust {
        do {
            return try Trust(authorityFile: authorityFile)
        } catch {
            let file = authorityFile ?? ""
            throw UsageError("--ca-file \(file): no PEM certificates can be read from it; name a file that holds some")
        }
    }

    private func proxies() throws -> ProxySettings {
        do throws(ProxySettings.Fault) {
            return try ProxySettings(environment: ProcessInfo.processInfo.environment)
        } catch {
            throw UsageError("the environment's \(error.variable) \(error.message)")
        }
    }
}

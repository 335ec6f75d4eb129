import Foundation
import OsteocomAPI
import OsteolintCore

/// The client's id, and its secret from the environment.
struct ClientCredentials {
    let clientID: String
    let secret: Secret

    /// Reads them.
    ///
    /// - Parameters:
    ///   - flag: the client's id as an argument.
    ///   - configuration: where it may stand instead.
    ///   - variables: the environment's.
    /// - Throws: `UsageError` where one of them is missing or cannot be right.
    init(
        flag: String?, configuration: Configuration,
        variables: [String: String] = ProcessInfo.processInfo.environment
    ) throws(UsageError) {
        guard let clientID = flag ?? configuration.clientID, !clientID.isEmpty else {
            throw UsageError(
                "no client id; give --client-id, or write `clientId: …` into \(ConfigurationFile.name)")
        }
        guard let secret = try ClientSecret.ofEnvironment(variables) else {
            throw UsageError(
                "no secret; set \(ClientSecret.variable) in the environment, as in "
                    + "`read -rs \(ClientSecret.variable); export \(ClientSecret.variable)`")
        }
        self.clientID = clientID
        self.secret = secret
    }
}

import Foundation
import OsteocomAPI
import OsteolintCore

/// The partner's secret, which comes from the environment only.
enum ClientSecret {
    /// The variable that holds it.
    static let variable = "OSTEOCOM_CLIENT_SECRET"

    /// The secret; nil where the variable is not set, or empty.
    ///
    /// - Throws: `UsageError` where what is there cannot be a secret.
    static func ofEnvironment(
        _ variables: [String: String] = ProcessInfo.processInfo.environment
    ) throws(UsageError) -> Secret? {
        guard let text = variables[variable], !text.isEmpty else { return nil }
        guard !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) else {
            throw UsageError("the secret in \(variable) has white space in it, as from copying; set it again without")
        }
        return Secret(text)
    }

    /// The secret as what no delivered file may hold; nil where the variable is not set, or holds no secret.
    ///
    /// - Parameter variables: the environment.
    /// - Returns: the secret, or nil.
    static func known(
        _ variables: [String: String] = ProcessInfo.processInfo.environment
    ) -> KnownSecret? {
        variables[variable].flatMap { KnownSecret($0) }
    }
}

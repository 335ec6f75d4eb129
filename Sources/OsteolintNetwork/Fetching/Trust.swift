import NIOCore
import NIOSSL

/// Which certificates are believed.
public struct Trust: Sendable {
    let configuration: TLSConfiguration

    /// Trusts the system's authorities, and those of a PEM file beside them.
    ///
    /// - Parameter authorityFile: the path of a file with one or more PEM certificates, or nil.
    /// - Throws: `NIOSSLError` where the file cannot be read or holds no certificate.
    public init(authorityFile: String? = nil) throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        // A server that does not answer does not say good-bye either; its connection is needed for others.
        configuration.shutdownTimeout = .milliseconds(100)
        if let authorityFile {
            let certificates = try NIOSSLCertificate.fromPEMFile(authorityFile)
            guard !certificates.isEmpty else { throw NIOSSLError.failedToLoadCertificate }
            configuration.additionalTrustRoots = [.certificates(certificates)]
        }
        self.configuration = configuration
    }
}

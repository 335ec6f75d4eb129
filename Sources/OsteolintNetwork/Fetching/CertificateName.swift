import NIOCore
import NIOSSL
import OsteolintCore
import SwiftASN1
import X509

/// Holds a server's certificate against the name that was asked for.
///
/// NIOSSL is content with a certificate that names the address of the connection in place of the host. Whoever forges
/// the answer of a name server could then pass with a certificate of their own address.
struct CertificateName: Sendable {
    /// The host as it stands in URLs.
    let host: String

    /// Looks at the certificate of a connection before anything is sent on it.
    ///
    /// - Returns: a future that fails with `FetchFailure.tls` where the certificate does not name the host.
    @Sendable func check(_ channel: any Channel) -> EventLoopFuture<Void> {
        channel.nioSSL_peerCertificate().flatMapThrowing { certificate in
            guard let certificate, let read = try? Certificate(derEncoded: certificate.toDERBytes()) else {
                throw FetchFailure.tls(host: host, detail: "its certificate cannot be read")
            }
            guard try isNamed(in: read) else {
                throw FetchFailure.tls(host: host, detail: "the certificate is for another host")
            }
        }
        .flatMapErrorThrowing { error in
            // Nobody else closes a connection that is given up here.
            channel.close(promise: nil)
            throw error as? FetchFailure ?? .tls(host: host, detail: "its certificate cannot be read")
        }
    }

    private func isNamed(in certificate: Certificate) throws -> Bool {
        try certificate.extensions.subjectAlternativeNames?.contains { name in
            guard case .dnsName(let pattern) = name else { return false }
            return isNamed(by: pattern.lowercased())
        } ?? false
    }

    /// Whether a name of a certificate stands for the host (RFC 9525, section 6.3): `*` is one whole label, the first.
    func isNamed(by pattern: String) -> Bool {
        guard pattern.hasPrefix("*.") else { return pattern == host }
        let label = host.prefix { $0 != "." }
        return !label.isEmpty && host.dropFirst(label.count) == pattern.dropFirst()
    }
}

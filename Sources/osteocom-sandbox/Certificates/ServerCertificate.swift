import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The server's certificate and its key.
struct ServerCertificate: Sendable {
    let certificate: Certificate
    private let key: P256.Signing.PrivateKey

    /// Makes a certificate for the names of this computer and those given.
    ///
    /// - Parameters:
    ///   - hosts: further names and IP addresses.
    ///   - fault: what is to be wrong with it.
    ///   - authority: signs it, unless the fault is that another one does.
    ///   - now: it is valid from an hour before that, for a day.
    /// - Throws: what the cryptography library does.
    init(hosts: [String], fault: CertificateFault, authority: Authority, at now: Date) throws {
        key = P256.Signing.PrivateKey()
        let validity = fault == .expired ? (now - 3 * .day)...(now - 2 * .day) : (now - .hour)...(now - .hour + .day)
        let names = fault == .wrongName ? ["wrong-name.invalid"] : Self.ownNames + hosts
        let signer = fault == .otherAuthority ? try Authority(at: now) : authority
        certificate = try signer.sign(
            Certificate.PublicKey(key.publicKey), for: Self.alternativeNames(names), validity: validity)
    }

    private static let ownNames = ["localhost", "127.0.0.1", "::1", "*.localhost"]

    /// Host names and IP addresses, each once (RFC 5280, section 4.2.1.6).
    private static func alternativeNames(_ hosts: [String]) -> SubjectAlternativeNames {
        var seen: Set<String> = []
        return SubjectAlternativeNames(
            hosts.filter { seen.insert($0).inserted }.map { host in
                addressBytes(host).map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) } ?? .dnsName(host)
            })
    }

    /// The 4 or 16 bytes of an IP address, or nil where the host is a name.
    private static func addressBytes(_ host: String) -> [UInt8]? {
        for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
            var bytes = [UInt8](repeating: 0, count: count)
            if inet_pton(family, host, &bytes) == 1 { return bytes }
        }
        return nil
    }

    /// What a server needs to know: TLS 1.2 and 1.3 with this certificate.
    func tlsConfiguration() throws -> TLSConfiguration {
        let pem = try certificate.serializeAsPEM().pemString
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8))
        let privateKey = try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(privateKey))
        configuration.minimumTLSVersion = .tlsv12
        return configuration
    }
}

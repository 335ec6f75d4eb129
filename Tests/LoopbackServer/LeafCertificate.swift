import Crypto
import NIOSSL
import SwiftASN1
import X509

/// A server's certificate, and what is wrong with it.
public struct LeafCertificate: Sendable {
    private let names: [String]
    private let days: ClosedRange<Double>
    private let authority: CertificateAuthority

    /// One for `localhost`, 127.0.0.1 and ::1, from the trusted authority.
    public static let valid = LeafCertificate.naming([])
    /// One that was valid until yesterday.
    public static let expired = LeafCertificate(names: ["localhost"], days: -3 ... -1, authority: .trusted)
    /// One for another host.
    public static let otherName = LeafCertificate(
        names: ["elsewhere.example"], hasAddresses: false, days: -1...1, authority: .trusted)
    /// One that an authority signed which nobody trusts.
    public static let otherAuthority = LeafCertificate(names: ["localhost"], days: -1...1, authority: .other)

    private let hasAddresses: Bool

    private init(
        names: [String], hasAddresses: Bool = true, days: ClosedRange<Double>, authority: CertificateAuthority
    ) {
        self.names = names
        self.hasAddresses = hasAddresses
        self.days = days
        self.authority = authority
    }

    /// One for further names beside `localhost` and the loopback addresses.
    public static func naming(_ names: [String]) -> LeafCertificate {
        LeafCertificate(names: ["localhost"] + names, days: -1...1, authority: .trusted)
    }

    /// The server's side of TLS, with a new key.
    func configuration() throws -> TLSConfiguration {
        let key = P256.Signing.PrivateKey()
        let subject = try DistinguishedName { CommonName("osteolint tests, server") }
        let pem = try authority.sign(Certificate.PublicKey(key.publicKey), subject: subject, days: days, extensions())
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(pem.utf8))
        let privateKey = try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem)
        return .makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey))
    }

    private func extensions() throws -> Certificate.Extensions {
        let addresses: [[UInt8]] = hasAddresses ? [[127, 0, 0, 1], [UInt8](repeating: 0, count: 15) + [1]] : []
        let alternatives =
            names.map { GeneralName.dnsName($0) }
            + addresses.map { .ipAddress(ASN1OctetString(contentBytes: $0[...])) }
        return try Certificate.Extensions {
            Critical(BasicConstraints.notCertificateAuthority)
            Critical(KeyUsage(digitalSignature: true))
            try ExtendedKeyUsage([.serverAuth])
            SubjectAlternativeNames(alternatives)
        }
    }
}

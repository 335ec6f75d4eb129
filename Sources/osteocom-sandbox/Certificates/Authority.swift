import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority that lives as long as the process; its private key never leaves memory.
struct Authority: Sendable {
    let certificate: Certificate
    private let key: Certificate.PrivateKey

    /// Makes an authority with a new P-256 key (RFC 5280, section 4.2.1).
    ///
    /// - Parameter now: it is valid from an hour before that, for a day.
    /// - Throws: what the cryptography library does.
    init(at now: Date) throws {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        self.key = key
        let name = try DistinguishedName {
            OrganizationName("osteocom-sandbox")
            CommonName("osteocom-sandbox authority, for tests only")
        }
        certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key.publicKey,
            notValidBefore: now - .hour, notValidAfter: now - .hour + .day, issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                SubjectKeyIdentifier(hash: key.publicKey)
            },
            issuerPrivateKey: key)
    }

    /// The certificate as text (RFC 7468).
    func pem() throws -> String { try certificate.serializeAsPEM().pemString + "\n" }

    /// Signs a server's certificate.
    ///
    /// - Parameters:
    ///   - key: the server's public key.
    ///   - names: the hosts that it is made out to.
    ///   - validity: from when to when it is valid.
    /// - Returns: the certificate.
    /// - Throws: what the cryptography library does.
    func sign(
        _ key: Certificate.PublicKey, for names: SubjectAlternativeNames, validity: ClosedRange<Date>
    ) throws -> Certificate {
        try Certificate(
            version: .v3, serialNumber: .init(), publicKey: key,
            notValidBefore: validity.lowerBound, notValidAfter: validity.upperBound,
            issuer: certificate.subject,
            subject: try DistinguishedName { CommonName("osteocom-sandbox") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                AuthorityKeyIdentifier(keyIdentifier: SubjectKeyIdentifier(hash: certificate.publicKey).keyIdentifier)
                SubjectKeyIdentifier(hash: key)
                names
            },
            issuerPrivateKey: self.key)
    }
}

extension TimeInterval {
    static let hour: TimeInterval = 3600
    static let day: TimeInterval = 24 * 3600
}

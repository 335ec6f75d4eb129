import Crypto
import Foundation
import NIOSSL
import SwiftASN1
import X509

/// The key and certificate of a loopback server, made for one run; the browser trusts this key and no other.
struct ServerIdentity: Sendable {
    private static let day: TimeInterval = 24 * 3600

    /// TLS as the server speaks it.
    let context: NIOSSLContext
    /// The fingerprint of the key: SHA-256 in Base64 (RFC 7469, section 2.4).
    let keyPin: String

    /// Makes a new P-256 key and signs a certificate with itself.
    ///
    /// - Parameters:
    ///   - host: whom it is for.
    ///   - now: it is valid for a day around that.
    /// - Throws: what the cryptography library does.
    init(host: String, at now: Date) throws {
        let key = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("osteolint") }
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(), publicKey: .init(key.publicKey),
            notValidBefore: now - Self.day, notValidAfter: now + Self.day, issuer: name, subject: name,
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                SubjectAlternativeNames([.dnsName(host)])
            },
            issuerPrivateKey: .init(key))
        let chain = try NIOSSLCertificate.fromPEMBytes(Array(try certificate.serializeAsPEM().pemString.utf8))
        let privateKey = try NIOSSLPrivateKey(bytes: Array(key.pemRepresentation.utf8), format: .pem)
        context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(privateKey)))
        keyPin = Data(SHA256.hash(data: key.publicKey.derRepresentation)).base64EncodedString()
    }
}

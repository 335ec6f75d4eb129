import Crypto
import Foundation
import SwiftASN1
import X509

/// An authority whose key never leaves the process.
public struct CertificateAuthority: Sendable {
    /// The authority of all certificates that clients of the tests are to believe.
    public static let trusted = CertificateAuthority(name: "osteolint tests")
    /// An authority that nobody believes.
    static let other = CertificateAuthority(name: "osteolint tests, not to be trusted")

    private let key = P256.Signing.PrivateKey()
    private let name: DistinguishedName

    private init(name: String) {
        let names = [RelativeDistinguishedName.Attribute(type: .RDNAttributeType.commonName, utf8String: name)]
        self.name = DistinguishedName([RelativeDistinguishedName(names)])
    }

    /// The authority's certificate as PEM.
    ///
    /// - Throws: what the cryptography library throws.
    public func pem() throws -> String {
        let own = Certificate.PublicKey(key.publicKey)
        let extensions = try Certificate.Extensions {
            Critical(BasicConstraints.isCertificateAuthority(maxPathLength: nil))
            Critical(KeyUsage(keyCertSign: true))
        }
        return try sign(own, subject: name, days: -1...1, extensions)
    }

    /// Writes the certificate to a file for as long as an operation takes.
    ///
    /// - Parameter operation: what needs the file; it is given its path.
    /// - Returns: what the operation does.
    /// - Throws: what the operation throws, or where the file cannot be written.
    public func withFile<Outcome>(_ operation: (String) async throws -> Outcome) async throws -> Outcome {
        let file = FileManager.default.temporaryDirectory.appending(path: "authority-\(UUID()).pem")
        try Data(pem().utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try await operation(file.path)
    }

    /// Signs a certificate, which is given as PEM.
    func sign(
        _ publicKey: Certificate.PublicKey, subject: DistinguishedName, days: ClosedRange<Double>,
        _ extensions: Certificate.Extensions
    ) throws -> String {
        try Certificate(
            version: .v3, serialNumber: .init(), publicKey: publicKey,
            notValidBefore: .now + days.lowerBound * 86_400, notValidAfter: .now + days.upperBound * 86_400,
            issuer: name, subject: subject, signatureAlgorithm: .ecdsaWithSHA256, extensions: extensions,
            issuerPrivateKey: Certificate.PrivateKey(key)
        ).serializeAsPEM().pemString
    }
}

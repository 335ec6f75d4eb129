import ProgramRuns
import Foundation
import SwiftASN1
import Testing
import X509

@testable import osteocom_sandbox

@Suite("Certificates")
struct CertificateTests {
    private static let now = Date(timeIntervalSince1970: 1_790_000_000)

    private func handshake(_ sandbox: Sandbox, _ protocols: [String] = ["h2"]) async throws -> Handshake.Outcome {
        try await Handshake(
            authority: sandbox.folder.path("ca.pem"), port: sandbox.port, protocols: protocols
        ).perform()
    }

    @Test("HTTP/2 where it is offered, HTTP/1.1 otherwise")
    func protocols() async throws {
        let sandbox = try await Sandbox("")
        #expect(try await handshake(sandbox, ["h2", "http/1.1"]).chosen == "h2")
        #expect(try await handshake(sandbox, ["http/1.1"]).chosen == "http/1.1")
    }

    @Test("The names of this computer, the scenario's hosts and the sites' are proven, others are not")
    func names() async throws {
        let folder = try TemporaryFolder()
        try folder.write("pages/index.html", "x")
        let scenario = "hosts: [www.osteocom.me]\nsites: { lms.partner.example: pages }\n"
        let sandbox = try await Sandbox(scenario, folder: folder)
        let certificate = try Certificate(derEncoded: try await handshake(sandbox).certificate)
        let authority = try Certificate(pemEncoded: try folder.text("ca.pem"))
        for host in ["localhost", "a.localhost", "www.osteocom.me", "lms.partner.example"] {
            #expect(await Self.proves(certificate, host, authority), "\(host)")
        }
        for host in ["osteocom.me", "a.b.localhost", "partner.example"] {
            #expect(await !Self.proves(certificate, host, authority), "\(host)")
        }
    }

    /// Whether a client that trusts the authority takes the certificate as the host's (RFC 5280, RFC 6125).
    private static func proves(_ certificate: Certificate, _ host: String, _ authority: Certificate) async -> Bool {
        var verifier = Verifier(rootCertificates: CertificateStore([authority])) {
            RFC5280Policy()
            ServerIdentityPolicy(serverHostname: host, serverIP: nil)
        }
        let result = await verifier.validate(leaf: certificate, intermediates: CertificateStore())
        guard case .validCertificate = result else { return false }
        return true
    }

    @Test(
        "A wrong certificate, asked for by the scenario or by the command line",
        arguments: [
            "expired", "wrong-name", "other-authority",
        ])
    func wrong(_ fault: String) async throws {
        let byScenario = try await Sandbox("certificate: \(fault)\n")
        await #expect(throws: (any Error).self) { try await handshake(byScenario) }
        let byArgument = try await Sandbox("", arguments: ["--certificate", fault])
        await #expect(throws: (any Error).self) { try await handshake(byArgument) }
        let overridden = try await Sandbox("certificate: \(fault)\n", arguments: ["--certificate", "none"])
        #expect(try await handshake(overridden).chosen == "h2")
    }

    @Test("The file holds the authority's certificate and nothing else; each start makes another one")
    func file() async throws {
        let text = try await Sandbox("").folder.text("ca.pem")
        #expect(text.hasPrefix("-----BEGIN CERTIFICATE-----\n"))
        #expect(text.hasSuffix("-----END CERTIFICATE-----\n"))
        #expect(text.ranges(of: "-----BEGIN").count == 1)
        #expect(try await Sandbox("").folder.text("ca.pem") != text)
    }

    @Test("The authority may sign, without constraints on names, from an hour ago for a day")
    func authority() throws {
        let certificate = try Authority(at: Self.now).certificate
        #expect(certificate.notValidBefore == Self.now - 3600)
        #expect(certificate.notValidAfter == Self.now - 3600 + 24 * 3600)
        #expect(try certificate.extensions.basicConstraints == .isCertificateAuthority(maxPathLength: 0))
        #expect(try certificate.extensions.keyUsage == KeyUsage(keyCertSign: true, cRLSign: true))
        #expect(try certificate.extensions.nameConstraints == nil)
        #expect(certificate.publicKey.isValidSignature(certificate.signature, for: certificate))
    }

    @Test("A server's certificate", arguments: CertificateFault.allCases)
    func server(_ fault: CertificateFault) throws {
        let authority = try Authority(at: Self.now)
        let certificate = try ServerCertificate(
            hosts: ["www.osteocom.me", "10.0.0.1", "127.0.0.1"], fault: fault, authority: authority, at: Self.now
        ).certificate
        #expect(certificate.issuer == authority.certificate.subject)
        let key = authority.certificate.publicKey
        #expect(key.isValidSignature(certificate.signature, for: certificate) == (fault != .otherAuthority))
        #expect((certificate.notValidAfter < Self.now) == (fault == .expired))
        #expect(certificate.notValidBefore < Self.now)
        let names = try #require(try certificate.extensions.subjectAlternativeNames)
        let expected: [GeneralName] = [
            .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
            .ipAddress(ASN1OctetString(contentBytes: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])),
            .dnsName("*.localhost"), .dnsName("www.osteocom.me"),
            .ipAddress(ASN1OctetString(contentBytes: [10, 0, 0, 1])),
        ]
        #expect(Array(names) == (fault == .wrongName ? [.dnsName("wrong-name.invalid")] : expected))
        #expect(try certificate.extensions.extendedKeyUsage == ExtendedKeyUsage([.serverAuth]))
    }
}

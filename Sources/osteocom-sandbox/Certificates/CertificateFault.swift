/// What is wrong with the server's certificate.
enum CertificateFault: String, Sendable, CaseIterable {
    case none
    /// It was valid the day before yesterday.
    case expired
    /// It is made out to another host.
    case wrongName = "wrong-name"
    /// It is signed by an authority other than the one that is written to the file.
    case otherAuthority = "other-authority"
}

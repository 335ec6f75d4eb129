/// What the stand-in knows and how it misbehaves, as a scenario file says.
struct Scenario: Sendable {
    /// Host names, besides those of this computer, that the server's certificate is made out to.
    var hosts: [String] = []
    /// What is wrong with the server's certificate.
    var certificate = CertificateFault.none
    var clients: [Client] = []
    /// Courses that Osteocom has beside those of the clients' catalogues.
    var otherProducts: [Product] = []
    /// Who owns what when nothing has been bought yet.
    var purchases: [Purchase] = []
    /// How long the API's bearer tokens live, in seconds.
    var tokenSeconds = 86_400
    /// How often product-status may be asked; nil for as often as anybody likes.
    var rateLimit: RateLimit?
    var sites: [Site] = []
    /// In the order of the file, in which they are asked.
    var behaviours: [Behaviour] = []
}

/// A partner's pages, served beside the cards under a host of their own.
struct Site: Sendable {
    /// In lower case, without a port.
    let host: String
    /// The folder of the files, as an absolute path without symbolic links.
    let folder: String
}

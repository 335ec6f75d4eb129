/// What a file is in a site that a build has written, by its name.
public enum SiteFileKind: Sendable, Hashable {
    /// JavaScript that browsers run.
    case script
    /// JSON, and the source maps among it, which browsers can read.
    case data
    /// A file that tells the hosting service which header fields to send with the pages.
    case hosting(HostingFormat)

    private static let scriptSuffixes: Set = ["js", "mjs", "cjs"]
    private static let dataSuffixes: Set = ["json", "map"]

    /// Nil for a file that is none of these; its name is without folders.
    public init?(fileName name: some Collection<UInt8>) {
        if let format = HostingFormat(fileName: name) {
            self = .hosting(format)
            return
        }
        let parts = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count > 1, let last = parts.last, last.count <= 4 else { return nil }
        let suffix = String(decoding: last, as: UTF8.self).lowercased()
        if Self.scriptSuffixes.contains(suffix) {
            self = .script
        } else if Self.dataSuffixes.contains(suffix) {
            self = .data
        } else {
            return nil
        }
    }
}

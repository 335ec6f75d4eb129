/// An item of the configuration's `hosting`.
public struct NamedHostingFile: Sendable, Hashable {
    /// The path as written, relative to the configuration's folder.
    public let path: String
    /// Where it stands in the configuration; nil where it stands in no file.
    public let place: Place?

    /// Makes an item.
    public init(path: String, place: Place? = nil) {
        self.path = path
        self.place = place
    }

    /// The format of the file by its name; nginx, whose files have names of any kind, where no other has such a name.
    public var format: HostingFormat {
        let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path[...].utf8
        return HostingFormat(fileName: name) ?? .nginx
    }
}

import CFileStatus
import Foundation

/// What a path leads to, symbolic links followed.
struct FileEntry {
    struct Identity: Hashable {
        let device: UInt64
        let number: UInt64
    }

    let isFolder: Bool
    /// Whether it holds bytes of its own: no pipe, socket or device.
    let isFile: Bool
    let identity: Identity

    /// Nil when the path leads nowhere, or nowhere that may be looked at; `errno` says why.
    init?(_ path: FilePath) {
        var status = file_status()
        guard path.withCString({ file_status_at_path($0, &status) }) else { return nil }
        isFolder = status.is_folder
        isFile = status.is_file
        identity = Identity(device: status.device, number: status.number)
    }
}

/// The names in a folder.
struct FolderListing {
    struct Name {
        let name: [UInt8]
        let isFolder: Bool
        /// A folder, or something that has to be looked at, such as a symbolic link.
        let mayBeFolder: Bool
    }

    let names: [Name]

    /// Nil when the folder cannot be read; `errno` says why.
    init?(_ path: FilePath) {
        guard let folder = path.withCString({ opendir($0) }) else { return nil }
        defer { closedir(folder) }
        var names: [Name] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
            guard name != [UInt8(ascii: ".")], name != Array("..".utf8) else { continue }
            let type = Int32(entry.pointee.d_type)
            let isFolder = type == Int32(DT_DIR)
            names.append(Name(name: name, isFolder: isFolder, mayBeFolder: isFolder || type != Int32(DT_REG)))
        }
        self.names = names
    }
}

extension FilePath {
    /// The folder that the process works in.
    static var workingDirectory: FilePath {
        guard let path = getcwd(nil, 0) else { return FilePath(".") }
        defer { free(path) }
        return FilePath(Array(UnsafeRawBufferPointer(start: path, count: strlen(path))))
    }

    /// The path from the root, without `.` and `..`; links are not looked at.
    var normalized: FilePath {
        let absolute = bytes.first == UInt8(ascii: "/") ? self : Self.workingDirectory.appending(bytes)
        var parts: [ArraySlice<UInt8>] = []
        for part in absolute.bytes.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
            if part.elementsEqual("..".utf8) { _ = parts.popLast() } else { parts.append(part) }
        }
        return FilePath(parts.reduce(into: []) { $0 += [UInt8(ascii: "/")] + $1 })
    }

    /// The folder that it lies in; of a normalised path at the root, the root.
    var folder: FilePath {
        let slash = UInt8(ascii: "/")
        let end = bytes.lastIndex(of: slash) ?? bytes.startIndex
        return FilePath(Array(end == bytes.startIndex ? [slash][...] : bytes[..<end]))
    }

    /// Whether the path leads into a folder; links are not looked at.
    func lies(below folder: FilePath) -> Bool {
        normalized.bytes.starts(with: folder.normalized.bytes + [UInt8(ascii: "/")])
    }

    /// The path as seen from a folder.
    func relative(to folder: FilePath) -> FilePath {
        let slash = UInt8(ascii: "/")
        let parts = normalized.bytes.split(separator: slash)
        let from = folder.normalized.bytes.split(separator: slash)
        let common = zip(parts, from).prefix { $0 == $1 }.count
        let up = Array(repeating: Array("..".utf8)[...], count: from.count - common)
        return FilePath(Array((up + parts.dropFirst(common)).joined(separator: [slash])))
    }
}

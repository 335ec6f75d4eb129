import Foundation
import Hummingbird
import WebURL

/// The files of a site's folder, as a server of static files hands them out.
struct SiteFiles: Sendable {
    /// What a path leads to.
    enum Answer: Equatable {
        /// The media type, and the bytes.
        case file(type: String, bytes: [UInt8])
        /// To the same path with a slash at its end.
        case redirect(path: String)
        case notFound
    }

    /// An absolute path without symbolic links.
    let root: String

    /// Looks up a path as it was sent; nothing outside the folder and nothing hidden is handed out.
    func answer(to path: String) -> Answer {
        guard let segments = Self.segments(path), let file = resolved(segments) else { return .notFound }
        guard !Self.isFolder(file) else {
            guard path.hasSuffix("/") else { return .redirect(path: path + "/") }
            return resolved(segments + ["index.html"]).map { read($0) } ?? .notFound
        }
        return path.hasSuffix("/") ? .notFound : read(file)
    }

    /// The names of the folders and the file, or nil where one of them cannot be such a name.
    private static func segments(_ path: String) -> [String]? {
        var segments: [String] = []
        for segment in path.split(separator: "/") {
            guard let name = String(validating: PercentEncoding.decode(Array(segment.utf8)), as: UTF8.self) else {
                return nil
            }
            guard !name.contains("/"), !name.contains("\0") else { return nil }
            guard !name.hasPrefix(".") || name == ".well-known" else { return nil }
            segments.append(name)
        }
        return segments
    }

    /// The file's path without symbolic links, or nil where it is not there or lies outside.
    private func resolved(_ segments: [String]) -> String? {
        guard let path = realpath(([root] + segments).joined(separator: "/"), nil) else { return nil }
        defer { free(path) }
        let file = String(cString: path)
        return file == root || file.hasPrefix(root.hasSuffix("/") ? root : root + "/") ? file : nil
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }

    private func read(_ path: String) -> Answer {
        guard let data = FileManager.default.contents(atPath: path) else { return .notFound }
        return .file(type: Self.type(of: path), bytes: Array(data))
    }

    /// Pages get no charset, since they say theirs themselves.
    private static func type(of path: String) -> String {
        let ending = URL(filePath: path).pathExtension.lowercased()
        let type = MediaType.getMediaType(forExtension: ending) ?? .applicationBinary
        switch ending {
        case "css", "js", "mjs", "txt", "csv": return "\(type); charset=utf-8"
        default: return "\(type)"
        }
    }
}

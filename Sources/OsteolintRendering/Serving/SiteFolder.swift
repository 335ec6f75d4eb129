import Foundation
import OsteolintCore
import WebURL

/// The folder of a site, as a server of static files hands it out: nothing outside of it, hidden or meant for the
/// hosting service.
public struct SiteFolder: Sendable {
    /// The largest file that is handed out, in bytes.
    private static let limit = 64 << 20
    private static let slash = UInt8(ascii: "/")

    /// Its absolute path without symbolic links; nil where there is no such folder.
    private let root: [UInt8]?

    /// Takes a folder by its path in bytes.
    public init(path: [UInt8]) {
        let real = Self.withPath(path.isEmpty ? [UInt8(ascii: ".")] : path) { realpath($0, nil) }
        defer { free(real) }
        root = real.map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    }

    /// A file that is handed out.
    struct File {
        /// Its path below the folder.
        let path: String
        /// The value of its Content-Type field.
        let type: String
        /// What is in it.
        let bytes: [UInt8]
    }

    /// Looks up the path of a request, as it was sent.
    func file(at path: Substring) -> File? {
        guard let root, let names = Self.names(path) else { return nil }
        let below = names.joined(separator: "/")
        let descriptor = Self.withPath(root + [Self.slash] + Array(below.utf8)) {
            open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        }
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        guard Self.isFile(descriptor), isInside(descriptor, root), let bytes = Self.read(descriptor) else { return nil }
        return File(path: below, type: MediaType.type(ofFile: names.last ?? ""), bytes: bytes)
    }

    /// The names of the folders and of the file, or nil where one of them is not handed out.
    private static func names(_ path: Substring) -> [String]? {
        guard path.hasPrefix("/") else { return nil }
        var names: [String] = []
        for part in path.utf8.split(separator: slash) {
            guard let name = String(validating: PercentEncoding.decode(part), as: UTF8.self) else { return nil }
            guard !name.utf8.contains(slash), !name.utf8.contains(0) else { return nil }
            guard !name.utf8.starts(with: ".".utf8) || name == ".well-known" else { return nil }
            names.append(name)
        }
        if path.utf8.last == slash { names.append("index.html") }
        if case .hosting? = SiteFileKind(fileName: (names.last ?? "").utf8) { return nil }
        return names
    }

    /// Whether what was opened, by whatever links, lies in the folder.
    private func isInside(_ descriptor: Int32, _ root: [UInt8]) -> Bool {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink("/proc/self/fd/\(descriptor)", &target, target.count)
        guard count > 0 else { return false }
        let folder = root == [Self.slash] ? root : root + [Self.slash]
        return target[..<count].map { UInt8(bitPattern: $0) }.starts(with: folder)
    }

    private static func isFile(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size <= limit
    }

    private static func read(_ descriptor: Int32) -> [UInt8]? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count <= limit {
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count == 0 ? bytes : nil }
            bytes += buffer[..<count]
        }
        return nil
    }

    private static func withPath<Result>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result) -> Result {
        let text = path.map { CChar(bitPattern: $0) } + [0]
        return text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { preconditionFailure("the array holds a zero at least") }
            return body(start)
        }
    }
}

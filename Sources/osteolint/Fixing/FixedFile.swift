import Foundation
import OsteolintCore
import WholeFiles

/// A page that is written anew, whole or not at all.
struct FixedFile {
    /// Why a file is left as it is.
    struct Refusal: Error {
        let reason: String
    }

    let path: FilePath
    /// The folders that were named; nothing outside of them is written to.
    let folders: Set<FilePath>

    /// Writes the file.
    ///
    /// - Parameter edited: what it was when it was read, and what it is to be.
    /// - Throws: `Refusal` where it is not open for writing, or has changed meanwhile; it is then as it was.
    func replace(_ edited: EditedBytes) throws(Refusal) {
        guard let name = String(validating: path.bytes, as: UTF8.self) else {
            throw Refusal(reason: "its name is not UTF-8; apply the diff instead")
        }
        guard isInside else {
            throw Refusal(reason: "a symbolic link leads out of what was named; name the file itself")
        }
        // To put another file in its place would need no leave to write into this one.
        guard access(name, W_OK) == 0 else { throw Refusal(reason: String(cString: strerror(errno))) }
        let file = try refusing { () throws(FileReplacement.Failure) in
            let file = try FileReplacement(name, isPrivate: false)
            try file.write(Data(edited.bytes))
            return file
        }
        guard let now = try? InputReader.bytes(of: path), now == edited.original else {
            throw Refusal(reason: "it has changed since it was read; run osteolint again")
        }
        try refusing { () throws(FileReplacement.Failure) in try file.commit(isDurable: false) }
    }

    /// Whether the file lies below one of the folders once all symbolic links are followed.
    private var isInside: Bool {
        guard let file = Self.resolved(path) else { return false }
        return folders.contains { folder in
            guard let root = Self.resolved(folder), file.starts(with: root) else { return false }
            return root.last == UInt8(ascii: "/") || file.dropFirst(root.count).first == UInt8(ascii: "/")
        }
    }

    private static func resolved(_ path: FilePath) -> [UInt8]? {
        let path = path.bytes.isEmpty ? FilePath(".") : path
        guard let text = path.withCString({ realpath($0, nil) }) else { return nil }
        defer { free(text) }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    private func refusing<Value>(
        _ body: () throws(FileReplacement.Failure) -> Value
    ) throws(Refusal) -> Value {
        do throws(FileReplacement.Failure) { return try body() } catch { throw Refusal(reason: error.reason) }
    }
}

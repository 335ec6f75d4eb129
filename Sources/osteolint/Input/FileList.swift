import Foundation

/// The paths in a file of `--files-from`: one a line, or separated by NUL where the file holds any.
struct FileList {
    let paths: [FilePath]

    init(_ bytes: [UInt8]) {
        let separator: UInt8 = bytes.contains(0) ? 0 : 0x0A
        paths = bytes.split(separator: separator).map { entry in
            let isLine = separator == 0x0A && entry.last == 0x0D
            return FilePath(Array(isLine ? entry.dropLast() : entry))
        }
        .filter { !$0.bytes.isEmpty }
    }
}

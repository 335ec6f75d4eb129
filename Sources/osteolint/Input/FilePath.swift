import OsteolintCore

/// A path as the system has it: bytes, which need not be UTF-8.
struct FilePath: Hashable, Comparable {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The path of something in this folder; the folder itself where that is empty.
    func appending(_ name: some Collection<UInt8>) -> FilePath {
        let slash = UInt8(ascii: "/")
        guard !name.isEmpty, !bytes.isEmpty else { return FilePath(bytes + name.drop { $0 == slash && bytes.isEmpty }) }
        return FilePath(bytes + (bytes.last == slash || name.first == slash ? [] : [slash]) + name)
    }

    /// A path as written by somebody who is in this folder.
    func resolving(_ path: String) -> FilePath { path.hasPrefix("/") ? FilePath(path) : appending(path.utf8) }

    /// What stands behind the last slash.
    var name: ArraySlice<UInt8> { bytes.split(separator: UInt8(ascii: "/")).last ?? bytes[...] }

    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        (bytes + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { chars in
                guard let start = chars.baseAddress else { preconditionFailure("the array holds a zero at least") }
                return body(start)
            }
        }
    }

    static func < (left: Self, right: Self) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }

    /// The path as reports show it: percent-encoded where it is not UTF-8.
    var displayed: String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return bytes.reduce(into: "") { text, byte in
            if byte >= 0x80 || byte == UInt8(ascii: "%") {
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }
}

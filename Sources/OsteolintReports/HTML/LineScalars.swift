/// The scalars of a source line by number: bytes where all are visible ASCII, as nearly all lines are.
enum LineScalars {
    case plain([UInt8])
    case any([Unicode.Scalar])

    init(_ line: String) {
        if line.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            self = .plain(Array(line.utf8))
        } else {
            self = .any(Array(line.unicodeScalars))
        }
    }

    /// How many there are.
    var count: Int {
        switch self {
        case .plain(let bytes): bytes.count
        case .any(let scalars): scalars.count
        }
    }

    /// Whether a scalar is a space or a tab.
    func isBlank(at index: Int) -> Bool {
        switch self {
        case .plain(let bytes): bytes[index] == UInt8(ascii: " ")
        case .any(let scalars): scalars[index] == " " || scalars[index] == "\t"
        }
    }

    /// A stretch with everything in it to be seen.
    func visible(_ range: Range<Int>) -> String {
        switch self {
        case .plain(let bytes): return String(decoding: bytes[range], as: UTF8.self)
        case .any(let scalars):
            var text = ""
            text.unicodeScalars.append(contentsOf: scalars[range])
            return VisibleText.visible(text)
        }
    }

    /// How many columns a stretch takes once it is visible.
    func columns(_ range: Range<Int>) -> Int {
        switch self {
        case .plain: range.count
        case .any(let scalars): scalars[range].reduce(0) { $0 + VisibleText.width(of: $1) }
        }
    }
}

import OsteolintCore

/// Reads the strings of a TOML text (TOML 1.0) with their places.
///
/// Numbers, dates and the like are passed over, and of the rules about keys that stand twice only the plain ones are
/// held up: what is asked for here is strings.
struct TOMLReader {
    /// A string, and where it stands.
    struct Entry {
        let path: TOMLPath
        let text: ValueText
    }

    private static let deepest = 32

    /// The strings below the keys that were asked for, in order.
    private(set) var entries: [Entry] = []

    let text: HostingText
    var position = 0
    private let keys: Set<String>
    /// The table that keys belong to.
    private var table: TOMLPath = []
    /// How many tables the lists of tables have.
    private var counts: [TOMLPath: Int] = [:]
    /// The tables and values that there are.
    private var defined: Set<TOMLPath> = []

    /// Reads a text.
    ///
    /// - Parameters:
    ///   - text: the file.
    ///   - keys: the first keys of what is kept.
    /// - Throws: `HostingFault` where it is no TOML.
    init(_ text: HostingText, keys: Set<String>) throws(HostingFault) {
        self.text = text
        self.keys = keys
        while passSpace(lines: true) {
            if next == UInt8(ascii: "[") { try readHeader() } else { try readPair(in: table, depth: 0) }
            guard !passSpace(lines: false) || isLineEnd else { throw fault("a line should end here") }
        }
    }

    /// The next byte; nil at the end.
    var next: UInt8? { position < text.bytes.count ? text.bytes[position] : nil }

    func fault(_ message: String, at place: Int? = nil) -> HostingFault {
        text.fault(at: place ?? position, "is not TOML: \(message)")
    }

    private var isLineEnd: Bool { next == 0x0A || next == 0x0D }

    /// Passes white space and comments, line ends too where they mean nothing.
    ///
    /// - Returns: whether anything follows.
    private mutating func passSpace(lines: Bool) -> Bool {
        while let byte = next {
            if byte == UInt8(ascii: "#") {
                position = text.bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? text.bytes.count
            } else if byte == 0x20 || byte == 0x09 || lines && isLineEnd {
                position += 1
            } else {
                return true
            }
        }
        return false
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    // MARK: Keys

    private mutating func readHeader() throws(HostingFault) {
        let start = position
        position += 1
        let isList = take("[")
        var path = try takeKey()
        guard take("]"), !isList || take("]") else { throw fault("the bracket of a table's name should close here") }
        let last = path.popLast()
        path = path.reduce(into: []) { path, step in
            path.append(step)
            if let count = counts[path] { path.append(.item(count - 1)) }
        }
        path += [last].compactMap { $0 }
        if isList {
            guard !defined.contains(path) else { throw fault("this is no list of tables", at: start) }
            counts[path, default: 0] += 1
            path.append(.item((counts[path] ?? 1) - 1))
        } else {
            guard counts[path] == nil else { throw fault("this is a list of tables", at: start) }
        }
        guard path.count <= Self.deepest else { throw fault("tables are nested too deep", at: start) }
        guard defined.insert(path).inserted else { throw fault("a table of this name stands before", at: start) }
        table = path
    }

    /// Takes the parts of a key with the points between them.
    private mutating func takeKey() throws(HostingFault) -> TOMLPath {
        var path: TOMLPath = []
        repeat {
            _ = passSpace(lines: false)
            guard path.count < Self.deepest else { throw fault("keys are nested too deep") }
            path.append(.key(try takeKeyPart()))
            _ = passSpace(lines: false)
        } while take(".")
        return path
    }

    private mutating func takeKeyPart() throws(HostingFault) -> String {
        if next == UInt8(ascii: "\"") || next == UInt8(ascii: "'") { return try takeString(isKey: true).string }
        let start = position
        while let byte = next, ParameterName.contains(byte) || byte == UInt8(ascii: "-") { position += 1 }
        guard position > start else { throw fault("a key should stand here") }
        return String(decoding: text.bytes[start..<position], as: UTF8.self)
    }

    // MARK: Values

    private mutating func readPair(in table: TOMLPath, depth: Int) throws(HostingFault) {
        let start = position
        let path = table + (try takeKey())
        guard take("=") else { throw fault("an equals sign should stand here") }
        guard path.count <= 2 * Self.deepest else { throw fault("tables are nested too deep", at: start) }
        guard counts[path] == nil, defined.insert(path).inserted else {
            throw fault("a value of this name stands before", at: start)
        }
        _ = passSpace(lines: false)
        try readValue(path, depth: depth)
    }

    private mutating func readValue(_ path: TOMLPath, depth: Int) throws(HostingFault) {
        guard depth <= Self.deepest else { throw fault("values are nested too deep") }
        switch next {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let string = try takeString(isKey: false)
            guard case .key(let first)? = path.first, keys.contains(first) else { return }
            entries.append(Entry(path: path, text: string))
        case UInt8(ascii: "["): try readList(path, depth: depth)
        case UInt8(ascii: "{"): try readInlineTable(path, depth: depth)
        default: try passPlainValue()
        }
    }

    private mutating func readList(_ path: TOMLPath, depth: Int) throws(HostingFault) {
        position += 1
        var count = 0
        while passSpace(lines: true), next != UInt8(ascii: "]") {
            try readValue(path + [.item(count)], depth: depth + 1)
            count += 1
            guard passSpace(lines: true), take(",") || next == UInt8(ascii: "]") else {
                throw fault("a comma or the list's end should stand here")
            }
        }
        guard take("]") else { throw fault("ends in the middle of a list") }
    }

    private mutating func readInlineTable(_ path: TOMLPath, depth: Int) throws(HostingFault) {
        position += 1
        while passSpace(lines: true), next != UInt8(ascii: "}") {
            try readPair(in: path, depth: depth + 1)
            guard passSpace(lines: true), take(",") || next == UInt8(ascii: "}") else {
                throw fault("a comma or the table's end should stand here")
            }
        }
        guard take("}") else { throw fault("ends in the middle of a table") }
    }

    private static let words: Set = ["true", "false", "inf", "+inf", "-inf", "nan", "+nan", "-nan"]
    private static let plain = ByteSet("+-.:_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// Passes a number, a date, a time, or a word.
    private mutating func passPlainValue() throws(HostingFault) {
        let start = position
        while let byte = next, Self.plain.contains(byte) { position += 1 }
        let word = String(decoding: text.bytes[start..<position].prefix(8), as: UTF8.self)
        let digits = text.bytes[start..<position].drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let isNumber = digits.first.map { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
        guard isNumber || Self.words.contains(word) else { throw fault("a value should stand here", at: start) }
        // Between date and time there may be a space.
        guard position - start == 10, digits.count == 10, digits.dropFirst(4).first == UInt8(ascii: "-"), take(" ")
        else { return }
        while let byte = next, Self.plain.contains(byte) { position += 1 }
    }
}

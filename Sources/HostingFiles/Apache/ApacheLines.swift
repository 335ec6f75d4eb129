import OsteolintCore

/// The lines of an Apache configuration: a backslash at the end of one joins the next to it.
struct ApacheLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var ranges: ArraySlice<Range<Int>>

    init(_ text: HostingText) {
        bytes = text.bytes
        ranges = text.lineRanges[...]
    }

    /// The next line without white space at its ends; comments and empty lines are left out.
    mutating func next() -> ValueText? {
        while let range = ranges.popFirst() {
            var line = ValueText(bytes, range)
            while line.bytes.last == UInt8(ascii: "\\"), let continued = ranges.popFirst() {
                line.removeLast()
                line.append(ValueText(bytes, continued))
            }
            let trimmed = line.trimmed
            if let first = trimmed.bytes.first, first != UInt8(ascii: "#") { return trimmed }
        }
        return nil
    }
}

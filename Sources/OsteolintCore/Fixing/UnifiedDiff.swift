/// What became of a file, as `diff -u` says it and `patch` and `git apply` read it (POSIX, *diff*, "Diff -u Output
/// Format"). Lines end at LF, whatever the encoding.
public struct UnifiedDiff {
    /// How many lines are shown around what changed.
    private static let context = 3

    /// Lines that changed: those from `start` up to `end`, counted from zero, became others.
    private struct Change {
        var start: Int
        var end: Int
        var lines: [[UInt8]]
    }

    private let original: [UInt8]
    private let path: [UInt8]
    /// Where each line of the file begins, and the end of the file.
    private let bounds: [Int]
    private var changes: [Change] = []

    /// Makes a diff.
    ///
    /// - Parameters:
    ///   - edited: the file, and what became of it.
    ///   - path: its path, relative to the folder where the diff is to be applied.
    public init(_ edited: EditedBytes, path: [UInt8]) {
        original = edited.original
        self.path = path
        var bounds = [0]
        for (offset, byte) in original.enumerated() where byte == 0x0A { bounds.append(offset + 1) }
        if bounds.last != original.count { bounds.append(original.count) }
        self.bounds = bounds
        changes = groups(edited.replacements).map(change).filter { $0.start < $0.end || !$0.lines.isEmpty }
    }

    /// The diff; empty where nothing changed.
    public var bytes: [UInt8] {
        guard !changes.isEmpty else { return [] }
        var output = Array("--- ".utf8) + name("a/") + Array("\n+++ ".utf8) + name("b/") + [0x0A]
        var shift = 0
        for hunk in hunks { write(hunk, &shift, to: &output) }
        return output
    }

    private var lineCount: Int { bounds.count - 1 }

    /// The number of the line that an offset stands in, counted from zero.
    private func line(of offset: Int) -> Int {
        var (low, high) = (0, bounds.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if bounds[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    /// The lines that a replacement touches, counted from zero.
    private func lines(of replacement: EditedBytes.Replacement) -> Range<Int> {
        let last = original.last == 0x0A ? lineCount : max(0, lineCount - 1)
        let start = min(line(of: replacement.range.lowerBound), last)
        return start..<min(line(of: replacement.range.upperBound) + 1, lineCount)
    }

    /// Replacements that share lines.
    private func groups(_ replacements: [EditedBytes.Replacement]) -> [[EditedBytes.Replacement]] {
        var groups: [[EditedBytes.Replacement]] = []
        var end = -1
        for replacement in replacements {
            let lines = lines(of: replacement)
            if lines.lowerBound >= end { groups.append([]) }
            groups[groups.count - 1].append(replacement)
            end = max(end, lines.upperBound)
        }
        return groups
    }

    /// What replacements make of the lines that they touch.
    private func change(_ replacements: [EditedBytes.Replacement]) -> Change {
        let first = lines(of: replacements[0])
        let end = max(first.upperBound, replacements.last.map { lines(of: $0).upperBound } ?? 0)
        let stretch = bounds[first.lowerBound]..<bounds[max(first.lowerBound, end)]
        var text: [UInt8] = []
        var position = stretch.lowerBound
        for replacement in replacements {
            text += original[position..<replacement.range.lowerBound] + replacement.bytes
            position = replacement.range.upperBound
        }
        text += original[position..<max(position, stretch.upperBound)]
        return trimmed(Change(start: first.lowerBound, end: max(first.lowerBound, end), lines: Self.split(text)))
    }

    /// Without the lines at either end that stayed what they were.
    private func trimmed(_ change: Change) -> Change {
        var change = change
        var same = 0
        while change.start < change.end, same < change.lines.count,
            original[bytes(ofLine: change.start)].elementsEqual(change.lines[same])
        {
            change.start += 1
            same += 1
        }
        change.lines.removeFirst(same)
        while change.start < change.end, let last = change.lines.last,
            original[bytes(ofLine: change.end - 1)].elementsEqual(last)
        {
            change.end -= 1
            change.lines.removeLast()
        }
        return change
    }

    private func bytes(ofLine line: Int) -> Range<Int> { bounds[line]..<bounds[line + 1] }

    private static func split(_ text: [UInt8]) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.count
            lines.append(Array(text[start..<end]))
            start = end
        }
        return lines
    }

    /// Changes whose surroundings touch.
    private var hunks: [[Change]] {
        var hunks: [[Change]] = []
        for change in changes {
            if let last = hunks.last?.last, change.start - last.end <= 2 * Self.context {
                hunks[hunks.count - 1].append(change)
            } else {
                hunks.append([change])
            }
        }
        return hunks
    }

    private func write(_ hunk: [Change], _ shift: inout Int, to output: inout [UInt8]) {
        let start = max(0, hunk[0].start - Self.context)
        let end = min(lineCount, (hunk.last?.end ?? 0) + Self.context)
        let growth = hunk.reduce(0) { $0 + $1.lines.count - ($1.end - $1.start) }
        let old = Self.range(start, end - start)
        let new = Self.range(start + shift, end - start + growth)
        output += Array("@@ -\(old) +\(new) @@\n".utf8)
        shift += growth
        var line = start
        for change in hunk {
            for kept in line..<change.start { write(" ", original[bytes(ofLine: kept)], to: &output) }
            for gone in change.start..<change.end { write("-", original[bytes(ofLine: gone)], to: &output) }
            for added in change.lines { write("+", added[...], to: &output) }
            line = change.end
        }
        for kept in line..<end { write(" ", original[bytes(ofLine: kept)], to: &output) }
    }

    private func write(_ sign: Unicode.Scalar, _ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        output.append(UInt8(ascii: sign))
        output += line
        if line.last != 0x0A { output += Array("\n\\ No newline at end of file\n".utf8) }
    }

    /// A hunk's lines, from zero; one that has none stands behind the line before.
    private static func range(_ start: Int, _ count: Int) -> String {
        count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
    }

    /// A file's name behind a prefix, as Git writes it: quoted where it could be misread.
    private func name(_ prefix: String) -> [UInt8] {
        let name = Array(prefix.utf8) + path.drop { $0 == UInt8(ascii: "/") }
        guard name.contains(where: { $0 < 0x20 || $0 >= 0x7F || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") })
        else {
            // What stands behind a tab is a date, so a tab ends a name with spaces.
            return name + (name.contains(0x20) ? [0x09] : [])
        }
        return [UInt8(ascii: "\"")] + name.flatMap(Self.quoted) + [UInt8(ascii: "\"")]
    }

    private static func quoted(_ byte: UInt8) -> [UInt8] {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return [UInt8(ascii: "\\"), byte] }
        guard byte < 0x20 || byte >= 0x7F else { return [byte] }
        let digits = String(byte, radix: 8)
        return Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
    }
}

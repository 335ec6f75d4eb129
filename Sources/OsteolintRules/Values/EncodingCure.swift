import OsteolintCore
import WebURL

/// Writes a name or a value so that the card reads what it was meant to read, where that is certain.
struct EncodingCure {
    /// How many stretches of one name or value are mended; whatever has more is no id.
    static let most = 64
    /// How long a URL may be that is mended, in bytes.
    private static let longest = 1 << 16

    private let fault: EncodingFault
    private let range: Range<Int>
    private let source: LocatedText
    private let input: URLInput

    /// - Parameters:
    ///   - fault: what is wrong.
    ///   - range: the name or value as a whole, in `URLInput.bytes`.
    ///   - embed: whose URL it is.
    init(_ fault: EncodingFault, in range: Range<Int>, of embed: Embed) {
        self.fault = fault
        self.range = range
        source = embed.url.source
        input = embed.url.input
    }

    /// The fix; nil where a person has to say what was meant.
    var fix: Fix? {
        guard fault.all.count <= Self.most, input.bytes.count <= Self.longest else { return nil }
        switch fault.kind {
        case .space: return spaces
        case .control: return Fix(fault.all.map { edit($0, "") })
        case .strayPercent: return Fix(fault.all.map { edit($0, "%25") })
        case .encodedTwice: return decodedOnce
        case .nonASCII: return Fix(fault.all.map { edit($0, PercentEncoding.encode(input.text($0), .component)) })
        case .plus, .invalidUTF8: return nil
        }
    }

    /// Spaces at either end are indentation; others belong there, unless a line end beside them says that they do not.
    private var spaces: Fix? {
        var edits: [TextEdit] = []
        for spaces in fault.all {
            if spaces.lowerBound == range.lowerBound || spaces.upperBound == range.upperBound {
                edits.append(edit(spaces, ""))
                continue
            }
            let around = (spaces.lowerBound - 1)..<(spaces.upperBound + 1)
            guard input.range(around).count == around.count else { return nil }
            edits.append(edit(spaces, String(repeating: "%20", count: spaces.count)))
        }
        return Fix(edits)
    }

    /// Where everything is percent-encoded twice, and text is what comes of it.
    private var decodedOnce: Fix? {
        let percents = range.filter { input.bytes[$0] == UInt8(ascii: "%") }
        guard percents == fault.all.map(\.lowerBound) else { return nil }
        let repeated = percents.map { ($0 + 1)..<endOfRepeats(from: $0 + 1) }
        var decoded: [UInt8] = []
        var position = range.lowerBound
        for digits in repeated {
            decoded += input.bytes[position..<digits.lowerBound]
            position = digits.upperBound
        }
        decoded += input.bytes[position..<range.upperBound]
        guard let text = String(validating: PercentEncoding.decode(decoded), as: UTF8.self),
            text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
        else { return nil }
        return Fix(repeated.map { edit($0, "") })
    }

    /// Where the `25` end that stand before the two digits that were meant.
    private func endOfRepeats(from start: Int) -> Int {
        var end = start
        while end + 4 <= range.upperBound, input.text(end..<(end + 2)) == "25",
            input.bytes[(end + 2)..<(end + 4)].allSatisfy({ ObjectID.isDigit(Unicode.Scalar($0)) })
        {
            end += 2
        }
        return end
    }

    private func edit(_ indices: Range<Int>, _ replacement: String) -> TextEdit {
        TextEdit(source.range(input.range(indices)), replacement)
    }
}

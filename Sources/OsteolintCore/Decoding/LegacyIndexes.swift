/// The indexes of the multi-byte encodings, made when a page first needs them.
///
/// Encoding Standard, section 5. The corrections are the places where ICU's tables differ from the standard's.
final class LegacyIndexes {
    /// JIS X 0208 with NEC's and IBM's extensions.
    lazy var jis0208 = PointerIndex(
        count: 11280, converterName: "ibm-943_P15A-2003",
        corrections: [
            28: 0x2015, 32: 0xFF5E, 33: 0x2225, 60: 0xFF0D, 80: 0xFFE0, 81: 0xFFE1, 137: 0xFFE2,
        ],
        source: ShiftJIS.bytes)

    /// JIS X 0212.
    lazy var jis0212 = PointerIndex(count: 77 * 94, converterName: "euc-jp-2007") { [0x8F] + EUCJP.bytes(of: $0) }

    /// KS X 1001 with the extensions of windows-949.
    lazy var eucKR = PointerIndex(count: 126 * 190, converterName: "windows-949-2000", source: EUCKR.bytes)

    /// The two-byte part of GB 18030.
    lazy var gb18030 = PointerIndex(
        count: 126 * 190, converterName: "gb18030", corrections: Self.gb18030Corrections, hasPrivateUse: true,
        source: GB18030.bytes)

    /// Big5 with the Hong Kong extensions.
    lazy var big5 = PointerIndex(
        count: 126 * 157, converterName: "ibm-1375_P100-2008", corrections: Self.big5Corrections, source: Big5.bytes)

    /// ICU's converter for the four-byte part of GB 18030.
    lazy var gb18030Ranges = ICUConverter(name: "gb18030")

    /// GB 18030-2022 moved these from the private use area; U+3000 is the standard's own choice for A3 A0.
    private static let gb18030Corrections: [Int: UInt32] = {
        let moved: [(UInt8, UInt8, UInt32)] = [
            (0xA3, 0xA0, 0x3000), (0xA6, 0xD9, 0xFE10), (0xA6, 0xDA, 0xFE12), (0xA6, 0xDB, 0xFE11),
            (0xA6, 0xDC, 0xFE13), (0xA6, 0xDD, 0xFE14), (0xA6, 0xDE, 0xFE15), (0xA6, 0xDF, 0xFE16),
            (0xA6, 0xEC, 0xFE17), (0xA6, 0xED, 0xFE18), (0xA6, 0xF3, 0xFE19), (0xFE, 0x59, 0x9FB4),
            (0xFE, 0x61, 0x9FB5), (0xFE, 0x66, 0x9FB6), (0xFE, 0x67, 0x9FB7), (0xFE, 0x6D, 0x9FB8),
            (0xFE, 0x7E, 0x9FB9), (0xFE, 0x90, 0x9FBA), (0xFE, 0xA0, 0x9FBB),
        ]
        return corrections(moved) { GB18030.pointer(of: $0, $1) }
    }()

    /// ICU has these characters of the Hong Kong extensions in the private use area still.
    private static let big5Corrections: [Int: UInt32] = {
        let moved: [(UInt8, UInt8, UInt32)] = [
            (0x88, 0x40, 0x31C0), (0x88, 0x41, 0x31C1), (0x88, 0x42, 0x31C2), (0x88, 0x43, 0x31C3),
            (0x88, 0x44, 0x31C4), (0x88, 0x46, 0x31C5), (0x88, 0x49, 0x31C6), (0x88, 0x4A, 0x31C7),
            (0x88, 0x4D, 0x31C8), (0x88, 0x4F, 0x31C9), (0x88, 0x50, 0x31CA), (0x88, 0x51, 0x31CB),
            (0x88, 0x52, 0x31CC), (0x88, 0x54, 0x31CD), (0x88, 0x55, 0x31CE), (0x88, 0xA9, 0x23DA),
            (0x88, 0xAA, 0x23DB), (0x8C, 0x43, 0x9FA6), (0x8C, 0x6D, 0x9FA7), (0x8C, 0x74, 0x9FA8),
            (0x8C, 0xB7, 0x9FA9), (0x8C, 0xB9, 0x9FAA), (0x8C, 0xBB, 0x9FAB), (0x8C, 0xC0, 0x9FAC),
            (0x8C, 0xD7, 0x9FAD), (0x8C, 0xD8, 0x9FAE), (0x8C, 0xDA, 0x9FAF), (0x8C, 0xED, 0x9FB2),
            (0x8D, 0x48, 0x9FB3), (0xC8, 0x79, 0x31CF), (0xC8, 0xA1, 0x9FB0), (0xC8, 0xA3, 0x9FB1),
        ]
        return corrections(moved) { Big5.pointer(of: $0, $1) }
    }()

    private static func corrections(
        _ pairs: [(UInt8, UInt8, UInt32)], pointer: (UInt8, UInt8) -> Int?
    ) -> [Int: UInt32] {
        var corrections: [Int: UInt32] = [:]
        for (lead, trail, scalar) in pairs {
            if let pointer = pointer(lead, trail) { corrections[pointer] = scalar }
        }
        return corrections
    }
}

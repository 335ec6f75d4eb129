/// A file that begins as no text does: the MIME Sniffing Standard, section 6, and compressed pages.
struct BinarySignature {
    /// What it is.
    let name: String
    /// What to do about it.
    let advice: String

    /// Nil for anything that may be a page.
    init?(_ bytes: UnsafeRawBufferPointer) {
        guard let known = Self.known.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
        name = known.name
        advice = known.isCompressed ? "unpack it first" : "leave it out with `exclude`"
    }

    private static let known: [(bytes: [UInt8], name: String, isCompressed: Bool)] = [
        ([0x1F, 0x8B, 0x08], "gzip data", true),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data", true),
        ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive", true),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image", false),
        ([0xFF, 0xD8, 0xFF], "a JPEG image", false),
        (Array("GIF87a".utf8), "a GIF image", false),
        (Array("GIF89a".utf8), "a GIF image", false),
        (Array("%PDF-".utf8), "a PDF document", false),
        ([0x7F, 0x45, 0x4C, 0x46], "a program", false),
        (Array("wOFF".utf8), "a font", false),
        (Array("wOF2".utf8), "a font", false),
        ([0x00, 0x61, 0x73, 0x6D], "a WebAssembly module", false),
    ]
}

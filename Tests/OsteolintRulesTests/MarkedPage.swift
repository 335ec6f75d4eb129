import HostingFiles
import OsteolintCore

/// A page's markup with marks where findings are expected.
struct MarkedPage {
    /// The markup without the marks.
    let text: String
    /// The places of the marks.
    let marks: [SourceLocation]

    init(_ marked: String) {
        var text = ""
        var marks: [SourceLocation] = []
        var (line, column) = (1, 1)
        for scalar in marked.unicodeScalars {
            guard scalar != "↓" else {
                marks.append(SourceLocation(line: line, column: column))
                continue
            }
            text.unicodeScalars.append(scalar)
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
        }
        self.text = text
        self.marks = marks
    }

    /// Reads the page, as UTF-8 with a byte order mark.
    func read(as path: String, under configuration: Configuration) throws -> Page {
        let bytes = [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        return try bytes.withUnsafeBytes { bytes in
            try Page(path: path, bytes: bytes, decoder: TextDecoder(), configuration: configuration)
        }
    }

    /// Reads the text as a hosting file.
    func hosting(
        as path: String, _ format: HostingFormat, isForAllPages: Bool = false
    ) throws -> HostingDocument {
        try Array(text.utf8).withUnsafeBytes { bytes in
            try HostingDocument(path: path, format: format, isForAllPages: isForAllPages, bytes: bytes)
        }
    }

    /// Reads the text as a script or data.
    func delivered(as path: String, _ kind: DeliveredText.Kind) -> DeliveredText {
        Array(text.utf8).withUnsafeBytes { bytes in
            DeliveredText(path: path, kind: kind, bytes: bytes, decoder: TextDecoder())
        }
    }
}

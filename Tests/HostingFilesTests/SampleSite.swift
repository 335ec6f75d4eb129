import HostingFiles
import OsteolintCore

/// Hosting files of a site, read, and what they say of its pages.
struct SampleSite {
    private let files: [HostingFile]

    /// Reads files.
    ///
    /// - Parameters:
    ///   - texts: the files' paths and texts.
    ///   - named: those that the configuration names.
    ///   - pages: the pages that the site has.
    ///   - origins: those that are declared.
    /// - Throws: `HostingFault` for a file that is not in its format.
    init(
        _ texts: KeyValuePairs<String, String>, named: [String] = [], pages: [String] = [], origins: [String] = []
    ) throws {
        let documents = try texts.map { path, text in
            try Self.read(path, Array(text.utf8), isForAllPages: named.contains(path))
        }
        files = HostingDocument.files(documents, of: HostedSite(pages: pages, origins: origins))
    }

    static func read(_ path: String, _ bytes: [UInt8], isForAllPages: Bool = false) throws -> HostingDocument {
        try bytes.withUnsafeBytes { bytes in
            try HostingDocument(
                path: path, format: NamedHostingFile(path: path).format, isForAllPages: isForAllPages, bytes: bytes)
        }
    }

    /// The fields of a page as `line:column-line:column name: value`; of a policy without its name.
    func fields(of path: String, sitePath: String? = nil) -> [String] {
        judgements(path, sitePath).flatMap(\.fields).map { field in
            let name = field.name == "content-security-policy" ? "" : "\(field.name): "
            return "\(Self.place(field.value.range)) \(name)\(field.value.text)"
        }
    }

    /// The fields of a page without their places.
    func values(of path: String, sitePath: String? = nil) -> [String] {
        judgements(path, sitePath).flatMap(\.fields).map(\.value.text)
    }

    /// The fields of a page.
    func pageFields(of path: String) -> [PageField] { judgements(path, nil).flatMap(\.fields) }

    /// What cannot be judged, as `path: message`.
    func remarks(of path: String) -> [String] {
        judgements(path, nil).flatMap(\.remarks).map { "\($0.subject): \($0.message)" }
    }

    private func judgements(_ path: String, _ sitePath: String?) -> [HostedFields] {
        files.map { $0.judgement(of: HostedPage(path: path, sitePath: sitePath ?? path)) }
    }

    private static func place(_ range: SourceRange) -> String {
        "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
    }
}

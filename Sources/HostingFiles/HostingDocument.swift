public import OsteolintCore

/// A hosting file as read, before it is known which pages there are.
public struct HostingDocument: Sendable {
    private enum Content: Sendable {
        case rules(HeaderRules)
        case apache(ApacheFile)
        case nginx(NginxLevel)
    }

    /// How many bytes a hosting file may have.
    public static let limit = 1 << 20

    /// The path as shown in reports.
    public let path: String
    /// The format that it is in.
    public let format: HostingFormat
    private let content: Content
    private let isForAllPages: Bool

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: as shown in reports.
    ///   - format: the format that it is in.
    ///   - isForAllPages: whether it is about all pages, wherever it lies, since the configuration names it.
    ///   - bytes: the file as it is stored; what is not UTF-8 in it becomes U+FFFD.
    /// - Throws: `HostingFault` where it is not in its format, or too large.
    public init(
        path: String, format: HostingFormat, isForAllPages: Bool = false, bytes: UnsafeRawBufferPointer
    ) throws(HostingFault) {
        guard bytes.count <= Self.limit else { throw .tooLarge(Self.limit) }
        let text = HostingText(
            DeliveredText(path: path, kind: .data, bytes: bytes, decoder: TextDecoder()), format: format)
        switch format {
        case .headers: content = .rules(try HeadersFile.read(text))
        case .netlify: content = .rules(try NetlifyFile.read(text))
        case .vercel: content = .rules(try VercelFile.read(text))
        case .htaccess: content = .apache(try ApacheFile.read(text))
        case .nginx: content = .nginx(NginxLevel(try NginxReader.read(text), inherited: [], text))
        }
        self.path = path
        self.format = format
        self.isForAllPages = isForAllPages
    }

    /// What files say together about the pages of a site.
    ///
    /// - Parameters:
    ///   - documents: the files, sorted by path.
    ///   - site: what else is known of the site.
    /// - Returns: one for each file, but for those of Apache, which act as one.
    public static func files(_ documents: [HostingDocument], of site: HostedSite) -> [HostingFile] {
        var folders = ApacheFolders()
        var files: [HostingFile] = []
        var apachePath: String?
        for document in documents {
            switch document.content {
            case .rules(let rules):
                let placement = document.placement(outputFolder: rules.outputFolder, in: site)
                files.append(
                    document.file(placement) {
                        rules.fields(ServedPaths($0, style: rules.style), origins: site.origins)
                    })
            case .nginx(let level):
                files.append(
                    document.file(document.placement(in: site)) { level.fields(ServedPaths($0, style: .nginx)) })
            case .apache(let file):
                folders.add(file, path: document.path, isForAllPages: document.isForAllPages)
                apachePath = apachePath ?? document.path
            }
        }
        guard let apachePath else { return files }
        let joined = folders
        return files + [HostingFile(path: apachePath, format: .htaccess, judging: { joined.fields(of: $0).result })]
    }

    private func placement(outputFolder: String? = nil, in site: HostedSite) -> Placement {
        Placement(of: path, outputFolder: outputFolder, isForAllPages: isForAllPages, in: site)
    }

    private func file(
        _ placement: Placement, fields: @escaping @Sendable (Substring.UTF8View) -> GivenFields
    ) -> HostingFile {
        HostingFile(
            path: path, format: format,
            judging: { page in
                placement.servedPath(of: page).map { fields($0).result } ?? HostedFields()
            })
    }
}

extension GivenFields {
    fileprivate var result: HostedFields { HostedFields(fields, remarks: remarks) }
}

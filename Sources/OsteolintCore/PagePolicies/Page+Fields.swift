import ContentSecurityPolicy
import HTMLTokenizer

extension Page {
    private static let metas = ElementNames(["meta"])
    private static let policyName = "content-security-policy"
    /// The fields of a response that decide about frames.
    private static let responseNames: Set = [policyName, "cross-origin-embedder-policy"]

    /// The header fields that its markup stands for, and those that it came with.
    ///
    /// Of markup that is `meta` with a policy (HTML Standard, section 4.2.5.3): a child of `head`, not empty. A report-only
    /// one and every other field are none. A page without an embed needs none.
    var fields: [PageField] {
        guard embeds.contains(where: { $0.state != .inert }) else { return [] }
        return responseFields + tree.elements(named: Self.metas).compactMap(field)
    }

    private var responseFields: [PageField] {
        options.fields.compactMap { field in
            let name = field.name.lowercased()
            guard Self.responseNames.contains(name) else { return nil }
            let nowhere = LocatedText(field.value, runs: [], end: SourceLocation(line: 1, column: 1))
            return PageField(source: .response, name: name, value: nowhere, path: path, excerpt: nil)
        }
    }

    private func field(_ element: HTMLElement) -> PageField? {
        guard let parent = element.parent, parent.isHTML, parent.name == "head" else { return nil }
        guard element.attribute("http-equiv")?.lowercased() == Self.policyName else { return nil }
        let attributes = tree.document.attributes(of: element.id)
        let content = attributes.first { !$0.isDuplicate && tree.document.name(of: $0).elementsEqual("content".utf8) }
        guard let content, !content.valueSource.isEmpty, let tag = startTag(of: element) else { return nil }
        let value = MappedSource(page: text, lines: lines).locatedValue(content.valueSource)
        return PageField(
            source: .meta, name: Self.policyName, value: value, path: path,
            excerpt: excerpt(of: tag, lines: 60, width: 4_000))
    }
}

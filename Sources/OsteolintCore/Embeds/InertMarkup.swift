import HTMLTokenizer
import WebURL

/// Markup of Osteocom's frames where a browser makes no element of it: comments, raw text, scripts, escaped text.
struct InertMarkup {
    private let page: Page
    private let source: MappedSource
    private let base: WebURL
    private let hosts: WordScan

    init(page: Page, source: MappedSource, base: WebURL) {
        self.page = page
        self.source = source
        self.base = base
        hosts = WordScan(Prescan.needles(page.configuration))
    }

    /// The frames in it, in source order.
    var frames: [Frame] {
        let document = page.tree.document
        var found: [Frame] = []
        for (index, node) in document.nodes.enumerated() where node.kind != .element {
            guard let stretch = node.source else { continue }
            switch node.kind {
            case .comment, .bogusComment: found += frames(in: stretch, context: "comment", in: node)
            case .bogusCDATA, .cdata: found += frames(in: stretch, context: "cdata", in: node)
            case .text: found += textFrames(index, node)
            case .document, .element: break
            }
        }
        return found
    }

    /// The frames in a text: raw, where its element holds raw text, or shown as text.
    private func textFrames(_ index: Int, _ node: HTMLNode) -> [Frame] {
        let document = page.tree.document
        guard let stretch = node.source, document.text(of: index).contains(UInt8(ascii: "<")) else { return [] }
        let parent = Int(node.parent)
        let context = document.nodes[parent].namespace == .html ? rawContext(of: parent) : nil
        let isDecoded = context == nil || context == "script" || context == "json"
        if let context, !isDecoded { return frames(in: stretch, context: context, in: node) }
        guard namesHost(stretch) else { return [] }
        let text =
            context == nil
            ? MappedText(decoding: page.text, stretch, isAttribute: false)
            : MappedText(unescaping: page.text, stretch)
        return frames(in: text, context: context ?? "text", in: node)
    }

    /// Whether a stretch names an Osteocom host as it is: nobody disguises it where it does nothing.
    private func namesHost(_ stretch: Range<Int>) -> Bool {
        page.text[stretch].withUnsafeBytes(hosts.isFound)
    }

    /// What an element whose contents are raw text makes of a frame in them; nil for other elements.
    private func rawContext(of element: Int) -> String? {
        let document = page.tree.document
        switch document.nodes[element].name {
        case .iframe: return "iframe-content"
        case .script: return ScriptType(page.tree.element(element)?.attribute("type")).isData ? "json" : "script"
        case .noscript: return page.options.scripting ? "noscript" : nil
        case .title, .textarea, .style, .xmp, .noembed, .noframes, .plaintext: return document.name(of: element)
        default: return nil
        }
    }

    private func frames(in stretch: Range<Int>, context: String, in node: HTMLNode) -> [Frame] {
        RawTag.find(in: page.text, stretch, named: FrameFinder.elementNames).compactMap {
            frame($0, in: source, context: context, node)
        }
    }

    private func frames(in text: MappedText, context: String, in node: HTMLNode) -> [Frame] {
        let tags = RawTag.find(in: text.bytes, 0..<text.bytes.count, named: FrameFinder.elementNames)
        guard !tags.isEmpty else { return [] }
        let source = MappedSource(text, in: source)
        return tags.compactMap { frame($0, in: source, context: context, node) }
    }

    /// The frame of a tag, where it is Osteocom's.
    private func frame(_ tag: RawTag, in source: MappedSource, context: String, _ node: HTMLNode) -> Frame? {
        func attribute(_ attribute: RawTag.Attribute) -> FrameAttribute {
            FrameAttribute(
                name: attribute.name, value: source.locatedValue(attribute.valueSource),
                range: source.range(attribute.source))
        }
        let kept = tag.attributes.filter { !$0.isDuplicate }.map(attribute)
        let judged = FrameJudgement(
            element: tag.name, attributes: kept, base: base, encoding: page.encoding.encoding,
            configuration: page.configuration)
        guard isOsteocoms(judged, context: context) else { return nil }
        return Frame(
            element: tag.name, state: .inert, context: context, attributes: kept,
            droppedAttributes: tag.attributes.filter(\.isDuplicate).map(attribute), tag: source.range(tag.source),
            source: judged.source, url: judged.url, elementID: node.kind == .text ? Int(node.parent) : nil,
            containerID: Int(node.parent))
    }

    /// Whether it is an embed; text that an editor escaped has typographic quotes too, so that its URL is faulty.
    private func isOsteocoms(_ judged: FrameJudgement, context: String) -> Bool {
        if let url = judged.url, OsteocomHost.isEmbed(url, in: page.configuration) { return true }
        guard context == "text", let text = judged.source?.value.text else { return false }
        return EmbedURLFault.of(text, resolvedTo: judged.url, in: page.configuration) != nil
    }
}

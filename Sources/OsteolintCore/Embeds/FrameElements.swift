import HTMLTokenizer
import WebURL

/// The frames among the elements of a tree.
struct FrameElements {
    let tree: HTMLTree
    let source: MappedSource
    let base: WebURL
    let encoding: TextEncoding
    let configuration: Configuration

    /// The frames in document order.
    ///
    /// A closed shadow root in a template is left out: nothing in a browser can reach or clone it.
    var frames: [Frame] {
        tree.elements(named: FrameFinder.elements).filter { !$0.isOutOfReach }.map(frame)
    }

    private func frame(_ element: HTMLElement) -> Frame {
        let attributes = tree.document.attributes(of: element.id)
        let kept = attributes.filter { !$0.isDuplicate }.map(attribute)
        let isInTemplate = element.isInTemplate
        let judged = FrameJudgement(
            element: element.name, attributes: kept, base: isInTemplate ? .blank : base, encoding: encoding,
            configuration: configuration)
        return Frame(
            element: element.name,
            state: isInTemplate ? .inert : judged.state,
            context: isInTemplate ? "template" : judged.context,
            attributes: kept,
            droppedAttributes: attributes.filter(\.isDuplicate).map(attribute),
            tag: element.startTagOffsets.map(source.range) ?? source.range(0..<0),
            source: judged.source,
            url: judged.url,
            elementID: element.id,
            containerID: element.parent?.id)
    }

    private func attribute(_ attribute: HTMLAttribute) -> FrameAttribute {
        FrameAttribute(
            name: String(decoding: tree.document.name(of: attribute), as: UTF8.self),
            value: source.locatedValue(attribute.valueSource),
            range: source.range(attribute.source),
            valueOffsets: attribute.valueSource)
    }
}

/// Tree construction: the HTML Standard, section 13.2.6, as Chromium does it.
///
/// A step returns whether the token has to be processed again under the mode that it switched to.
struct TreeBuilder {
    var tokenizer: HTMLTokenizer
    var document = HTMLDocument()
    var open = OpenElements()
    var formatting = FormattingElements()
    var mode = InsertionMode.initial
    /// The mode to return to after `text` and `inTableText`.
    var originalMode = InsertionMode.initial
    var templateModes: [InsertionMode] = []
    /// The head element pointer, or -1.
    var head: Int32 = -1
    /// The form element pointer, or -1.
    var form: Int32 = -1
    /// The first `body`, or -1.
    var body: Int32 = -1
    var framesetOK = true
    var isFosterParenting = false
    /// Whether a line feed that comes next belongs to the markup before it.
    var skipsLineFeed = false
    var pendingTableText: [CharacterRun] = []
    var customNames: [String: Int32] = [:]
    let options: HTMLParser.Options

    init(_ input: UnsafeBufferPointer<UInt8>, options: HTMLParser.Options) {
        tokenizer = HTMLTokenizer(input)
        self.options = options
        document.nodes.reserveCapacity(min(input.count / 16 + 16, options.maximumNodes))
        document.textBytes.reserveCapacity(input.count / 2)
        document.attributeBytes.reserveCapacity(input.count / 4)
        _ = document.add(HTMLNode(.document))
        if options.isSrcdoc { mode = .beforeHTML }
    }

    var tagName: TagName { tokenizer.tag.name }

    /// Reads the whole text.
    ///
    /// - Throws: `HTMLParseFailure` when a limit is reached.
    mutating func run() throws(HTMLParseFailure) {
        while true {
            tokenizer.allowsCDATA = open.current.map { $0.namespace != .html } ?? false
            let token = tokenizer.next()
            process(token)
            if case .endOfFile = token { return }
            guard document.nodes.count <= options.maximumNodes else {
                throw .tooManyNodes(limit: options.maximumNodes)
            }
            guard open.count <= options.maximumDepth else { throw .tooDeep(limit: options.maximumDepth) }
        }
    }

    private mutating func process(_ token: HTMLToken) {
        if mode == .inTableText { leaveTableTextUnlessCharacters(token) }
        switch token {
        case .startTag:
            skipsLineFeed = false
            processStartTag()
        case .endTag:
            skipsLineFeed = false
            processEndTag()
        case .characters(let run):
            processCharacters(run)
        case .null(let offset):
            skipsLineFeed = false
            processNull(at: offset)
        case .comment(let comment):
            skipsLineFeed = false
            insertComment(comment)
        case .doctype(let doctype):
            skipsLineFeed = false
            process(doctype)
        case .endOfFile:
            break
        }
    }

    private mutating func leaveTableTextUnlessCharacters(_ token: HTMLToken) {
        switch token {
        case .characters, .null: return
        default: flushTableText()
        }
    }

    private mutating func processStartTag() {
        if let current = open.current, current.namespace != .html, isForeign(startTagIn: current) {
            if !startTagInForeignContent() { return }
        }
        while startTag(in: mode) {}
    }

    private mutating func processEndTag() {
        if let current = open.current, current.namespace != .html {
            if !endTagInForeignContent() { return }
        }
        while endTag(in: mode) {}
    }

    private mutating func process(_ doctype: DoctypeToken) {
        guard mode == .initial else { return }
        document.isInQuirksMode = doctype.meansQuirksMode
        mode = .beforeHTML
    }

    /// Whether the rules for foreign content apply to the start tag, given the adjusted current node.
    private func isForeign(startTagIn current: OpenElement) -> Bool {
        if current.isMathMLTextIntegrationPoint { return tagName == .mglyph || tagName == .malignmark }
        if current.name == .annotationXML, current.namespace == .mathML, tagName == .svg { return false }
        return !current.isIntegrationPoint
    }

    mutating func startTag(in mode: InsertionMode) -> Bool {
        switch mode {
        case .initial: leaveInitial()
        case .beforeHTML: startTagBeforeHTML()
        case .beforeHead: startTagBeforeHead()
        case .inHead: startTagInHead()
        case .inHeadNoscript: startTagInHeadNoscript()
        case .afterHead: startTagAfterHead()
        case .inBody, .text: startTagInBody()
        case .inTable: startTagInTable()
        case .inTableText: leaveTableText()
        case .inCaption: startTagInCaption()
        case .inColumnGroup: startTagInColumnGroup()
        case .inTableBody: startTagInTableBody()
        case .inRow: startTagInRow()
        case .inCell: startTagInCell()
        case .inTemplate: startTagInTemplate()
        case .afterBody, .afterAfterBody: startTagAfterBody()
        case .inFrameset: startTagInFrameset()
        case .afterFrameset, .afterAfterFrameset: startTagAfterFrameset()
        }
    }

    mutating func endTag(in mode: InsertionMode) -> Bool {
        switch mode {
        case .initial: leaveInitial()
        case .beforeHTML: endTagBeforeHTML()
        case .beforeHead: endTagBeforeHead()
        case .inHead: endTagInHead()
        case .inHeadNoscript: endTagInHeadNoscript()
        case .afterHead: endTagAfterHead()
        case .inBody: endTagInBody()
        case .text: endTagInText()
        case .inTable: endTagInTable()
        case .inTableText: leaveTableText()
        case .inCaption: endTagInCaption()
        case .inColumnGroup: endTagInColumnGroup()
        case .inTableBody: endTagInTableBody()
        case .inRow: endTagInRow()
        case .inCell: endTagInCell()
        case .inTemplate: endTagInTemplate()
        case .afterBody: endTagAfterBody()
        case .afterAfterBody: leaveAfterAfterBody()
        case .inFrameset: endTagInFrameset()
        case .afterFrameset: endTagAfterFrameset()
        case .afterAfterFrameset: false
        }
    }
}

extension OpenElement {
    var isMathMLTextIntegrationPoint: Bool {
        guard namespace == .mathML else { return false }
        switch name {
        case .mi, .mo, .mn, .ms, .mtext: return true
        default: return false
        }
    }
}

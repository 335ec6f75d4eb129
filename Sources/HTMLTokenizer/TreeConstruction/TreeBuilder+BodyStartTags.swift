/// Start tags *in body*: section 13.2.6.4.7.
extension TreeBuilder {
    mutating func startTagInBody() -> Bool {
        switch tagName {
        case .html: mergeHTMLAttributes()
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return startTagInHead()
        case .body: mergeBodyAttributes()
        case .frameset: replaceBodyWithFrameset()
        case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
            .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p, .search, .section, .summary,
            .ul:
            closeParagraph()
            insertElement()
        case .h1, .h2, .h3, .h4, .h5, .h6: startHeading()
        case .pre, .listing:
            closeParagraph()
            insertElement()
            skipsLineFeed = true
            framesetOK = false
        case .form: startForm()
        case .li: startListItem([.li])
        case .dd, .dt: startListItem([.dd, .dt])
        case .plaintext:
            closeParagraph()
            insertElement()
            tokenizer.enter(.plaintext)
        case .button: startButton()
        case .a: startAnchor()
        case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: insertFormatting()
        case .nobr: startNobr()
        case .applet, .marquee, .object:
            reconstructFormatting()
            insertElement()
            formatting.insertMarker()
            framesetOK = false
        case .table: startTable()
        case .area, .br, .embed, .img, .keygen, .wbr:
            reconstructFormatting()
            insertVoidElement()
            framesetOK = false
        default: return startOtherTagInBody()
        }
        return false
    }

    private mutating func startOtherTagInBody() -> Bool {
        switch tagName {
        case .input: startInput()
        case .param, .source, .track: insertVoidElement()
        case .hr: startRule()
        case .image:
            tokenizer.tag.name = .img
            return true
        case .textarea: startTextarea()
        case .xmp:
            closeParagraph()
            reconstructFormatting()
            framesetOK = false
            insertRawText(.rawtext)
        case .iframe:
            framesetOK = false
            insertRawText(.rawtext)
        case .noembed: insertRawText(.rawtext)
        case .noscript where options.scripting: insertRawText(.rawtext)
        case .select: startSelect()
        case .option, .optgroup: startOption()
        case .rb, .rtc: startRuby(except: nil)
        case .rp, .rt: startRuby(except: .rtc)
        case .math: startForeign(.mathML)
        case .svg: startForeign(.svg)
        case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
        default:
            reconstructFormatting()
            insertElement()
        }
        return false
    }

    private mutating func mergeHTMLAttributes() {
        guard !open.contains(.template), let html = open.elements.first else { return }
        addMissingAttributes(to: html.node)
    }

    private mutating func mergeBodyAttributes() {
        guard open.count > 1, open.elements[1].isHTML(.body), !open.contains(.template) else { return }
        framesetOK = false
        addMissingAttributes(to: open.elements[1].node)
    }

    private mutating func replaceBodyWithFrameset() {
        guard open.count > 1, open.elements[1].isHTML(.body), framesetOK else { return }
        document.remove(open.elements[1].node)
        open.pop(downTo: 1)
        insertElement()
        mode = .inFrameset
    }

    private mutating func startHeading() {
        closeParagraph()
        if let current = open.current, current.namespace == .html, current.name.isHeading { open.pop() }
        insertElement()
    }

    private mutating func startForm() {
        let inTemplate = open.contains(.template)
        guard form < 0 || inTemplate else { return }
        closeParagraph()
        insertElement()
        if !inTemplate { form = open.current?.node ?? -1 }
    }

    /// `li`, `dd` and `dt` close the item before them.
    private mutating func startListItem(_ names: [TagName]) {
        framesetOK = false
        for element in open.elements.reversed() {
            if element.namespace == .html, names.contains(element.name) {
                generateImpliedEndTags(except: element.name)
                open.popUntil(element.name)
                break
            }
            let isTransparent = element.isHTML(.address) || element.isHTML(.div) || element.isHTML(.p)
            if element.isSpecial, !isTransparent { break }
        }
        closeParagraph()
        insertElement()
    }

    private mutating func startButton() {
        if open.hasInScope(.button) {
            generateImpliedEndTags()
            open.popUntil(.button)
        }
        reconstructFormatting()
        insertElement()
        framesetOK = false
    }

    private mutating func startAnchor() {
        if let anchor = formatting.lastElement(named: .a) {
            runAdoptionAgency()
            formatting.remove(anchor.node)
            if let index = open.index(of: anchor.node) { open.remove(at: index) }
        }
        insertFormatting()
    }

    private mutating func startNobr() {
        reconstructFormatting()
        if open.hasInScope(.nobr) {
            runAdoptionAgency()
            reconstructFormatting()
        }
        insertElement()
        pushFormatting()
    }

    private mutating func insertFormatting() {
        reconstructFormatting()
        insertElement()
        pushFormatting()
    }

    private mutating func startTable() {
        if !document.isInQuirksMode { closeParagraph() }
        insertElement()
        framesetOK = false
        mode = .inTable
    }

    private mutating func startInput() {
        if open.hasInScope(.select) { open.popUntil(.select) }
        reconstructFormatting()
        insertVoidElement()
        if !isHiddenInput { framesetOK = false }
    }

    /// Whether the current tag says `type=hidden`.
    var isHiddenInput: Bool {
        attribute("type").map { String(decoding: $0, as: UTF8.self).lowercased() == "hidden" } ?? false
    }

    private mutating func startRule() {
        closeParagraph()
        if open.hasInScope(.select) { generateImpliedEndTags() }
        insertVoidElement()
        framesetOK = false
    }

    private mutating func startTextarea() {
        insertElement()
        skipsLineFeed = true
        tokenizer.enter(.rcdata)
        originalMode = mode
        framesetOK = false
        mode = .text
    }

    /// A `select` may hold nearly anything, but no other `select`.
    private mutating func startSelect() {
        if open.hasInScope(.select) {
            open.popUntil(.select)
            return
        }
        reconstructFormatting()
        insertElement()
        framesetOK = false
    }

    private mutating func startOption() {
        if open.hasInScope(.select) {
            generateImpliedEndTags(except: tagName == .option ? .optgroup : nil)
        } else if open.current?.isHTML(.option) ?? false {
            open.pop()
        }
        reconstructFormatting()
        insertElement()
    }

    private mutating func startRuby(except name: TagName?) {
        if open.hasInScope(.ruby) { generateImpliedEndTags(except: name) }
        insertElement()
    }

    private mutating func startForeign(_ namespace: HTMLNamespace) {
        reconstructFormatting()
        insertElement(namespace)
        if tokenizer.tag.isSelfClosing { open.pop() }
    }
}

/// The element names that tree construction has to know, and those that pages are full of.
///
/// Names that are none of these share `other`; their text tells them apart.
public enum TagName: UInt8, Sendable, Hashable, CaseIterable {
    case other
    case a, abbr, address, applet, area, article, aside, audio, b, base, basefont, bdi, bdo, bgsound, big, blockquote
    case body, br, button, canvas, caption, center, cite, code, col, colgroup, data, datalist, dd, del, desc, details
    case dfn, dialog, dir, div, dl, dt, em, embed, fieldset, figcaption, figure, font, footer, foreignobject, form
    case frame, frameset, g, h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html, i, iframe, image, img, input, ins
    case kbd, keygen, label, legend, li, link, listing, main, malignmark, map, mark, marquee, math, menu, meta, meter
    case mglyph, mi, mn, mo, ms, mtext, nav, nobr, noembed, noframes, noscript, object, ol, optgroup, option, output
    case p, param, path, picture, plaintext, pre, progress, q, rb, rect, rp, rt, rtc, ruby, s, samp, script, search
    case section, select, slot, small, source, span, strike, strong, style, sub, summary, sup, svg, table, tbody, td
    case template, textarea, tfoot, th, thead, time, title, tr, track, tt, u, ul, use, `var`, video, wbr, xmp
    case annotationXML

    /// The name in lower case; empty for `other`.
    public var text: String { Self.texts[Int(rawValue)] }

    private static let texts: [String] = allCases.map { name in
        switch name {
        case .other: ""
        case .annotationXML: "annotation-xml"
        default: String(describing: name)
        }
    }

    var isHeading: Bool {
        switch self {
        case .h1, .h2, .h3, .h4, .h5, .h6: true
        default: false
        }
    }
}

/// Finds a `TagName` by its bytes.
struct TagNameTable: Sendable {
    static let shared = TagNameTable()

    private static let size = 1024
    /// An open hash table of raw values; zero, which is `other`, marks a free slot.
    private var slots = [UInt8](repeating: 0, count: TagNameTable.size)
    private var names: [[UInt8]]

    private init() {
        names = TagName.allCases.map { Array($0.text.utf8) }
        for name in TagName.allCases.dropFirst() {
            var slot = Self.hash(names[Int(name.rawValue)][...])
            while slots[slot] != 0 { slot = (slot + 1) % Self.size }
            slots[slot] = name.rawValue
        }
    }

    /// The name with these bytes in lower case, or `other`.
    func find(_ bytes: ArraySlice<UInt8>) -> TagName {
        var slot = Self.hash(bytes)
        while slots[slot] != 0 {
            if names[Int(slots[slot])].elementsEqual(bytes) { return TagName(rawValue: slots[slot]) ?? .other }
            slot = (slot + 1) % Self.size
        }
        return .other
    }

    private static func hash(_ bytes: ArraySlice<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int((hash ^ (hash >> 15)) % UInt32(size))
    }
}

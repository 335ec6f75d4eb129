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
    /// An open hash table; a slot without a key is free.
    private var keys = [Key](repeating: Key(), count: TagNameTable.size)
    private var names = [TagName](repeating: .other, count: TagNameTable.size)

    /// The bytes of a name in two words, which are compared and hashed sooner than sixteen bytes.
    private struct Key: Hashable {
        static let maximumLength = 16

        var first: UInt64 = 0
        var second: UInt64 = 0

        init() {}

        init(_ bytes: UnsafeBufferPointer<UInt8>) {
            for byte in bytes {
                second = second << 8 | first >> 56
                first = first << 8 | UInt64(byte)
            }
        }

        var slot: Int { Int(((first ^ second) &* 0x9E37_79B9_7F4A_7C15) >> 54) }
    }

    private init() {
        for name in TagName.allCases.dropFirst() {
            let key = Array(name.text.utf8).withUnsafeBufferPointer { Key($0) }
            var slot = key.slot
            while keys[slot] != Key() { slot = (slot + 1) % Self.size }
            keys[slot] = key
            names[slot] = name
        }
    }

    /// The name with these bytes in lower case, or `other`.
    func find(_ bytes: ArraySlice<UInt8>) -> TagName {
        guard bytes.count <= Key.maximumLength else { return .other }
        let key = bytes.withUnsafeBufferPointer { Key($0) }
        var slot = key.slot
        while keys[slot] != Key() {
            if keys[slot] == key { return names[slot] }
            slot = (slot + 1) % Self.size
        }
        return .other
    }
}

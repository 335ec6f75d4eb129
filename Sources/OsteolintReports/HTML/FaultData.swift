import OsteolintCore

/// All faults of a report as the script reads them, with each text once.
///
/// A fault is an array of numbers: severity, message, help, path, line, column, last column, source line, where the
/// mark begins in it and how long it is, in UTF-16 code units, the columns in front of the carets, their number, whether
/// the fault goes on; and two arrays of places, three numbers each. A text is its place in a table, or −1.
struct FaultData {
    private var texts = StringTable()
    private var paths = StringTable()
    private var lines = StringTable()
    private let json: JSONWriter

    /// Writes the data of sections, in their order, as JSON that can stand in a `script` element.
    static func write(_ sections: [RuleSection], to output: ReportStream) {
        var data = FaultData(json: JSONWriter(to: output, layout: .inMarkup))
        data.write(sections)
    }

    private init(json: JSONWriter) {
        self.json = json
    }

    private mutating func write(_ sections: [RuleSection]) {
        json.document {
            json.member("places", PlaceList.shown)
            json.array("rules", sections) { section in
                json.object {
                    json.member("id", VisibleText.visible(section.rule))
                    json.member("anchor", section.anchor)
                    json.member("count", section.groups.count)
                }
            }
            json.array("faults", sections) { section in
                for group in section.groups { json.array(CollectionOfOne(group)) { write($0) } }
            }
            for (name, table) in [("texts", texts), ("paths", paths), ("lines", lines)] as [(StaticString, StringTable)]
            {
                json.array(name, table.texts) { json.item(VisibleText.visible($0)) }
            }
        }
    }

    private mutating func write(_ group: FindingGroup) {
        let finding = group.first
        let range = finding.place?.range
        json.item(Severity.allCases.firstIndex(of: finding.severity) ?? 0)
        json.item(texts.number(of: finding.message))
        json.item(texts.number(of: finding.help))
        json.item(paths.number(of: finding.place?.path))
        json.item(range?.start.line ?? 0)
        json.item(range?.start.column ?? 0)
        json.item(range.map { max($0.end.column - 1, $0.start.column) } ?? 0)
        write(MarkedLine(finding))
        json.array(group.related) { write($0) }
        json.array(group.others) { write($0) }
    }

    private mutating func write(_ line: MarkedLine?) {
        json.item(lines.number(of: line.map { $0.before + $0.marked + $0.after }))
        json.item(line?.before.utf16.count ?? 0)
        json.item(line?.marked.utf16.count ?? 0)
        json.item(line?.indent ?? 0)
        json.item(line?.caretCount ?? 0)
        json.item(line?.continues == true ? 1 : 0)
    }

    private mutating func write(_ place: Place) {
        json.item(paths.number(of: place.path))
        json.item(place.range?.start.line ?? 0)
        json.item(place.range?.start.column ?? 0)
    }
}

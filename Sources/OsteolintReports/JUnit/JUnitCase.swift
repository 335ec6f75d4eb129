import OsteolintCore

/// One test in the views of CI systems; the element `testcase`.
struct JUnitCase {
    /// What came of it.
    enum Outcome {
        case passed
        /// It failed; how badly, in a word.
        case failed(String)
        /// It could not be run, for a reason in a word.
        case errored(String)
        case skipped
    }

    /// What the case is called beside others of its class.
    let name: String
    /// What groups cases; a page, as a rule.
    let group: String
    /// What came of it.
    let outcome: Outcome
    /// Why, in a sentence; nothing for one that passed.
    var message = ""
    /// Where its findings are in the report's.
    var findings: [Int] = []
}

extension XMLWriter {
    /// Writes a case, with the text of its findings.
    func write(_ test: JUnitCase, of report: Report) {
        let attributes: KeyValuePairs<StaticString, String> = [
            "name": Self.token(test.name), "classname": Self.token(test.group), "time": "0",
        ]
        switch test.outcome {
        case .passed:
            element("testcase", attributes)
        case .failed(let type):
            element("testcase", attributes) {
                text("failure", ["message": test.message, "type": type]) { writeText(of: test, report) }
            }
        case .errored(let type):
            element("testcase", attributes) {
                text("error", ["message": test.message, "type": type]) { writeText(of: test, report) }
            }
        case .skipped:
            element("testcase", attributes) {
                text("skipped", ["message": test.message]) { writeText(of: test, report) }
            }
        }
    }

    /// Some views show the text alone, so that it is never empty.
    private func writeText(of test: JUnitCase, _ report: Report) {
        guard !test.findings.isEmpty else { return write(test.message) }
        for index in test.findings { write(report.findings[index]) }
    }

    /// A name that stays what it is where readers collapse white space (`xs:token`): spaces at its ends, and those
    /// behind another, are shown as `\u{20}`.
    static func token(_ name: String) -> String {
        guard !name.isEmpty else { return "(empty)" }
        let scalars = name.unicodeScalars
        var result = ""
        var isBehindSpace = true
        for index in scalars.indices {
            let isSpace = scalars[index] == " " || scalars[index] == "\t"
            let isLast = scalars.index(after: index) == scalars.endIndex
            if isSpace, isBehindSpace || isLast {
                result += "\\u{20}"
                isBehindSpace = false
            } else {
                result.unicodeScalars.append(scalars[index])
                isBehindSpace = isSpace
            }
        }
        return result
    }
}

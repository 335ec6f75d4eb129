import ContentSecurityPolicy
import Foundation
import OsteolintReports

/// Answers the lines of a batch, and counts them.
struct BatchAnswerer {
    let path: String
    /// Whether a line could not be answered.
    private(set) var hasFailed = false
    /// The number of the last line, from one; zero before the first.
    private(set) var number = 0
    private let decoder = JSONDecoder()
    private let encoder = JSONEncoder()

    init(path: String) {
        self.path = path
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// The answer with a line feed; nothing for a line of white space.
    mutating func answer(_ line: BatchLine) -> String {
        number += 1
        let answer: PolicyAnswer
        switch line {
        case .tooLong: answer = failure("is longer than \(BatchLines.limit) bytes; shorten its headers", id: nil)
        case .text(let text):
            guard text.contains(where: { $0 > UInt8(ascii: " ") }) else { return "" }
            answer = decided(text)
        }
        guard let data = try? encoder.encode(answer) else { return "" }
        return String(decoding: data, as: UTF8.self) + "\n"
    }

    private mutating func decided(_ data: Data) -> PolicyAnswer {
        do {
            let row = try decoder.decode(PolicyRow.self, from: data)
            do throws(UsageError) {
                return PolicyAnswer(id: row.id, verdict: try row.verdict().rawValue, error: nil)
            } catch {
                return failure(error.description, id: row.id)
            }
        } catch {
            let id = try? decoder.decode(PolicyRow.Identity.self, from: data).id
            return failure(PolicyRow.message(error), id: id)
        }
    }

    private mutating func failure(_ message: String, id: String?) -> PolicyAnswer {
        hasFailed = true
        let shown = VisibleText.visible(message)
        StandardStreams.complain("osteolint: \(path):\(number): \(shown)")
        return PolicyAnswer(id: id, verdict: nil, error: shown)
    }
}

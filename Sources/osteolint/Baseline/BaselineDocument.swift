import Foundation
import OsteolintCore
import OsteolintReports

/// Why a file is no baseline that can be used.
struct BaselineFault: Error {
    /// Where in the file, as `:3:5` or ` entries[7].count`; empty where the file as a whole is meant.
    var place = ""
    /// What is wrong.
    let message: String
}

/// A baseline as JSON has it.
struct BaselineDocument: Decodable {
    private enum Key: String, CodingKey { case schemaVersion, entries }

    private struct Entry: Decodable {
        let rule: String
        let path: String?
        let content: String
        let count: Int
        let message: String?
    }

    private let entries: [Entry]

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        guard members.contains(.entries), members.contains(.schemaVersion) else {
            throw BaselineFault(message: "is JSON, but no baseline: it has no `schemaVersion` and `entries`")
        }
        let version = try members.decode(Int.self, forKey: .schemaVersion)
        guard version == BaselineWriter.schemaVersion else {
            throw BaselineFault(
                place: " schemaVersion",
                message: "is \(version), and this osteolint reads version \(BaselineWriter.schemaVersion)")
        }
        entries = try members.decode([Entry].self, forKey: .entries)
    }

    /// Reads a file's bytes.
    static func read(_ bytes: [UInt8]) throws(BaselineFault) -> Baseline {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let text = bytes.starts(with: mark) ? bytes.dropFirst(mark.count) : bytes[...]
        // Foundation takes bytes with NUL for UTF-16.
        guard !text.contains(0), String(validating: text, as: UTF8.self) != nil else {
            throw BaselineFault(message: "is no text in UTF-8")
        }
        do {
            return try JSONDecoder().decode(Self.self, from: Data(text)).baseline()
        } catch let fault as BaselineFault {
            throw fault
        } catch {
            throw BaselineFault(error, in: Array(text))
        }
    }

    private func baseline() throws(BaselineFault) -> Baseline {
        var read: [Baseline.Entry] = []
        var seen: [[String]: Int] = [:]
        for (index, entry) in entries.enumerated() {
            let place = " entries[\(index)]"
            guard entry.content.utf8.count == 16, let content = UInt64(entry.content, radix: 16),
                entry.content.allSatisfy(\.isHexDigit)
            else { throw BaselineFault(place: place + ".content", message: "is not 16 hexadecimal digits") }
            guard entry.count > 0 else { throw BaselineFault(place: place + ".count", message: "is less than 1") }
            let key = [entry.rule, entry.path ?? "\u{0}", entry.content.lowercased()]
            if let first = seen.updateValue(index, forKey: key) {
                throw BaselineFault(place: place, message: "is the same as entries[\(first)]; keep one of them")
            }
            read.append(
                Baseline.Entry(
                    rule: entry.rule, path: entry.path, content: content, count: entry.count,
                    message: entry.message ?? ""))
        }
        return Baseline(read)
    }
}

extension BaselineFault {
    /// What Foundation says of a document, in osteolint's words.
    fileprivate init(_ error: any Error, in text: [UInt8]) {
        switch error {
        case DecodingError.keyNotFound(let key, let context):
            self.init(place: Self.place(context.codingPath), message: "has no `\(key.stringValue)`")
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            let place = Self.place(context.codingPath)
            self.init(place: place, message: place.isEmpty ? "is JSON, but no baseline" : "is not what belongs there")
        case DecodingError.dataCorrupted(let context) where !context.codingPath.isEmpty:
            self.init(place: Self.place(context.codingPath), message: "is not what belongs there")
        default:
            self.init(place: Self.placeOfSyntaxFault(in: text), message: "is not JSON")
        }
    }

    /// Where the text stops to be JSON; empty where nobody says.
    private static func placeOfSyntaxFault(in text: [UInt8]) -> String {
        do {
            _ = try JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
            return ""
        } catch {
            // It is told in words alone, and by no other reader of Foundation's.
            let words = (error as NSError).userInfo["NSDebugDescription"] as? String ?? ""
            guard let match = words.firstMatch(of: /around character ([0-9]+)/), let offset = Int(match.1) else {
                return ""
            }
            let location = LineIndex(text).location(at: offset)
            return ":\(location.line):\(location.column)"
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        guard !path.isEmpty else { return "" }
        return " "
            + path.reduce(into: "") { text, key in
                if let index = key.intValue {
                    text += "[\(index)]"
                } else {
                    text += (text.isEmpty ? "" : ".") + key.stringValue
                }
            }
    }
}

import Crypto
import Foundation
import OsteolintCore
import WebURL

/// Answers of product-status under digests of their questions, from which nobody reads the ids.
///
/// A digest is HMAC-SHA256 (RFC 2104) under a random key of 256 bits that stands in the file: equal questions in two
/// files have nothing in common. Who has the file and guesses an id can verify the guess; only its owner may read it.
struct KeyedAnswers: Sendable {
    /// The version of the files that are written and read.
    static let schemaVersion = 1
    /// More answers than this are not kept.
    static let most = 10_000

    /// What a file of answers is for.
    enum Kind: String, Sendable, Codable {
        /// Answers that passed, to be used again for a time.
        case cache = "status-cache"
        /// Answers of a series of runs that is not at its end.
        case resume = "status-resume"

        /// What a message calls the file.
        var words: String {
            switch self {
            case .cache: "cache of product statuses"
            case .resume: "resume file"
            }
        }
    }

    /// An answer that came.
    struct Entry: Sendable, Hashable, Codable {
        /// The answer's `status`.
        let status: String
        /// When it came, as a Unix time in whole seconds.
        let time: Int
    }

    private let kind: Kind
    private let key: SymmetricKey
    private var entries: [String: Entry] = [:]
    /// The digests of the questions of a series that are open; none where there is no series.
    private var open: Set<String> = []

    /// No answers, under a new key.
    init(_ kind: Kind) {
        self.kind = kind
        key = SymmetricKey(size: .bits256)
    }

    /// Whether a series has to be gone on with: something is known of it, and something open.
    var isWorthGoingOn: Bool { !entries.isEmpty && !open.isEmpty }

    /// Takes note that a question is open, or is not any more.
    mutating func mark(_ question: StatusQuestion, isOpen: Bool) {
        if isOpen { open.insert(digest(of: question)) } else { open.remove(digest(of: question)) }
    }

    /// The answer to a question.
    subscript(question: StatusQuestion) -> Entry? {
        get { entries[digest(of: question)] }
        set { entries[digest(of: question)] = newValue }
    }

    /// Drops what fails a test, and of what is left the oldest beyond the bound.
    mutating func keep(where isKept: (Entry) -> Bool) {
        entries = entries.filter { isKept($0.value) }
        guard entries.count > Self.most else { return }
        let newest = entries.sorted { ($1.value.time, $0.key) < ($0.value.time, $1.key) }.prefix(Self.most)
        entries = Dictionary(uniqueKeysWithValues: newest.map { ($0.key, $0.value) })
    }

    /// The parts, each with its length, or a mark that it is missing, before it: no two questions read the same.
    private func digest(of question: StatusQuestion) -> String {
        let parts = [question.origin.serialized, question.clientID, question.productID, question.partnerUserID]
        let text = parts.map { part in part.map { "\($0.utf8.count):\($0)" } ?? "-" }.joined(separator: ",")
        return HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key).hexadecimal
    }
}

extension KeyedAnswers {
    /// The file's members.
    private struct Document: Codable {
        let kind: Kind
        let schemaVersion: Int
        let key: String
        let open: [String]?
        let answers: [String: Entry]
    }

    /// What stands in any file of the kind, whatever its version.
    private struct Head: Decodable {
        let kind: String?
        let schemaVersion: Int?
    }

    /// Reads a file's content.
    ///
    /// - Throws: `AnswerFileFault` where it is no such file.
    init(_ data: Data, _ kind: Kind, path: String) throws(AnswerFileFault) {
        let decoder = JSONDecoder()
        do {
            let head = try decoder.decode(Head.self, from: data)
            guard head.kind == kind.rawValue else { throw AnswerFileFault.foreign(path: path, kind: kind.words) }
            guard head.schemaVersion == Self.schemaVersion else {
                throw AnswerFileFault.otherVersion(path: path, found: head.schemaVersion ?? 0)
            }
            let document = try decoder.decode(Document.self, from: data)
            guard let key = [UInt8](hexadecimal: document.key), key.count == 32 else {
                throw AnswerFileFault.notReadableAs(path: path, kind: kind.words)
            }
            self.kind = kind
            self.key = SymmetricKey(data: key)
            entries = document.answers
            open = Set(document.open ?? [])
        } catch let fault as AnswerFileFault {
            throw fault
        } catch {
            throw .notReadableAs(path: path, kind: kind.words)
        }
    }

    /// The file's content: JSON, the same bytes for the same answers.
    func data() -> Data {
        let document = Document(
            kind: kind, schemaVersion: Self.schemaVersion, key: key.withUnsafeBytes(\.hexadecimal),
            open: kind == .resume ? open.sorted() : nil,
            answers: entries)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let data = try? encoder.encode(document)
        return (data ?? Data()) + Data("\n".utf8)
    }
}

extension Sequence<UInt8> {
    fileprivate var hexadecimal: String {
        map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}

extension [UInt8] {
    /// The bytes that pairs of hexadecimal digits stand for; nil where it is something else.
    fileprivate init?(hexadecimal text: String) {
        let digits = text.utf8.map { Character(Unicode.Scalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2), !digits.contains(nil) else { return nil }
        let values = digits.compactMap(\.self).map(UInt8.init)
        self = stride(from: 0, to: values.count, by: 2).map { values[$0] << 4 | values[$0 + 1] }
    }
}

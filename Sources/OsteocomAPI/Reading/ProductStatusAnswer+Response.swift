import Foundation
public import OsteolintCore
import WebURL

extension ProductStatusAnswer {
    /// Reads the answer to a question, which may be anything; Osteocom's iframe reference, "Status codes".
    ///
    /// Whatever the Content-Type says, the documented JSON is the documented JSON.
    ///
    /// - Throws: `FetchFailure` where the answer is not the documented one. What it quotes of the answer never holds the
    ///   question's user.
    public init(_ response: APIResponse, to question: StatusQuestion) throws(FetchFailure) {
        if let failure = response.failure(hiding: question.wordsToHide) { throw failure }
        guard response.body.count <= ProductStatusRequest.bodyLimit else {
            throw .tooLarge(limit: ProductStatusRequest.bodyLimit)
        }
        let quoted = { (text: String) in
            question.hasPlainUser ? "`\(Excerpt.of(text, hiding: question.wordsToHide))`" : "\(text.utf8.count) bytes"
        }
        do throws(Fault) {
            let status = try Self.status(in: response.body)
            guard Self.isWord(status), !question.isRepeated(in: status) else {
                throw .status("is \(quoted(status)), which is no word for a status")
            }
            self.init(status: status)
        } catch {
            let request = ProductStatusRequest.url(of: question)
            throw response.failure(at: request, error.words(quoted(String(decoding: response.body, as: UTF8.self))))
        }
    }

    /// What is wrong with a content.
    private enum Fault: Error {
        /// It is no JSON.
        case notJSON
        /// It is JSON, but no object.
        case noObject
        /// It is an object, and its `status` has this fault.
        case status(String)

        func words(_ excerpt: String) -> String {
            switch self {
            case .notJSON: "no JSON, but \(excerpt)"
            case .noObject: "no JSON object, but \(excerpt)"
            case .status(let fault): "`status` \(fault)"
            }
        }
    }

    private static func status(in body: [UInt8]) throws(Fault) -> String {
        guard let document = JSONBytes(body) else { throw .notJSON }
        let answer: ProductStatusAnswer
        do {
            answer = try JSONDecoder().decode(ProductStatusAnswer.self, from: document.data)
        } catch DecodingError.keyNotFound {
            throw .status("is missing")
        } catch DecodingError.typeMismatch(_, let context) {
            throw context.codingPath.isEmpty ? .noObject : .status("is no string")
        } catch DecodingError.valueNotFound(_, let context) {
            throw context.codingPath.isEmpty ? .noObject : .status("is no string")
        } catch {
            throw .notJSON
        }
        // Parsers differ about which one counts.
        guard document.memberNames.count(where: { $0 == "status" }) == 1 else { throw .status("stands there twice") }
        return answer.status
    }

    /// Whether a text can be a status: one to 64 letters, digits and marks of ASCII that names are made of.
    private static func isWord(_ status: String) -> Bool {
        let marks = "_-. ".utf8
        return (1...64).contains(status.utf8.count)
            && status.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value))
                    || marks.contains { UInt32($0) == scalar.value }
            }
    }
}

extension StatusQuestion {
    /// The user's id in the forms in which a server can repeat it.
    fileprivate var wordsToHide: [String] {
        guard let user = partnerUserID, !user.isEmpty else { return [] }
        let encoded = String(FormQuery.serialize([(name: "", value: user)]).dropFirst())
        return Set([user, encoded, encoded.replacing("+", with: "%20")]).sorted { $0.count > $1.count }
    }

    /// Whether the user's id is written in the same way everywhere, so that it is found wherever it is repeated.
    fileprivate var hasPlainUser: Bool {
        (partnerUserID ?? "").utf8.allSatisfy { byte in
            Character(Unicode.Scalar(byte)).isLetter && byte < 0x80 || (0x30...0x39).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
    }

    /// Whether an answer that is not documented repeats the user's id; a very short one stands in any word.
    fileprivate func isRepeated(in status: String) -> Bool {
        StatusCode(rawValue: status) == nil && wordsToHide.contains { $0.count > 3 && status.contains($0) }
    }
}

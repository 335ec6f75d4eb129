import Crypto
import Foundation
import Mustache

/// The templates of the HTML report, and what its head needs of style and script.
struct HTMLTemplates: Sendable {
    /// A piece of the report.
    enum Piece: String, CaseIterable {
        case head, summary, matrix, proof, embeds, card, cardGroup, findings, rule, fault, open, foot
        /// Text with code in it, inside of other pieces.
        case inline
    }

    /// All of them, parsed once.
    static let parsed = HTMLTemplates()

    /// The style sheet.
    let style = String(decoding: PackageResources.report_css, as: UTF8.self)
    /// The script.
    let script = String(decoding: PackageResources.report_js, as: UTF8.self)
    private let library: MustacheLibrary

    private init() {
        MustacheContentTypes.register(MarkupEscaping(), named: MarkupEscaping.name)
        var library = MustacheLibrary()
        for piece in Piece.allCases {
            let text = String(decoding: Self.source(of: piece), as: UTF8.self)
            do {
                // The line feed at a file's end is no part of a piece.
                try library.register(text.hasSuffix("\n") ? String(text.dropLast()) : text, named: piece.rawValue)
            } catch {
                preconditionFailure("the template \(piece.rawValue) is not well formed: \(error)")
            }
        }
        self.library = library
    }

    /// The text of a piece; `{{name}}` stands for a property of the view, escaped.
    func render(_ piece: Piece, _ view: Any) -> String {
        library.render(view, withTemplate: piece.rawValue) ?? ""
    }

    /// The page's own policy: nothing is loaded, and no style or script runs but the two that are in it.
    ///
    /// Content Security Policy Level 3, section 2.3.1, hash sources.
    var policy: String {
        "default-src 'none'; style-src '\(Self.hash(of: style))'; script-src '\(Self.hash(of: script))'; "
            + "base-uri 'none'; form-action 'none'"
    }

    private static func hash(of text: String) -> String {
        "sha256-" + Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
    }

    /// The text of a template's file.
    static func source(of piece: Piece) -> [UInt8] {
        switch piece {
        case .head: PackageResources.head_mustache
        case .summary: PackageResources.summary_mustache
        case .matrix: PackageResources.matrix_mustache
        case .proof: PackageResources.proof_mustache
        case .embeds: PackageResources.embeds_mustache
        case .card: PackageResources.card_mustache
        case .cardGroup: PackageResources.card_group_mustache
        case .findings: PackageResources.findings_mustache
        case .rule: PackageResources.rule_mustache
        case .fault: PackageResources.fault_mustache
        case .open: PackageResources.open_mustache
        case .foot: PackageResources.foot_mustache
        case .inline: PackageResources.inline_mustache
        }
    }
}

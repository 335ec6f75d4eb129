import WebURL

/// What a page has only once its scripts have run: the rendered page held against the page as it is delivered.
///
/// Both have been linted under the same path. Places in the rendered page mean nothing to anybody, so that what comes
/// from it has none.
struct RenderedDifference {
    /// Says of scripts that they build embeds; which of them, the rendered page says better.
    static let scriptRule = "embed-built-by-script"

    /// What makes two findings of a page the same, wherever they stand.
    private struct Fault: Hashable {
        let rule: String
        let fault: String
        /// The URL of the embed that it is about; nil for one that is about none.
        let url: String?
    }

    private let source: LintedPage
    private let rendered: LintedPage
    /// The places in the rendered page's embeds of those that only it has.
    private var added: [Int] = []
    /// The place of each loaded embed of the rendered page among all embeds of the merged page.
    private var places: [Int: Int] = [:]

    /// Compares a page with what its scripts made of it.
    init(_ source: LintedPage, _ rendered: LintedPage) {
        self.source = source
        self.rendered = rendered
        matchEmbeds()
    }

    /// An embed is the same where its URL is; of several equal ones as many are the same as the source has.
    private mutating func matchEmbeds() {
        var waiting: [String: [Int]] = [:]
        for embed in source.embeds.reversed() where embed.state != .inert {
            waiting[embed.url.url.href, default: []].append(embed.ordinal)
        }
        for (index, embed) in rendered.embeds.enumerated() where embed.state != .inert {
            if let same = waiting[embed.url.url.href]?.popLast() {
                places[index] = same
            } else {
                places[index] = source.embeds.count + added.count
                added.append(index)
            }
        }
    }

    /// The page with what is only in the rendered one, beside what was found in the files of scripts that it has loaded.
    func merged(_ scriptFindings: [Finding]) -> LintedPage {
        var embeds = source.embeds
        var reported = source.reportedEmbeds
        for index in added {
            var (embed, shown) = (rendered.embeds[index], rendered.reportedEmbeds[index])
            embed.ordinal = embeds.count
            embed.isRendered = true
            shown.isRendered = true
            embeds.append(embed)
            reported.append(shown)
        }
        let own = added.isEmpty ? source.findings : source.findings.filter { $0.rule != Self.scriptRule }
        return LintedPage(
            path: source.path, sitePath: source.sitePath, embeds: embeds, fields: source.fields,
            reportedEmbeds: reported, findings: own + newFindings(beside: scriptFindings),
            suppressions: source.suppressions)
    }

    private func newFindings(beside scriptFindings: [Finding]) -> [Finding] {
        var known = Set(source.findings.map { fault(of: $0, in: source) })
        known.formUnion(scriptFindings.map { Fault(rule: $0.rule, fault: $0.fault, url: nil) })
        return rendered.findings.compactMap { finding in
            guard finding.rule != Self.scriptRule else { return nil }
            // What is inert after all scripts have run is markup that somebody else makes use of, or nobody.
            guard finding.embed.map({ places[$0] != nil }) ?? true else { return nil }
            let fault = fault(of: finding, in: rendered)
            // A script that is to blame itself has no embed.
            let inScript = Fault(rule: fault.rule, fault: fault.fault, url: nil)
            return known.contains(fault) || known.contains(inScript) ? nil : moved(finding)
        }
    }

    private func fault(of finding: Finding, in page: LintedPage) -> Fault {
        Fault(rule: finding.rule, fault: finding.fault, url: finding.embed.map { page.embeds[$0].url.url.href })
    }

    /// A finding of the rendered page as one of the merged page.
    private func moved(_ finding: Finding) -> Finding {
        var finding = finding
        let range = finding.embed.map { rendered.embeds[$0].tag } ?? finding.place?.range
        finding.snippet = finding.snippet.map { $0.cut(to: range) }
        finding.related = finding.related.map { $0.path == rendered.path ? Place(path: $0.path, range: nil) : $0 }
        finding.embed = finding.embed.flatMap { places[$0] }
        finding.element = nil
        finding.markRendered(path: rendered.path)
        return finding
    }
}

extension Finding {
    /// Takes the place away, and says where it is seen instead.
    mutating func markRendered(path: String) {
        place = Place(path: path, range: nil)
        message += " (in the rendered page)"
        isRendered = true
    }
}

extension Snippet {
    /// The part of the line in which a stretch of the source stands; the whole line where the stretch is in others.
    func cut(to range: SourceRange?) -> Snippet {
        guard let range else { return self }
        let scalars = text.unicodeScalars
        let start = min(max(range.start.column - firstColumn, 0), scalars.count)
        let end = range.end.line == range.start.line ? range.end.column - firstColumn : scalars.count
        guard start < min(end, scalars.count) else { return self }
        let shown = scalars.dropFirst(start).prefix(end - start)
        return Snippet(text: String(String.UnicodeScalarView(shown)), firstColumn: 1)
    }
}

extension LintedPage {
    /// The page with what is only there once its scripts have run.
    ///
    /// - Parameters:
    ///   - rendered: what its scripts made of it, linted under the same path.
    ///   - scriptFindings: what was found in the files of scripts that it has loaded.
    /// - Returns: the page; what both have is not repeated.
    public func adding(_ rendered: LintedPage, scriptFindings: [Finding]) -> LintedPage {
        RenderedDifference(self, rendered).merged(scriptFindings)
    }

    /// Whether scripts have added an embed.
    public var hasRenderedEmbed: Bool { embeds.contains { $0.isRendered } }

    /// Findings without those that say of scripts only that they build embeds.
    public static func withoutBuiltEmbeds(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.rule != RenderedDifference.scriptRule }
    }
}

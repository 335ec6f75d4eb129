import OsteolintCore
import Testing

@testable import OsteolintRules

/// The rules that judge one embed's parameters.
let parameterRules: [any EmbedRule] = [
    ClientIDMissing(), ClientIDMalformed(), ClientIDMismatch(), ProductIDMissing(), ProductIDMalformed(),
    PartnerUserIDMissing(), PartnerUserIDPlaceholder(), PartnerUserIDVolatile(), PartnerUserIDPersonalData(),
    ParameterMisspelled(), ParameterDuplicated(), ParameterEncoding(), SecretInEmbedURL(),
]

/// The findings of all rules for a query, as "rule" or, for a warning, "rule?".
private func check(
    _ query: String, _ configuration: Configuration = Configuration(), isUnicodePage: Bool = true
) throws -> (rules: [String], places: [OsteolintCore.SourceLocation], marks: [OsteolintCore.SourceLocation]) {
    let marked = try ParametersMarkedEmbed(query, isUnicodePage: isUnicodePage)
    let findings = parameterRules.flatMap { $0.check(marked.embed, in: Site(configuration: configuration)) }
    let names = findings.map { $0.rule + ($0.severity == .error || $0.rule == "parameter-encoding" ? "" : "?") }
    let places = findings.compactMap { $0.place?.range?.start }.filter { $0 != ParametersMarkedEmbed.attribute }
    return (names.sorted(), places.sorted(), marked.marks)
}

/// Expects these rules, a warning with `?`, and their findings at the marks where there are any.
func expect(
    _ query: String, _ expected: String, _ configuration: Configuration = Configuration(), isUnicodePage: Bool = true,
    _ location: Testing.SourceLocation = #_sourceLocation
) throws {
    let result = try check(query, configuration, isUnicodePage: isUnicodePage)
    #expect(
        result.rules == expected.split(separator: " ").map(String.init), Comment(rawValue: query),
        sourceLocation: location)
    guard !result.marks.isEmpty || expected.isEmpty else { return }
    #expect(result.places == result.marks, Comment(rawValue: query), sourceLocation: location)
}

import OsteolintCore
import OsteolintRules
import Testing

@Suite("The catalogue of rules")
struct RuleRegistryTests {
    /// The ids that are promised to users, by topic.
    private static let promised: [RuleDescriptor.Topic: [String]] = [
        .parameters: [
            "client-id-missing", "client-id-malformed", "client-id-mismatch", "product-id-missing",
            "product-id-malformed", "partner-user-id-missing", "partner-user-id-placeholder",
            "partner-user-id-volatile", "partner-user-id-shared", "partner-user-id-personal-data",
            "partner-user-id-unstable",
            "parameter-misspelled", "parameter-duplicated", "parameter-encoding", "secret-in-embed-url",
        ],
        .url: [
            "embed-insecure-scheme", "embed-host-lookalike", "embed-url-invalid", "embed-environment-mismatch",
            "embed-path-unexpected",
        ],
        .element: [
            "sandbox-blocks-checkout", "iframe-title-missing", "iframe-srcdoc-overrides-src", "iframe-unclosed",
            "embed-inert", "embed-deferred", "embed-escaped", "embed-hidden", "embed-duplicated",
            "attribute-duplicated",
        ],
        .page: [
            "page-policy-blocks-embed", "page-isolation-blocks-embed", "embed-built-by-script", "secret-in-page",
            "suppression-unused",
        ],
        .originsAndFraming: [
            "origin-invalid", "origin-not-allowed", "framing-policy-missing", "framing-policy-broad",
            "framing-policy-dead-source", "origin-undeclared",
        ],
        .status: [
            "status-invalid-input", "status-invalid-client", "status-integration-mismatch",
            "status-product-not-found", "status-product-not-in-catalog", "status-unknown",
            "product-not-in-catalogue",
        ],
    ]
    private static let warnings: Set = [
        "partner-user-id-shared", "partner-user-id-personal-data", "parameter-encoding", "embed-path-unexpected",
        "iframe-title-missing", "embed-escaped", "embed-hidden", "embed-duplicated", "attribute-duplicated",
        "framing-policy-missing", "framing-policy-broad", "framing-policy-dead-source", "origin-undeclared",
    ]
    private static let notes: Set = [
        "embed-inert", "embed-deferred", "embed-built-by-script", "suppression-unused", "status-unknown",
    ]

    @Test(arguments: [RuleDescriptor.Topic.parameters, .url, .element, .page, .originsAndFraming, .status])
    func order(_ topic: RuleDescriptor.Topic) {
        let descriptors = RuleRegistry.all.map { $0.descriptor }.filter { $0.topic == topic }
        #expect(descriptors.map(\.id) == Self.promised[topic])
    }

    @Test(arguments: RuleExamplesTests.ids)
    func severity(_ id: String) throws {
        let expected: Severity = Self.warnings.contains(id) ? .warning : Self.notes.contains(id) ? .note : .error
        #expect(try #require(RuleRegistry.rule(id)).descriptor.severity == expected)
    }

    @Test("An id is its type's name in kebab-case", arguments: RuleRegistry.all.indices)
    func names(_ index: Int) {
        let rule = RuleRegistry.all[index]
        #expect(rule.descriptor.id == Self.kebabCase(String(describing: rule)))
    }

    @Test func idsAreUnique() {
        #expect(Set(RuleExamplesTests.ids).count == RuleRegistry.all.count)
        #expect(RuleRegistry.rule("no-such-rule") == nil)
    }

    @Test("Descriptors are written in sentences", arguments: RuleExamplesTests.ids)
    func descriptors(_ id: String) throws {
        let descriptor = try #require(RuleRegistry.rule(id)).descriptor
        for text in [descriptor.summary, descriptor.rationale, descriptor.remedy] {
            #expect(text.last == ".")
            #expect(text.first?.isUppercase == true || text.first == "/" || text.first == "`")
        }
        #expect(!descriptor.references.isEmpty)
    }

    /// `ClientIDMissing` is `client-id-missing`: a word begins at each capital that follows or precedes a small letter.
    private static func kebabCase(_ name: String) -> String {
        let letters = Array(name)
        return letters.indices.map { index in
            let letter = letters[index]
            let followsSmall = index > 0 && letters[index - 1].isLowercase
            let precedesSmall = index + 1 < letters.count && letters[index + 1].isLowercase
            let begins = letter.isUppercase && index > 0 && (followsSmall || precedesSmall)
            return (begins ? "-" : "") + letter.lowercased()
        }.joined()
    }
}

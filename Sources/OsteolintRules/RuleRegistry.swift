public import OsteolintCore

/// All rules, in the order of the catalogue: parameters, URL, element, page, origins and framing, status and
/// catalogue.
public enum RuleRegistry {
    /// The type of each rule.
    public static let all: [any Rule.Type] = [
        ClientIDMissing.self,
        ClientIDMalformed.self,
        ClientIDMismatch.self,
        ProductIDMissing.self,
        ProductIDMalformed.self,
        PartnerUserIDMissing.self,
        PartnerUserIDPlaceholder.self,
        PartnerUserIDVolatile.self,
        PartnerUserIDShared.self,
        PartnerUserIDPersonalData.self,
        PartnerUserIDUnstable.self,
        ParameterMisspelled.self,
        ParameterDuplicated.self,
        ParameterEncoding.self,
        SecretInEmbedURL.self,

        EmbedInsecureScheme.self,
        EmbedHostLookalike.self,
        EmbedURLInvalid.self,
        EmbedEnvironmentMismatch.self,
        EmbedPathUnexpected.self,

        SandboxBlocksCheckout.self,
        IframeTitleMissing.self,
        IframeSrcdocOverridesSrc.self,
        IframeUnclosed.self,
        EmbedInert.self,
        EmbedDeferred.self,
        EmbedEscaped.self,
        EmbedHidden.self,
        EmbedDuplicated.self,
        AttributeDuplicated.self,

        PagePolicyBlocksEmbed.self,
        PageIsolationBlocksEmbed.self,
        EmbedBuiltByScript.self,
        SecretInPage.self,
        SuppressionUnused.self,

        OriginInvalid.self,
        OriginNotAllowed.self,
        FramingPolicyMissing.self,
        FramingPolicyBroad.self,
        FramingPolicyDeadSource.self,
        OriginUndeclared.self,

        StatusInvalidInput.self,
        StatusInvalidClient.self,
        StatusIntegrationMismatch.self,
        StatusProductNotFound.self,
        StatusProductNotInCatalog.self,
        StatusUnknown.self,
        ProductNotInCatalogue.self,
    ]

    /// The rule of an id, or nil.
    public static func rule(_ id: String) -> (any Rule.Type)? {
        all.first { $0.descriptor.id == id }
    }
}

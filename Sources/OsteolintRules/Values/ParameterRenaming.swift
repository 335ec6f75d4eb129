import OsteolintCore

/// Writes a parameter's name as the card reads it, where it is certain which one is meant.
struct ParameterRenaming {
    private let parameter: EmbedParameter
    private let embed: Embed
    private let rendering: Rendering

    init(_ parameter: EmbedParameter, of embed: Embed, in rendering: Rendering) {
        self.parameter = parameter
        self.embed = embed
        self.rendering = rendering
    }

    /// The fix; nil where another name may be meant, or another value.
    var fix: Fix? {
        let name = parameter.field.nameIndices
        guard !name.contains(where: embed.url.isInTemplate), isLikely, !isContested else { return nil }
        let input = embed.url.input
        // A line end before a name is no part of it, and stays.
        return Fix([TextEdit(embed.url.source.range(input.range(name)), parameter.name.rawValue)])
    }

    /// Whether the name can mean nothing else, or the value is one that the parameter has.
    private var isLikely: Bool {
        guard let spelling = parameter.field.spelling else { return false }
        guard !spelling.isCertain else { return true }
        switch parameter.name {
        case .clientID: return parameter.placeholder == nil && ClientID.fault(of: parameter, in: rendering) == nil
        case .productID: return parameter.placeholder == nil && ProductIDFault(parameter, in: rendering) == nil
        case .partnerUserID: return parameter.placeholder == nil
        }
    }

    /// Whether the parameter is given under several wrong names, with different values.
    private var isContested: Bool {
        embed.url.fields.contains { field in
            field.carrier == .query && field.spelling?.parameter == parameter.name
                && field.value != parameter.field.value
        }
    }
}

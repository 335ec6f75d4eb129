import OsteolintCore

/// A name or a value of an embed's query, with the faults of its encoding.
struct EncodedField {
    /// Whose name or value it is, as a message says it.
    let owner: String
    /// Where it stands in `URLInput.bytes`.
    let indices: Range<Int>
    let faults: [EncodingFault]

    /// The fields of the query that have faults; each kind is named once a parameter.
    static func all(of embed: Embed, in rendering: Rendering) -> [EncodedField] {
        embed.url.fields.filter { $0.carrier == .query && !$0.isSecret }.flatMap { field in
            let parameter = ParameterName.allCases.lazy.compactMap(embed.url.parameter).first { $0.field == field }
            let label = parameter?.name.rawValue ?? Quoted.text(field.name)
            let name = EncodedField(
                owner: "the name \(Quoted.text(field.name))", indices: field.nameIndices,
                faults: faultsOfName(field, parameter, embed))
            let known = Set(name.faults.map(\.kind))
            let value = EncodedField(
                owner: "the value of \(label)", indices: field.valueIndices,
                faults: faultsOfValue(field, parameter, embed, rendering).filter { !known.contains($0.kind) })
            return [name, value]
        }
    }

    /// A misspelled name is reported as such.
    private static func faultsOfName(
        _ field: EmbedField, _ parameter: EmbedParameter?, _ embed: Embed
    ) -> [EncodingFault] {
        guard parameter?.isMisspelled != true else { return [] }
        return EncodingFaultScanner(field.nameIndices, of: embed) { _ in false }.faults
    }

    private static func faultsOfValue(
        _ field: EmbedField, _ parameter: EmbedParameter?, _ embed: Embed, _ rendering: Rendering
    ) -> [EncodingFault] {
        guard field.placeholder == nil else { return [] }
        guard let parameter, isReplaced(parameter, rendering) else {
            return EncodingFaultScanner(field.valueIndices, of: embed) { _ in false }.faults
        }
        // The value has to go as a whole; what stands around it would stay.
        let inside = indicesOfReplaced(parameter, embed)
        return EncodingFaultScanner(field.valueIndices, of: embed, isSkipped: inside.contains).faults
    }

    /// The value, with the `+` of a phone number.
    private static func indicesOfReplaced(_ parameter: EmbedParameter, _ embed: Embed) -> Range<Int> {
        let value = parameter.valueIndices
        let isPlusBefore = value.lowerBound > 0 && embed.url.input.bytes[value.lowerBound - 1] == UInt8(ascii: "+")
        guard isPlusBefore, PersonalData(rawValue: parameter.field.rawValue) == .phoneNumber else { return value }
        return (value.lowerBound - 1)..<value.upperBound
    }

    /// Whether another rule asks for another value, so that the encoding of this one does not matter.
    private static func isReplaced(_ parameter: EmbedParameter, _ rendering: Rendering) -> Bool {
        switch parameter.name {
        case .clientID: ClientID.fault(of: parameter, in: rendering) != nil
        case .productID: ProductIDFault(parameter, in: rendering) != nil
        case .partnerUserID:
            TimeStamp(parameter.value) != nil || PersonalData(rawValue: parameter.field.rawValue) != nil
        }
    }
}

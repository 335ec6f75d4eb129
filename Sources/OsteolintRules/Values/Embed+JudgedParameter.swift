import OsteolintCore

extension Embed {
    /// The parameter whose value is to be judged.
    ///
    /// One that stands behind `#` or `;` is for `parameter-encoding` alone, a secret for `secret-in-embed-url` alone.
    func judgedParameter(_ name: ParameterName) -> EmbedParameter? {
        guard let parameter = url.parameter(name), parameter.field.carrier == .query else { return nil }
        return parameter.field.isSecret ? nil : parameter
    }

    /// The user's id, unless something else stands in its place.
    var judgedUser: EmbedParameter? {
        judgedParameter(.partnerUserID).flatMap { $0.placeholder == nil ? $0 : nil }
    }

    /// Whether a parameter is there under no name at all, and no template may bring it.
    func isMissing(_ name: ParameterName, in site: Site) -> Bool {
        guard url.parameter(name) == nil else { return false }
        return !url.fields.contains { field in
            Placeholder(field.rawName)?.isExpected(in: site.configuration.rendering) == true
        }
    }

    /// The attribute that holds the URL, as a place.
    var attributePlace: Place { Place(path: path, range: attribute) }

    /// The value of a parameter as a place; the whole field where the value is empty.
    func place(of parameter: EmbedParameter) -> Place { place(of: parameter.range) }
}

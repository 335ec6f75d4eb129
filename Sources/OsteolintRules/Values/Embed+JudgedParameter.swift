import OsteolintCore

extension Embed {
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

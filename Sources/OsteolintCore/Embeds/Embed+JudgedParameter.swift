extension Embed {
    /// The parameter whose value is to be judged.
    ///
    /// One that stands behind `#` or `;` is for `parameter-encoding` alone, a secret for `secret-in-embed-url` alone.
    public func judgedParameter(_ name: ParameterName) -> EmbedParameter? {
        guard let parameter = url.parameter(name), parameter.field.carrier == .query else { return nil }
        return parameter.field.isSecret ? nil : parameter
    }

    /// The user's id, unless something else stands in its place.
    public var judgedUser: EmbedParameter? {
        judgedParameter(.partnerUserID).flatMap { $0.placeholder == nil ? $0 : nil }
    }
}

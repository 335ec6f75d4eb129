/// What loads a document into a page, as far as policies tell it apart.
public enum LoadingElement: Sendable, Hashable {
    /// An `iframe` or `frame`.
    case frame
    /// An `object` or `embed`: `object-src` must let it in too.
    case plugIn
}

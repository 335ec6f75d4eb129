import OsteolintCore

/// What a file does to the fields of a page, one thing after the other.
enum FieldStep: Sendable, Hashable {
    /// Adds a field beside those that are there.
    case add(PageField)
    /// Puts a field in place of those of its name.
    case set(PageField)
    /// Takes a field away.
    case remove(FieldName)
    /// Says what cannot be known.
    case doubt(Remark)
}

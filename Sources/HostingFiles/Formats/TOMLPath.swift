/// Where a value stands in a TOML text.
typealias TOMLPath = [TOMLStep]

/// A step on the way from a TOML text to one of its values.
enum TOMLStep: Sendable, Hashable {
    /// To the value of a key.
    case key(String)
    /// To an item of a list, counted from zero.
    case item(Int)
}

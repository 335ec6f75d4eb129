/// What the `X-Frame-Options` fields of a response come to (HTML Standard, section 7.6.1).
enum FrameOptions: Sendable, Hashable {
    /// There is no such field.
    case absent
    /// `DENY`.
    case deny
    /// `SAMEORIGIN`.
    case sameOrigin
    /// `ALLOWALL`, which no text defines and browsers know.
    case allowAll
    /// Several values that are not the same, of which one at least is valid.
    case conflict
    /// Nothing that means anything.
    case invalid

    init(_ fields: [ResponseField], _ reading: Reading) {
        var result = FrameOptions.absent
        for field in fields where field.isNamed("x-frame-options", reading) {
            for value in QuotedList.values(Array(field.value.utf8)[...]) {
                let next = Self.meaning(value, reading)
                if result == .absent {
                    result = next
                } else if result != next {
                    result = .conflict
                }
            }
        }
        self = result
    }

    private static func meaning(_ value: Bytes, _ reading: Reading) -> FrameOptions {
        // Browsers take vertical tabs away as well, the standards only tabs and spaces.
        let value =
            reading == .browser
            ? value.trimmed { $0.isASCIIWhiteSpace || $0 == 0x0B } : value.trimmed(while: \.isTabOrSpace)
        if value.isEqualIgnoringCase("deny") { return .deny }
        if value.isEqualIgnoringCase("sameorigin") { return .sameOrigin }
        return value.isEqualIgnoringCase("allowall") ? .allowAll : .invalid
    }
}

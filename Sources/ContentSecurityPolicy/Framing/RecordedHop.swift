/// One response on the way to an embed.
public struct RecordedHop: Sendable, Hashable {
    /// The status code.
    public let status: Int
    /// The fields, in the order sent.
    public let fields: [ResponseField]
    /// Where a browser goes next, as the response says it, or nil where it says nothing.
    public let location: String?

    /// A response.
    ///
    /// - Parameters:
    ///   - status: its code.
    ///   - fields: as sent.
    ///   - location: nil for what the first `Location` field says.
    public init(status: Int, fields: [ResponseField], location: String? = nil) {
        self.status = status
        self.fields = fields
        self.location =
            location
            ?? HeaderLines.fields(sent: fields).first { $0.isNamed("location", .browser) }.map { Self.utf8($0.value) }
    }

    /// The statuses with which a browser goes on to another URL (Fetch Standard, "redirect status").
    public static let redirectStatuses: Set = [301, 302, 303, 307, 308]

    /// Whether a browser follows the response's location.
    public var isRedirect: Bool { Self.redirectStatuses.contains(status) && location != nil }

    /// A value's bytes read as UTF-8, as browsers do with this field alone.
    private static func utf8(_ value: String) -> String {
        let bytes = value.unicodeScalars.map { UInt8(exactly: $0.value) }
        let text = bytes.contains(nil) ? nil : String(validating: bytes.compactMap(\.self), as: UTF8.self)
        return (text ?? value).trimmingTabsAndSpaces
    }
}

extension String {
    fileprivate var trimmingTabsAndSpaces: String {
        Array(utf8)[...].trimmed(while: \.isTabOrSpace).text
    }
}

/// By whose rules headers are read and matched.
enum Reading: Sendable, Hashable {
    /// As Chromium does.
    case browser
    /// As the text of CSP 3 and of the HTML Standard says, taking a field's value as it is.
    case standards
}

import OsteolintCore

/// What one `Header` directive does to the fields of pages.
struct ApacheDirective: Sendable {
    /// The two lists of fields that Apache keeps, both of which go with a page that is there.
    enum List: Sendable {
        /// Sent with successful answers; meant where nothing is said.
        case success
        /// Sent with every answer.
        case always
    }

    /// What is done.
    enum Action: Sendable {
        case step(FieldStep)
        /// Adds a field unless one of its name is there.
        case setIfEmpty(PageField)
        /// Changes a field, if it is there, to what cannot be known; the remark says so.
        case edit(FieldName, Remark)
    }

    let list: List
    let action: Action
    /// What the file's name must match.
    let files: [PathPattern]
}

/// Why a file of earlier answers cannot be used.
public enum AnswerFileFault: Error, Sendable, Hashable {
    /// It cannot be read, for the system's reason.
    case unreadable(path: String, reason: String)
    /// It cannot be written, for the system's reason.
    case notWritable(path: String, reason: String)
    /// It is a folder, a device or a pipe.
    case notAFile(path: String)
    /// It is larger than this many bytes.
    case tooLarge(path: String, limit: Int)
    /// It holds no JSON, or JSON in which something that belongs there is missing.
    case notReadableAs(path: String, kind: String)
    /// It is a file of another tool, or another kind of file.
    case foreign(path: String, kind: String)
    /// It was written by another version of osteolint.
    case otherVersion(path: String, found: Int)

    /// The path as it was given.
    public var path: String {
        switch self {
        case .unreadable(let path, _), .notWritable(let path, _), .notAFile(let path), .tooLarge(let path, _),
            .notReadableAs(let path, _), .foreign(let path, _), .otherVersion(let path, _):
            path
        }
    }

    /// What is wrong, and what to do.
    public var message: String {
        switch self {
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .notWritable(let path, let reason): "\(path): cannot be written: \(reason)"
        case .notAFile(let path): "\(path): is no regular file; name one, or one that is not there yet"
        case .tooLarge(let path, let limit):
            "\(path): is larger than \(limit) bytes, more than osteolint writes; name another file"
        case .notReadableAs(let path, let kind):
            "\(path): is damaged or no \(kind); delete it to begin anew, or name another file"
        case .foreign(let path, let kind): "\(path): is no \(kind) of osteolint; name another file"
        case .otherVersion(let path, let found):
            "\(path): has schemaVersion \(found), this osteolint reads \(KeyedAnswers.schemaVersion); "
                + "delete it to begin anew, or name another file"
        }
    }
}

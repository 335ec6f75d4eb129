import OsteolintCore

extension Finding {
    /// The file that formats show a finding in which have to have one: of a finding from arguments alone the
    /// configuration, which is where those arguments can be written down.
    var file: String { place?.path ?? Self.configuration }

    /// The configuration's usual name.
    static let configuration = ".osteolint.yml"

    /// What is wrong, and what to do, for formats that have one text for both.
    var sentence: String { help.map { "\(message); \($0)" } ?? message }
}

extension Failure {
    /// The file that could not be checked; nil where it was an answer, or the run as a whole.
    var file: String? {
        guard !subject.hasPrefix("https://"), !subject.hasPrefix("http://") else { return nil }
        return switch reason {
        case .unreadable, .notText, .tooLarge, .tooComplex, .notComparable, .noDeclaredOrigin, .defect: subject
        default: nil
        }
    }
}

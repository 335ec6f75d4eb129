import HTMLTokenizer

/// Something that could not be checked, and why; never a finding. SARIF's *notification*.
public struct Failure: Sendable, Hashable {
    /// Why something could not be checked: a closed list.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// No page matched.
        case noInput = "no-input"
        /// A file or folder could not be read.
        case unreadable
        /// A file is no text: an image, an archive, a program.
        case notText = "not-text"
        /// A page is larger than osteolint holds.
        case tooLarge = "too-large"
        /// A page has more nodes, levels or attributes than osteolint holds.
        case tooComplex = "too-complex"
        /// Osteolint contradicts itself.
        case defect
    }

    /// What could not be checked: a path, as shown in reports.
    public let subject: String
    /// Why.
    public let reason: Reason
    /// Why, in a sentence, and what to do.
    public let message: String

    /// Makes a failure.
    public init(subject: String, reason: Reason, message: String) {
        self.subject = subject
        self.reason = reason
        self.message = message
    }
}

/// Something that was not tried.
public struct Skip: Sendable, Hashable {
    /// Why something was not tried: a closed list.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// It needs the network, which this command does not use.
        case offline
    }

    /// What was not tried.
    public let subject: String
    /// Why.
    public let reason: Reason

    /// Makes a skip.
    public init(subject: String, reason: Reason) {
        self.subject = subject
        self.reason = reason
    }
}

extension Failure {
    /// Why a page could not be read as a whole.
    public init(subject: String, _ failure: PageFailure) {
        switch failure {
        case .tooLarge(let limit), .parser(.tooLong(limit: let limit)):
            self.init(
                subject: subject, reason: .tooLarge,
                message: "larger than \(limit) bytes; split the page or leave it out with `exclude`")
        case .parser(.tooManyNodes(limit: let limit)):
            self.init(
                subject: subject, reason: .tooComplex,
                message: "the page has more than \(limit) nodes; leave it out with `exclude`")
        case .parser(.tooDeep(limit: let limit)):
            self.init(
                subject: subject, reason: .tooComplex,
                message: "more than \(limit) elements are open at once; a closing tag is missing somewhere")
        case .tooManyAttributes(let limit):
            self.init(
                subject: subject, reason: .tooComplex,
                message: "an element has more than \(limit) attributes; is a quote missing?")
        case .srcdocTooDeep(let limit):
            self.init(
                subject: subject, reason: .tooComplex,
                message: "`srcdoc` documents are nested more than \(limit) deep; what is deeper was not read")
        case .tree(.tooLong(let limit)):
            self.init(
                subject: subject, reason: .tooComplex,
                message: "the page becomes more than \(limit) bytes of markup; "
                    + "formatting elements such as `b` are never closed and copied into each paragraph")
        case .tree(.notRead):
            self.init(subject: subject, reason: .tooLarge, message: "libxml2 had no memory for the page")
        case .tree(.readDifferently):
            self.init(
                subject: subject, reason: .defect,
                message: "libxml2 read another tree than it was given; please report the page")
        }
    }
}

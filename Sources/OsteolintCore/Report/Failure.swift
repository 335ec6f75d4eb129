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
        /// A page or an answer is larger than osteolint holds.
        case tooLarge = "too-large"
        /// A page has more nodes, levels or attributes than osteolint holds.
        case tooComplex = "too-complex"
        /// An embed that only one of two renders holds, or that carries no user's id in one.
        case notComparable = "not-comparable"
        /// An audit without any declared origin, which therefore says nothing about framing.
        case noDeclaredOrigin = "no-declared-origin"
        /// The server is none that osteolint may talk to.
        case hostRefused = "host-refused"
        /// The server's name stands for an address inside a private network.
        case addressRefused = "address-refused"
        /// The server's name stands for no address.
        case unresolvedHost = "unresolved-host"
        /// No connection, or one that broke.
        case unreachable
        /// No secure connection: the certificate or the handshake.
        case tls
        /// No whole answer in time.
        case timedOut = "timed-out"
        /// What came is no HTTP.
        case notHTTP = "not-http"
        /// More redirects than browsers follow, or one without a target.
        case redirect
        /// 429.
        case rateLimited = "rate-limited"
        /// 401 or 403.
        case forbidden
        /// 5xx.
        case serverError = "server-error"
        /// Any other status that is not a success.
        case unexpectedStatus = "unexpected-status"
        /// A success without content.
        case emptyAnswer = "empty-answer"
        /// A success that is not the card: a firewall's page, no HTML.
        case notTheEmbed = "not-the-embed"
        /// An answer of product-status or of the API that is not what is documented.
        case notDocumented = "not-documented"
        /// The catalogue could not be had: no client to ask it for, or credentials that are refused.
        case noCatalogue = "no-catalogue"
        /// The bound on requests was reached.
        case requestLimit = "request-limit"
        /// The bound on waiting was reached.
        case waitLimit = "wait-limit"
        /// No browser is installed that could run the pages' scripts.
        case noBrowser = "no-browser"
        /// The browser gave no page back, or another one.
        case notRendered = "not-rendered"
        /// Answers could not be kept for the next run.
        case notWritten = "not-written"
        /// The run was interrupted before.
        case interrupted
        /// Osteolint contradicts itself.
        case defect
    }

    /// What could not be checked: a path, a URL or an origin, as shown in reports.
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
        /// Its URL is not https, and nothing else is asked for unless it was named.
        case insecureScheme = "insecure-scheme"
        /// Its host is none that osteolint may talk to.
        case hostRefused = "host-refused"
        /// Its URL names a client only once a template is filled in.
        case template
        /// Its URL holds a secret, which is not sent anywhere.
        case secretInURL = "secret-in-url"
        /// The embed has a fault that makes asking about its product useless; a finding says which.
        case faultyOffline = "faulty-offline"
        /// The catalogue says already whether the product is there.
        case knownFromCatalogue = "known-from-catalogue"
        /// Only a page that is a file can be rendered.
        case notAFile = "not-a-file"

        /// Why, in words.
        public var explanation: String {
            switch self {
            case .notAFile: "scripts are run only of pages that are files"
            case .offline: "it needs the network"
            case .insecureScheme: "the URL is not https"
            case .hostRefused: "the host is neither Osteocom's nor one that you named"
            case .template: "a template has to fill in the clientId first"
            case .secretInURL: "the URL holds a secret"
            case .faultyOffline: "product-status cannot say more than the finding at the embed does"
            case .knownFromCatalogue: "the catalogue says already whether the product is there"
            }
        }
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

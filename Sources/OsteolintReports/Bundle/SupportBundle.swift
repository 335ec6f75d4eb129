public import OsteolintCore

/// What Osteocom support needs to see what an audit saw: its report, the answers that it rests on, and how it was run.
public struct SupportBundle: Sendable {
    /// The version of the schema that bundles follow: `reports/schema/bundle.schema.json`.
    public static let version = 1

    /// The computer, without a name of it or of its user.
    public struct Platform: Sendable, Hashable {
        /// The operating system with its version.
        public let system: String
        /// The kernel's version.
        public let kernel: String
        /// The processor's kind, such as `x86_64`.
        public let architecture: String

        /// Makes a platform.
        public init(system: String, kernel: String, architecture: String) {
            self.system = system
            self.kernel = kernel
            self.architecture = architecture
        }
    }

    /// How much the run was allowed.
    public struct Limits: Sendable, Hashable {
        /// Seconds for one URL with all its redirects.
        public let timeout: Double
        /// Requests for pages and cards.
        public let fetches: Int
        /// Requests of product-status.
        public let requests: Int
        /// Whether every URL was asked in the name of every origin.
        public let asksEverything: Bool

        /// Makes limits.
        public init(timeout: Double, fetches: Int, requests: Int, asksEverything: Bool) {
            self.timeout = timeout
            self.fetches = fetches
            self.requests = requests
            self.asksEverything = asksEverything
        }
    }

    /// A proxy that a server was asked through.
    public struct Proxy: Sendable, Hashable {
        /// The server's origin.
        public let origin: String
        /// The proxy's host and port; never its credentials.
        public let proxy: String

        /// Makes a proxy.
        public init(origin: String, proxy: String) {
            self.origin = origin
            self.proxy = proxy
        }
    }

    /// How an audit was run.
    public struct Run: Sendable {
        /// Osteolint's version.
        public let version: String
        /// Where it ran.
        public let platform: Platform
        /// When it began, in UTC, as in `2026-05-04T09:30:00Z`.
        public let began: String
        /// Whether users' ids were to be shown.
        public let isRevealed: Bool
        /// The configuration with the flags, without secrets.
        public let configuration: Configuration
        /// What made the run fail.
        public let builder: ReportBuilder
        /// How much it was allowed.
        public let limits: Limits
        /// The proxies, sorted by origin.
        public let proxies: [Proxy]

        /// Says how an audit was run.
        public init(
            version: String, platform: Platform, began: String, isRevealed: Bool, configuration: Configuration,
            builder: ReportBuilder, limits: Limits, proxies: [Proxy]
        ) {
            self.version = version
            self.platform = platform
            self.began = began
            self.isRevealed = isRevealed
            self.configuration = configuration
            self.builder = builder
            self.limits = limits
            self.proxies = proxies
        }
    }

    /// How the audit was run.
    public let run: Run
    /// What was asked and answered.
    public let record: AuditRecord
    /// The report, as it was written.
    public let report: Report
    /// The indexes of the report's failures that tell of answers, and are found out anew from them.
    public let answerFailures: [Int]
    /// Whether the answers come to the report; where what is masked in them decides, they do not, and the report stands.
    public var isJudgedAgain: Bool

    /// Makes a bundle.
    public init(run: Run, record: AuditRecord, report: Report, answerFailures: [Int], isJudgedAgain: Bool) {
        self.run = run
        self.record = record
        self.report = report
        self.answerFailures = answerFailures
        self.isJudgedAgain = isJudgedAgain
    }
}

extension SupportBundle {
    /// Makes the bundle of an audit.
    ///
    /// - Parameters:
    ///   - run: how it was run.
    ///   - record: what was asked and answered.
    ///   - report: its report.
    ///   - failures: what of the report's failures the answers tell.
    public init(run: Run, record: AuditRecord, report: Report, failures: [Failure]) {
        var open = Dictionary(grouping: failures, by: \.self).mapValues(\.count)
        let indexes = report.failures.indices.filter { index in
            guard let count = open[report.failures[index]], count > 0 else { return false }
            open[report.failures[index]] = count - 1
            return true
        }
        self.init(run: run, record: record, report: report, answerFailures: indexes, isJudgedAgain: true)
    }
}

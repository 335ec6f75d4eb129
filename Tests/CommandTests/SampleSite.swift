import Foundation

/// The site of which reports lie in `reports/samples/`.
enum SampleSite {
    static let package = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = package.appending(path: "Examples/partner-site")
    static let clean = package.appending(path: "Examples/clean-site")
    static let reports = package.appending(path: "reports/samples")
}

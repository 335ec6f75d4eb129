import Foundation
import OsteolintReports

extension SupportBundle.Platform {
    /// The computer that osteolint runs on; neither its name nor that of its user is asked for.
    static var current: SupportBundle.Platform {
        let kernel = ProcessInfo.processInfo.operatingSystemVersion
        return SupportBundle.Platform(
            system: ProcessInfo.processInfo.operatingSystemVersionString,
            kernel: "\(kernel.majorVersion).\(kernel.minorVersion).\(kernel.patchVersion)",
            architecture: machine)
    }

    private static var machine: String {
        var names = utsname()
        uname(&names)
        return withUnsafeBytes(of: names.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    }
}

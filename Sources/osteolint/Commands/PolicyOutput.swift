import Foundation
import OsteolintReports

/// Writes a proof in every format that was asked for.
enum PolicyOutput {
    typealias Target = (kind: OutputFormat.Kind, file: ReportFile?)

    /// Checks the formats and their files before anything is decided.
    static func targets(_ formats: [OutputFormat]) throws(UsageError) -> [Target] {
        var files: Set<String?> = []
        var targets: [Target] = []
        for format in formats.isEmpty ? [OutputFormat(kind: .text, file: nil)] : formats {
            guard files.insert(format.file).inserted else {
                throw UsageError("two formats for \(format.file ?? "standard output"); give each a file of its own")
            }
            var file: ReportFile?
            if let path = format.file { file = try ReportFile(path) }
            targets.append((format.kind, file))
        }
        return targets
    }

    static func write(_ proof: PolicyProof, to targets: [Target]) throws {
        for target in targets {
            let data = try target.kind == .json ? proof.json() : Data(proof.text().utf8)
            guard let file = target.file else {
                StandardStreams.write(data)
                continue
            }
            try file.write(data)
        }
    }
}

import Foundation

/// The file that a scenario is read from.
struct ScenarioInput {
    /// Why there is no scenario; exit status 64.
    enum Failure: Error, CustomStringConvertible {
        case unreadable(path: String, reason: String)
        case notUTF8(path: String)
        case fault(path: String, ScenarioFault)

        var description: String {
            switch self {
            case .unreadable(let path, let reason):
                "\(path): cannot be read: \(reason); give a file with --scenario that can be"
            case .notUTF8(let path): "\(path): is not UTF-8; save it as such"
            case .fault(let path, let fault): fault.description(path: path)
            }
        }
    }

    let path: String

    func read() throws(Failure) -> Scenario {
        guard let file = fopen(path, "r") else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
        guard ferror(file) == 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8(path: path) }
        do {
            return try ScenarioFile(folder: URL(filePath: path).deletingLastPathComponent()).read(text)
        } catch {
            throw .fault(path: path, error)
        }
    }
}

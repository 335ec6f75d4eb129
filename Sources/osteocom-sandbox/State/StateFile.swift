import Foundation
import WholeFiles

/// The file that keeps the state between runs.
struct StateFile: Sendable {
    /// Where it is, behind symbolic links.
    let path: String

    init(path: String) {
        guard let resolved = realpath(path, nil) else {
            self.path = path
            return
        }
        defer { free(resolved) }
        self.path = String(cString: resolved)
    }

    /// What is in the file, or nil where there is none.
    func read() throws(StartError) -> Records? {
        guard let bytes = try bytes() else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        do {
            return try decoder.decode(Records.self, from: bytes)
        } catch let error as Records.OtherVersion {
            throw .wrongState(
                path: path, problem: "has the schema version \(error.version), but \(Records.schemaVersion) is needed")
        } catch let error as DecodingError {
            let fault = FieldFault(error)
            throw .wrongState(path: path, problem: "is no state of a sandbox: \(fault.description)")
        } catch {
            throw .wrongState(path: path, problem: "is no state of a sandbox")
        }
    }

    private func bytes() throws(StartError) -> Data? {
        // Not to wait for whoever would write into a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT { return nil }
        guard descriptor >= 0 else { throw .cannotReadState(path: path, reason: FileReplacement.Failure().reason) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .cannotReadState(path: path, reason: "Not a regular file")
        }
        do {
            return try file.readToEnd() ?? Data()
        } catch {
            throw .cannotReadState(path: path, reason: FileReplacement.Failure().reason)
        }
    }

    /// Replaces the file, whole or not at all, even if the computer's power fails; nobody else may read it.
    func write(_ records: Records) throws(FileReplacement.Failure) {
        let file = try FileReplacement(path, isPrivate: true)
        try file.write(Self.json(of: records))
        try file.commit(isDurable: true)
    }

    private static func json(of records: Records) -> Data {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts, whole numbers and dates can always be encoded.
        let data = (try? encoder.encode(records)) ?? Data()
        return data + Data("\n".utf8)
    }
}

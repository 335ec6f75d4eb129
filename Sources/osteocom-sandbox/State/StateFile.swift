import Foundation

/// The file that keeps the state between runs.
struct StateFile: Sendable {
    /// A call of the system that failed, in its own words.
    struct Failure: Error {
        let reason: String

        init(_ number: Int32 = errno) { reason = String(cString: strerror(number)) }
    }

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
        guard descriptor >= 0 else { throw .cannotReadState(path: path, reason: Failure().reason) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else {
            throw .cannotReadState(path: path, reason: "Not a regular file")
        }
        do {
            return try file.readToEnd() ?? Data()
        } catch {
            throw .cannotReadState(path: path, reason: Failure().reason)
        }
    }

    /// Replaces the file, whole or not at all, even if the computer's power fails; nobody else may read it.
    func write(_ records: Records) throws(Failure) {
        let bytes = Self.json(of: records)
        // The trailing X are replaced, and the file gets the permissions 0600 (mkstemp(3)).
        var template = Array("\(path).XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Failure() }
        do throws(Failure) {
            try Self.write(bytes, to: descriptor)
            guard rename(template, path) == 0 else { throw Failure() }
        } catch {
            unlink(template)
            throw error
        }
        syncFolder()
    }

    private static func json(of records: Records) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Texts, whole numbers and dates can always be encoded.
        let data = (try? encoder.encode(records)) ?? Data()
        return Array(data) + Array("\n".utf8)
    }

    /// Writes all bytes, waits until they are on the disk, and closes the file.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure() }
            rest = rest.dropFirst(count)
        }
        guard fsync(descriptor) == 0 else { throw Failure() }
    }

    /// Waits until the new name is on the disk too; where the file system cannot say so, the file is whole all the same.
    private func syncFolder() {
        let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}

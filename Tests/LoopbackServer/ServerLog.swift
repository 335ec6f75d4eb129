import Synchronization

/// What a server saw, in the order in which it saw it.
public final class ServerLog: Sendable {
    private struct Record {
        var requests: [ServerRequest] = []
        var connections = 0
        var open = 0
        var greatestOpen = 0
        var bytesSent = 0
        var leaving: [Gate] = []
    }

    private let record = Mutex(Record())

    /// All requests.
    public var requests: [ServerRequest] { record.withLock { $0.requests } }
    /// The targets of all requests.
    public var targets: [String] { requests.map(\.target) }
    /// How many connections were accepted, those included whose handshake failed.
    public var connections: Int { record.withLock { $0.connections } }
    /// The greatest number of connections that were open at the same time.
    public var greatestOpen: Int { record.withLock { $0.greatestOpen } }
    /// Bytes that were given to the operating system for sending.
    public var bytesSent: Int { record.withLock { $0.bytesSent } }

    /// Returns when no connection is open.
    public func allHaveLeft() async {
        let gate = record.withLock { record -> Gate? in
            guard record.open > 0 else { return nil }
            let gate = Gate()
            record.leaving.append(gate)
            return gate
        }
        await gate?.wait()
    }

    func append(_ request: ServerRequest) {
        record.withLock { $0.requests.append(request) }
    }

    /// Takes note of a new connection, and gives it its number.
    func open() -> Int {
        record.withLock { record in
            record.connections += 1
            record.open += 1
            record.greatestOpen = max(record.greatestOpen, record.open)
            return record.connections
        }
    }

    func close() {
        let gates = record.withLock { record -> [Gate] in
            record.open -= 1
            guard record.open == 0 else { return [] }
            defer { record.leaving = [] }
            return record.leaving
        }
        for gate in gates { gate.open() }
    }

    func sent(_ count: Int) {
        record.withLock { $0.bytesSent += count }
    }
}

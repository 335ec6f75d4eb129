import Foundation
import Synchronization

/// The DevTools protocol over a socket: JSON texts, each ended by NUL, read on a thread of their own.
final class DevToolsConnection: Sendable {
    /// Gets the events, in order and on the reading thread; nil once the browser is gone.
    typealias Observer = @Sendable (DevToolsEvent?) -> Void

    private struct Replies {
        var awaited: Set<Int> = []
        var received: [Int: JSON] = [:]
        var isClosed = false
    }

    /// The longest wait for an answer.
    let limit: Duration
    private let socket: Int32
    private let commandCount = Atomic(0)
    private let isWriting = Mutex(())
    private let observers = Mutex<[Observer]>([])
    private let replies = Watched(Replies()) { "\($0.awaited.count) unanswered commands" }

    /// Starts to read from a socket, which the connection closes at its end.
    init(socket: Int32, limit: Duration) {
        self.socket = socket
        self.limit = limit
    }

    deinit { close(socket) }

    /// Starts the reading thread, which ends when the other side closes, or at ``shutDown()``.
    func start() {
        let thread = Thread { self.read() }
        thread.name = "DevTools"
        thread.start()
    }

    /// Ends the reading thread, also where the browser still runs.
    func shutDown() { shutdown(socket, Int32(SHUT_RDWR)) }

    /// Adds a receiver of events.
    func observe(_ observer: @escaping Observer) {
        observers.withLock { $0.append(observer) }
    }

    /// Sends a command and waits for its result.
    ///
    /// - Throws: ``BrowserError`` where the browser refuses it, is gone, or does not answer in time.
    func send(_ method: String, _ parameters: JSON = [:], session: String? = nil) async throws -> JSON {
        let id = try write(method, parameters, session, isAwaited: true)
        let state = try await replies.wait(for: "answer to \(method)", within: limit) {
            $0.received[id] != nil || $0.isClosed
        }
        replies.update { $0.received[id] = nil }
        guard let reply = state.received[id] else { throw BrowserError.ended(output: "during \(method)") }
        if let reason = reply["error"]["message"].text { throw BrowserError.refused(method: method, reason: reason) }
        return reply["result"]
    }

    /// Sends a command whose result does not matter.
    func post(_ method: String, _ parameters: JSON = [:], session: String? = nil) {
        // A browser that is gone is told to every observer by the reading thread.
        _ = try? write(method, parameters, session, isAwaited: false)
    }

    /// Waits until the browser has closed its side.
    func waitForEnd(within limit: Duration) async throws {
        _ = try await replies.wait(for: "end of the browser", within: limit) { $0.isClosed }
    }

    private func write(_ method: String, _ parameters: JSON, _ session: String?, isAwaited: Bool) throws -> Int {
        let id = commandCount.add(1, ordering: .relaxed).newValue
        var command: [String: JSON] = ["id": .number(Double(id)), "method": .string(method), "params": parameters]
        command["sessionId"] = session.map(JSON.string)
        let bytes = Array(try JSONEncoder().encode(command)) + [0]
        if isAwaited { replies.update { _ = $0.awaited.insert(id) } }
        try isWriting.withLock { _ in try writeAll(bytes) }
        return id
    }

    private func writeAll(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Foundation.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw BrowserError.ended(output: "it reads no more") }
            rest = rest.dropFirst(count)
        }
    }

    private func read() {
        var buffer = [UInt8](repeating: 0, count: 65536)
        var pending: [UInt8] = []
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            var rest = buffer[..<count]
            while let end = rest.firstIndex(of: 0) {
                receive(Data(pending + rest[..<end]))
                pending = []
                rest = rest[(end + 1)...]
            }
            pending += rest
        }
        replies.update { $0.isClosed = true }
        tell(nil)
    }

    private func receive(_ message: Data) {
        guard let message = try? JSONDecoder().decode(JSON.self, from: message) else { return }
        if let method = message["method"].text {
            tell(DevToolsEvent(method: method, parameters: message["params"], session: message["sessionId"].text))
        } else if let id = message["id"].number {
            replies.update { replies in
                guard replies.awaited.remove(Int(id)) != nil else { return }
                replies.received[Int(id)] = message
            }
        }
    }

    private func tell(_ event: DevToolsEvent?) {
        for observer in observers.withLock({ $0 }) { observer(event) }
    }
}

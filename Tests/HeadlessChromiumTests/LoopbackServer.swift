import Foundation
import Synchronization

/// An HTTP server on 127.0.0.1 that answers by host name and path.
final class LoopbackServer: Sendable {
    struct Answer: Sendable {
        var body: String
        var fields: [String] = []
        var status = "200 OK"
    }

    let port: UInt16
    private let socket: Int32
    private let answers: [String: Answer]

    /// Starts to answer; keys are host and path, such as `a.test/index.html`.
    init(_ answers: [String: Answer]) throws {
        self.answers = answers
        socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard socket >= 0 else { throw POSIXError(.EIO) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = socket
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, size) == 0 && listen(socket, 64) == 0 && getsockname(socket, $0, &size) == 0
            }
        }
        guard isBound else {
            close(socket)
            throw POSIXError(.EADDRINUSE)
        }
        port = UInt16(bigEndian: address.sin_port)
        Thread { [answers] in Self.serve(socket, answers) }.start()
    }

    /// Ends the serving thread, which closes the socket.
    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    private static func serve(_ socket: Int32, _ answers: [String: Answer]) {
        defer { close(socket) }
        while true {
            let client = accept(socket, nil, nil)
            if client < 0, errno == EINTR { continue }
            guard client >= 0 else { return }
            // The browser opens connections ahead of their use, which must not hold up the others.
            Thread { answer(client, answers) }.start()
        }
    }

    private static func answer(_ client: Int32, _ answers: [String: Answer]) {
        defer { close(client) }
        var limit = timeval(tv_sec: 10, tv_usec: 0)
        setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard let key = readKey(client) else { return }
        let answer = answers[key] ?? Answer(body: "nothing here", status: "404 Not Found")
        let fields = ["Content-Type: text/html; charset=utf-8", "Content-Length: \(answer.body.utf8.count)"]
        let head = ["HTTP/1.1 \(answer.status)"] + fields + ["Connection: close"] + answer.fields + ["", ""]
        let bytes = Array((head.joined(separator: "\r\n") + answer.body).utf8)
        _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    /// Host without port, and path without query, of a request.
    private static func readKey(_ client: Int32) -> String? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !bytes.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
        let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
        let words = lines[0].split(separator: " ")
        guard words.count == 3, let host = lines.first(where: { $0.lowercased().hasPrefix("host: ") }) else {
            return nil
        }
        return "\(host.dropFirst(6).prefix { $0 != ":" })\(words[1].prefix { $0 != "?" })"
    }
}

import NIOCore

/// Reads the heads of requests from a connection; requests with content are not understood.
struct RequestReader {
    private var bytes: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let connection: Int
    private var unread: [UInt8] = []

    init(_ bytes: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator, connection: Int) {
        self.bytes = bytes
        self.connection = connection
    }

    /// The next request; nil where the client has left.
    @concurrent mutating func next() async throws -> ServerRequest? {
        while true {
            if let end = unread.firstRange(of: Array("\r\n\r\n".utf8)) {
                let head = unread[..<end.lowerBound]
                unread.removeSubrange(..<end.upperBound)
                return ServerRequest(head: head, connection: connection)
            }
            guard let more = try await bytes.next() else { return nil }
            unread.append(contentsOf: more.readableBytesView)
        }
    }

    /// The next bytes, whatever they are; nil where the client has left.
    @concurrent mutating func read() async throws -> ByteBuffer? {
        guard unread.isEmpty else {
            defer { unread = [] }
            return ByteBuffer(bytes: unread)
        }
        return try await bytes.next()
    }
}

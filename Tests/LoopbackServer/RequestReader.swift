import NIOCore

/// Reads requests from a connection; content is read as long as Content-Length says, and in no other way.
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
                var request = ServerRequest(head: head, connection: connection)
                guard let length = request.field("content-length").flatMap(Int.init), length > 0 else { return request }
                while unread.count < length { guard try await readMore() else { return nil } }
                request.body = Array(unread.prefix(length))
                unread.removeFirst(length)
                return request
            }
            guard try await readMore() else { return nil }
        }
    }

    /// Reads on; false where the client has left.
    @concurrent private mutating func readMore() async throws -> Bool {
        guard let more = try await bytes.next() else { return false }
        unread.append(contentsOf: more.readableBytesView)
        return true
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

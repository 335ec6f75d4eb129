import NIOCore
import NIOPosix
import NIOSSL

/// One connection of a client, on which requests are answered one after the other.
struct ServerConnection: Sendable {
    private let channel: any Channel
    private let log: ServerLog
    private let number: Int

    /// Takes a connection; call it on the channel's event loop.
    init(_ channel: any Channel, tls: NIOSSLContext?, log: ServerLog) throws {
        self.log = log
        number = log.open()
        channel.closeFuture.whenComplete { _ in log.close() }
        try channel.pipeline.syncOperations.addHandler(WireHandler(log: log))
        if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
        self.channel = channel
    }

    /// Answers requests until either side closes the connection.
    func run(_ greeting: [ServerStep], _ respond: @Sendable (ServerRequest) -> [ServerStep]) async {
        await withTaskCancellationHandler {
            try? await Self.wrapped(channel).executeThenClose { inbound, _ in
                var reader = RequestReader(inbound.makeAsyncIterator(), connection: number)
                for step in greeting {
                    guard try await perform(step, &reader) else { return }
                }
                while let request = try await reader.next() {
                    log.append(request)
                    for step in respond(request) {
                        guard try await perform(step, &reader) else { return }
                    }
                }
            }
        } onCancel: {
            WireHandler.cut(channel, resetting: false)
        }
    }

    /// Does one step; false where it was the connection's last.
    @concurrent private func perform(_ step: ServerStep, _ reader: inout RequestReader) async throws -> Bool {
        switch step {
        case .send(let bytes): try await send(bytes)
        case .drip(let bytes, let milliseconds): try await drip(bytes, every: milliseconds)
        case .flood(let bytes): while true { try await send(bytes) }
        case .wait(let gate): await gate.wait()
        case .hold: while try await reader.read() != nil {}
        case .close: return false
        case .cut: WireHandler.cut(channel, resetting: false)
        case .reset: WireHandler.cut(channel, resetting: true)
        case .tunnel(let port): try await tunnel(to: port, &reader)
        }
        switch step {
        case .send, .wait: return true
        case .drip, .flood, .hold, .close, .cut, .reset, .tunnel: return false
        }
    }

    private func send(_ bytes: [UInt8]) async throws {
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes)).get()
    }

    private func drip(_ bytes: [UInt8], every milliseconds: Int) async throws {
        while true {
            for byte in bytes {
                try await send([byte])
                try await Task.sleep(for: .milliseconds(milliseconds))
            }
        }
    }

    /// Passes bytes between the client and a port of this computer until one of them has enough.
    @concurrent private func tunnel(to port: Int, _ reader: inout RequestReader) async throws {
        let upstream = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.autoRead, value: false)
            .connect(host: "127.0.0.1", port: port).get()
        let client = channel
        try await Self.wrapped(upstream).executeThenClose { inbound, outbound in
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for try await bytes in inbound { try await client.writeAndFlush(bytes).get() }
                    WireHandler.cut(client, resetting: false)
                }
                while let bytes = try await reader.read() { try await outbound.write(bytes) }
                group.cancelAll()
            }
        }
    }

    /// The channel's bytes; they must be awaited then, which is why this is not done before somebody will.
    private static func wrapped(_ channel: any Channel) async throws -> NIOAsyncChannel<ByteBuffer, ByteBuffer> {
        let wrapped = try await channel.eventLoop.submit {
            guard channel.isActive else { throw ChannelError.ioOnClosedChannel }
            return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
        }.get()
        channel.setOption(.autoRead, value: true).whenFailure { _ in channel.close(promise: nil) }
        return wrapped
    }
}

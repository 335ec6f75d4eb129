import NIOCore
import NIOHTTP1

/// Answers the requests of one connection.
final class SiteHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// No dialog that waits for somebody, no second window, no download (HTML Standard, "sandboxing").
    private static let policy = "sandbox allow-scripts allow-same-origin allow-forms"

    private let site: ServedSite
    private var head: HTTPRequestHead?

    init(_ site: ServedSite) {
        self.site = site
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): self.head = head
        case .body: break
        case .end:
            guard let head else { return }
            self.head = nil
            send(site.answer(to: Self.question(head)), to: head, context)
        }
    }

    /// Chromium says of each request what it is for (Fetch Metadata, section 2).
    private static func question(_ head: HTTPRequestHead) -> ServedSite.Question {
        ServedSite.Question(
            method: head.method.rawValue, target: head.uri,
            isDocument: head.headers.first(name: "sec-fetch-dest") == "document",
            isSpeculative: head.headers.contains(name: "sec-purpose"))
    }

    private func send(_ answer: ServedSite.Answer, to request: HTTPRequestHead, _ context: ChannelHandlerContext) {
        var fields = HTTPHeaders([("Cache-Control", "no-store"), ("Content-Security-Policy", Self.policy)])
        if let type = answer.type { fields.add(name: "Content-Type", value: type) }
        // RFC 9110, section 8.6: a 204 has no length.
        if answer.status != 204 { fields.add(name: "Content-Length", value: "\(answer.bytes.count)") }
        let head = HTTPResponseHead(
            version: request.version, status: HTTPResponseStatus(statusCode: answer.status), headers: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if request.method != .HEAD, !answer.bytes.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.bytes)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

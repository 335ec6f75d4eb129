import HTTPTypes
import Hummingbird
import NIOCore
import NIOHTTP1

/// What a proxy in front of a server answers when something is wrong: no card, and none of the card's fields.
enum ErrorPage {
    static func response(_ status: Int) -> Response {
        let title = "\(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)"
        let page = """
            <!DOCTYPE html>
            <html lang="en">
            <head><meta charset="utf-8"><title>\(title)</title></head>
            <body><h1>\(title)</h1></body>
            </html>

            """
        return Response(
            status: .init(code: status),
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }
}

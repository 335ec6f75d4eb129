/// Something that a server does in answer to a request.
public enum ServerStep: Sendable {
    /// Sends bytes.
    case send([UInt8])
    /// Sends bytes one by one, again and again, until the client leaves.
    case drip([UInt8], everyMilliseconds: Int)
    /// Sends bytes again and again, as fast as the client takes them, until it leaves.
    case flood([UInt8])
    /// Goes on when the gate opens.
    case wait(Gate)
    /// Does nothing until the client leaves.
    case hold
    /// Closes the connection, over TLS with its alert.
    case close
    /// Ends the connection without TLS's alert, as when somebody pulls the plug.
    case cut
    /// Resets the connection.
    case reset
    /// Passes bytes from and to a port of this computer.
    case tunnel(port: Int)

    /// Sends text.
    public static func send(_ text: String) -> ServerStep { .send(Array(text.utf8)) }

    /// Sends a whole response, after which the connection can be used again.
    ///
    /// - Parameters:
    ///   - status: the status code.
    ///   - fields: names and values; Content-Length is added.
    ///   - body: the content.
    /// - Returns: the step.
    public static func respond(
        _ status: Int = 200, _ fields: [(String, String)] = [("Content-Type", "text/html")], body: [UInt8]
    ) -> ServerStep {
        let lines = ["HTTP/1.1 \(status) Status"] + fields.map { "\($0.0): \($0.1)" }
        let head = (lines + ["Content-Length: \(body.count)", "", ""]).joined(separator: "\r\n")
        return .send(Array(head.utf8) + body)
    }

    /// Sends a whole response with text as its content.
    public static func respond(
        _ status: Int = 200, _ fields: [(String, String)] = [("Content-Type", "text/html")], text: String = ""
    ) -> ServerStep {
        respond(status, fields, body: Array(text.utf8))
    }

    /// Sends a redirect.
    ///
    /// - Parameters:
    ///   - location: the value of Location.
    ///   - status: a redirect status.
    /// - Returns: the step.
    public static func redirect(to location: String, status: Int = 302) -> ServerStep {
        respond(status, [("Location", location)])
    }
}

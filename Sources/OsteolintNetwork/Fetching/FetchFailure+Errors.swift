import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOHTTPCompression
import NIOPosix
import NIOSSL
import OsteolintCore

extension FetchFailure {
    /// What an error of the HTTP client means.
    ///
    /// - Parameters:
    ///   - error: the error.
    ///   - host: the host that was asked.
    ///   - hasHead: whether the head of the response had come.
    ///   - limits: what the fetch was allowed.
    init(_ error: any Error, host: String, hasHead: Bool, limits: FetchLimits) {
        switch error {
        case let failure as FetchFailure: self = failure
        case is CancellationError: self = .interrupted
        case let error as HTTPClientError: self.init(error, host: host, hasHead: hasHead, limits: limits)
        case NIOHTTPDecompression.DecompressionError.limit: self = .tooLarge(limit: limits.cardBytes)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            self = .notHTTP(detail: "its content cannot be decompressed")
        case HTTPParserError.invalidEOFState, HTTPParserError.closedConnection:
            self = hasHead ? .cutOff : .unreachable(host: host, detail: Self.closed)
        case is any NIOHTTP2Error:
            self = hasHead ? .cutOff : .unreachable(host: host, detail: "it broke the stream off")
        case let error as HTTPParserError: self = .notHTTP(detail: Self.words(for: error))
        case NIOSSLError.uncleanShutdown:
            self = hasHead ? .cutOff : .unreachable(host: host, detail: Self.closed)
        case let error as NIOSSLError: self = .tls(host: host, detail: Self.words(for: error))
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            self = .tls(host: host, detail: "the certificate is for another host")
        case let error as NIOSSLExtraError: self = .tls(host: host, detail: error.description)
        case let error as BoringSSLError: self = .tls(host: host, detail: "\(error)")
        case let error as IOError: self.init(error, host: host, hasHead: hasHead)
        case let error as NIOConnectionError:
            self = .unreachable(host: host, detail: Self.words(for: error))
        case ChannelError.connectTimeout, ChannelError.eof, ChannelError.inputClosed, ChannelError.ioOnClosedChannel:
            self = hasHead ? .cutOff : .unreachable(host: host, detail: Self.closed)
        default: self = hasHead ? .notHTTP(detail: "\(error)") : .unreachable(host: host, detail: "\(error)")
        }
    }

    private static let closed = "it closed the connection without an answer"

    private init(_ error: HTTPClientError, host: String, hasHead: Bool, limits: FetchLimits) {
        switch error {
        case .connectTimeout, .socksHandshakeTimeout, .httpProxyHandshakeTimeout:
            self = .unreachable(host: host, detail: "nobody answered within \(limits.connectTime)")
        case .tlsHandshakeTimeout:
            self = .tls(host: host, detail: "the handshake did not end within \(limits.connectTime)")
        case .cancelled: self = .interrupted
        case .deadlineExceeded, .readTimeout, .getConnectionFromPoolTimeout: self = .timedOut(seconds: limits.seconds)
        case .remoteConnectionClosed, .uncleanShutdown, .requestStreamCancelled:
            self = hasHead ? .cutOff : .unreachable(host: host, detail: Self.closed)
        case .invalidProxyResponse, .proxyAuthenticationRequired:
            self = .unreachable(host: host, detail: "the proxy refused: \(error.shortDescription.lowercased())")
        default: self = .notHTTP(detail: error.shortDescription.lowercased())
        }
    }

    private init(_ error: IOError, host: String, hasHead: Bool) {
        let reset = error.errnoCode == ECONNRESET || error.errnoCode == EPIPE
        guard !hasHead else {
            self = .cutOff
            return
        }
        self = .unreachable(host: host, detail: reset ? "it reset the connection" : Self.words(for: error))
    }

    private static func words(for error: IOError) -> String {
        switch error.errnoCode {
        case ECONNREFUSED: "it refused the connection"
        case ENETUNREACH, EHOSTUNREACH: "there is no way to it"
        case ETIMEDOUT: "nobody answered"
        default: error.description
        }
    }

    private static func words(for error: NIOConnectionError) -> String {
        for failure in error.connectionErrors {
            if let error = failure.error as? IOError { return words(for: error) }
            if case ChannelError.connectTimeout = failure.error { return "nobody answered" }
        }
        return error.dnsAError ?? error.dnsAAAAError != nil ? "its name was not found" : "the connection failed"
    }

    private static func words(for error: HTTPParserError) -> String {
        switch error {
        case .headerOverflow: "its head is too large"
        case .invalidVersion, .invalidConstant, .invalidStatus: "it does not begin with a status line"
        case .invalidHeaderToken, .invalidCharactersUsed: "a header field holds bytes that none may have"
        case .invalidContentLength, .unexpectedContentLength: "its Content-Length contradicts itself"
        case .invalidChunkSize: "its chunks are not well-formed"
        default: "\(error)"
        }
    }

    private static func words(for error: NIOSSLError) -> String {
        guard case .handshakeFailed(let reason) = error else { return "\(error)" }
        let text = "\(reason)"
        if text.contains("CERTIFICATE_VERIFY_FAILED") {
            return "its certificate has expired, is for another host, or is signed by an authority that is not trusted"
        }
        if text.contains("WRONG_VERSION_NUMBER") { return "it does not talk TLS on this port" }
        return "the handshake failed (\(text))"
    }
}

extension FetchLimits {
    /// `connectSeconds` in words.
    fileprivate var connectTime: String {
        let isWhole = connectSeconds == connectSeconds.rounded()
        return (isWhole ? String(Int(connectSeconds)) : String(connectSeconds)) + " seconds"
    }
}

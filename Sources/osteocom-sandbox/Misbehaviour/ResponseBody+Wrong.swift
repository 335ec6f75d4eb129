import Hummingbird
import NIOCore

extension ResponseBody {
    /// Thrown in the middle of a body, so that the server closes the connection or resets the stream.
    struct CutOff: Error {}

    /// The bytes of a piece that a long body is made of.
    private static let pieceSize = 1 << 16

    /// A body of an exact size: the beginning of the bytes, and spaces behind them.
    static func padded(_ bytes: ByteBuffer, to size: Int) -> ResponseBody {
        ResponseBody(contentLength: size) { writer in
            let start = bytes.getSlice(at: bytes.readerIndex, length: min(size, bytes.readableBytes)) ?? bytes
            try await writer.write(start)
            let piece = ByteBuffer(repeating: UInt8(ascii: " "), count: pieceSize)
            var rest = size - start.readableBytes
            while rest > 0 {
                try await writer.write(piece.getSlice(at: 0, length: min(rest, pieceSize)) ?? piece)
                rest -= pieceSize
            }
            try await writer.finish(nil)
        }
    }

    /// A body that ends before the length that was announced; it is padded with spaces where it is too short.
    static func cut(_ bytes: ByteBuffer, after count: Int) -> ResponseBody {
        var sent = bytes.getSlice(at: bytes.readerIndex, length: min(count, bytes.readableBytes)) ?? bytes
        sent.writeRepeatingByte(UInt8(ascii: " "), count: count - sent.readableBytes)
        return ResponseBody(contentLength: max(bytes.readableBytes, count + 1)) { [sent] writer in
            if sent.readableBytes > 0 { try await writer.write(sent) }
            throw CutOff()
        }
    }

    /// A body that goes on and on, the bytes first and then spaces, ten times a second or less often.
    static func dripping(_ bytes: ByteBuffer, bytesPerSecond rate: Int) -> ResponseBody {
        let piece = max(1, rate / 10)
        return ResponseBody { writer in
            var rest = bytes
            while true {
                var next = rest.readSlice(length: min(piece, rest.readableBytes)) ?? ByteBuffer()
                next.writeRepeatingByte(UInt8(ascii: " "), count: piece - next.readableBytes)
                try await writer.write(next)
                try await Task.sleep(for: .seconds(Double(piece) / Double(rate)))
            }
        }
    }
}

import Foundation

/// A loopback port at which nobody listens, and nobody else can, as long as this is there.
final class ClosedPort: Sendable {
    /// Its number.
    let number: Int
    private let descriptor: Int32

    /// Takes any port that is free.
    ///
    /// - Throws: `RenderFailure.system` where there is none.
    init() throws(RenderFailure) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .failed("socket") }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = descriptor
        let result = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                // Bound but not listening: whoever connects is refused.
                bind(descriptor, address, size) == 0 && getsockname(descriptor, address, &size) == 0
            }
        }
        guard result else {
            let failure = RenderFailure.failed("bind")
            close(descriptor)
            throw failure
        }
        number = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}

public import Foundation

/// A call of the system that failed in a test.
public struct SystemError: Error, CustomStringConvertible {
    /// The call, and what the system says of it.
    public let description: String

    /// Makes an error; by default with the number of the call that failed last.
    public init(_ call: String, _ number: Int32 = errno) {
        description = "\(call): \(String(cString: strerror(number)))"
    }
}

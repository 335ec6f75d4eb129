import Foundation

/// A call of the system that failed in a test.
struct SystemError: Error, CustomStringConvertible {
    let description: String

    init(_ call: String, _ number: Int32 = errno) {
        description = "\(call): \(String(cString: strerror(number)))"
    }
}

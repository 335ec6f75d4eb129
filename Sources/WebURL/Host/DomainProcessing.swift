import CICU

/// Internationalised domain names by UTS #46, with the options of the URL Standard, section 3.3.
enum DomainProcessing {
    /// The handle of ICU's processor.
    ///
    /// ICU promises that one processor serves any number of threads at once, and it is never closed.
    private struct Processor: @unchecked Sendable {
        let handle = cicu_idna_open()
    }

    private typealias Conversion = (OpaquePointer?, UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32)
        -> CICUDomainResult

    private static let processor = Processor()

    /// The domain with every label that is not ASCII written in Punycode.
    ///
    /// - Throws: `.invalidPunycode` or `.invalidDomain` where UTS #46 refuses the domain.
    static func asciiForm(of domain: String) throws(URLParseFailure) -> String {
        guard let result = convert(NewerMappings.apply(to: domain), cicu_idna_to_ascii) else {
            throw .invalidDomain(domain)
        }
        let errors = result.errors & ~cicu_idna_lenient_errors
        guard errors & cicu_idna_punycode_errors == 0 else { throw .invalidPunycode(domain) }
        guard errors == 0 else { throw .invalidDomain(domain) }
        return result.text
    }

    /// The domain with its `xn--` labels decoded, or nil where UTS #46 refuses it.
    static func unicodeForm(of domain: String) -> String? {
        let hasEncodedLabel = domain.split(separator: ".").contains { $0.hasPrefix("xn--") }
        guard hasEncodedLabel else { return domain }
        guard let result = convert(domain, cicu_idna_to_unicode) else { return nil }
        return result.errors & ~cicu_idna_lenient_errors == 0 ? result.text : nil
    }

    private static func convert(_ domain: String, _ conversion: Conversion) -> (text: String, errors: UInt32)? {
        guard let handle = processor.handle, var length = Int32(exactly: domain.utf8.count) else { return nil }
        let input = domain.utf8.map { CChar(bitPattern: $0) }
        length = max(length, 64)
        // The first attempt tells how long the result is where it does not fit.
        for _ in 1...2 {
            var output = [CChar](repeating: 0, count: Int(length))
            let result = conversion(handle, input, Int32(input.count), &output, length)
            guard result.complete == 0 else {
                let bytes = output.prefix(Int(result.length)).map { UInt8(bitPattern: $0) }
                return (String(decoding: bytes, as: UTF8.self), result.errors)
            }
            length = max(length, result.length)
        }
        return nil
    }
}

/// The names of parameters in paths: letters, digits and underscores.
enum ParameterName {
    /// Whether a name can begin so: not with a digit, which would be a port.
    static func begins(with byte: UInt8) -> Bool {
        contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte)
    }

    /// Whether a byte can stand in a name.
    static func contains(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}

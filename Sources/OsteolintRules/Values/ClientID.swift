import OsteolintCore

/// What a client id looks like: 8 to 64 letters, digits, `_` and `-`.
enum ClientID {
    static let lengths = 8...64

    /// What is wrong with the value of a `clientId`, or nil.
    static func fault(of parameter: EmbedParameter, in rendering: Rendering) -> String? {
        if let placeholder = parameter.placeholder, placeholder != .stockWord {
            return placeholder.isExpected(in: rendering) ? nil : PlaceholderWording.message(parameter, placeholder)
        }
        let scalars = Array(parameter.value.unicodeScalars)
        if let position = scalars.firstIndex(where: { !isAllowed($0) }) {
            return
                "clientId has \(Quoted.scalar(scalars[position])) at position \(position + 1), which no client id has"
        }
        guard !lengths.contains(scalars.count) else { return nil }
        let count = scalars.count == 1 ? "1 character" : "\(scalars.count) characters"
        return "clientId has \(count); a client id has \(lengths.lowerBound) to \(lengths.upperBound)"
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_", "-": true
        default: false
        }
    }
}

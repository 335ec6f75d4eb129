/// Whose a secret is, by what stands around it.
struct SecretSurroundings {
    let reader: LiteralReader
    let hosts: OsteocomMention

    private static let longestURL = 1024
    private static let farthestObject = 600
    private static let farthestCall = 400

    /// The host of the URL that an offset lies in: true for Osteocom's, false for another, nil outside of URLs.
    func isInURLOfOsteocom(_ offset: Int) -> Bool? {
        let before = reader.bytes[..<offset].suffix(Self.longestURL).reversed()
        let run = before.prefix { $0 > 0x20 && !"\"'`<>(){},".utf8.contains($0) }
        return host(in: reader.bytes[(offset - run.count)..<offset]).map(hosts.isOsteocom)
    }

    /// Whether the file beside an offset is another service's: the settings that it gives its clients to download.
    func isBesideAddressOfOthers(_ offset: Int) -> Bool {
        let stretch = reader.bytes[
            max(0, offset - Self.farthestCall)..<min(reader.bytes.count, offset + Self.farthestCall)]
        return stretch.withUnsafeBytes(Self.addressesOfOthers.isFound)
    }

    private static let addressesOfOthers = WordScan(
        ["googleusercontent.com", "accounts.google.com", "login.microsoftonline.com", "oauth2.googleapis.com"]
            .map { Array($0.utf8) })

    /// Whether an object or a call that encloses an offset has the name of another service: `stripe: { … }`.
    func isInObjectOfOthers(_ offset: Int) -> Bool {
        var depth = 0
        var index = offset - 1
        var levels = 0
        while index >= max(0, offset - Self.farthestObject), levels < 3 {
            switch reader.bytes[index] {
            case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth += 1
            case UInt8(ascii: "{"), UInt8(ascii: "("), UInt8(ascii: "["):
                depth -= 1
                guard depth < 0 else { break }
                depth = 0
                levels += 1
                if ForeignCredential.isNameOfService(name(before: index)) { return true }
            default: break
            }
            index -= 1
        }
        return false
    }

    /// Whether the call that a header stands in goes to another host: `fetch("https://api.example/…", { headers: …`.
    func isInCallToOthers(_ offset: Int) -> Bool {
        if isInCommandToOthers(offset) { return true }
        let start = max(0, offset - Self.farthestCall)
        var index = offset - 1
        while index > start {
            defer { index -= 1 }
            guard reader.stands("://", at: index) else { continue }
            let scheme = reader.bytes[..<index].suffix(5).reversed().prefix(while: ASCII.isLetter).count
            guard scheme > 3, isArgument(index - scheme) else { return false }
            let end = reader.bytes[index...].prefix(Self.longestURL).firstIndex {
                $0 <= 0x20 || "\"'`<>\\".utf8.contains($0)
            }
            return host(in: reader.bytes[(index - scheme)..<(end ?? offset)]).map { !hosts.isOsteocom($0) } ?? false
        }
        return false
    }

    /// Whether a header is an argument of `curl`, and the first URL among the arguments is another host's.
    private func isInCommandToOthers(_ offset: Int) -> Bool {
        let start = max(0, offset - Self.farthestCall)
        guard let command = (start..<offset).last(where: { reader.stands("curl", at: $0) }) else { return false }
        // Highlighted code has tags within URLs.
        var isInTag = false
        var text: [UInt8] = []
        for byte in reader.bytes[command...].prefix(3 * Self.farthestCall) {
            if byte == UInt8(ascii: "<") { isInTag = true }
            if !isInTag { text.append(byte) }
            if byte == UInt8(ascii: ">") { isInTag = false }
        }
        guard let slashes = LiteralReader(bytes: text).first("://") else { return false }
        let end = text[slashes...].firstIndex { $0 <= 0x20 || "\"'`\\&".utf8.contains($0) }
        return host(in: text[slashes..<(end ?? text.count)]).map { !hosts.isOsteocom($0) } ?? false
    }

    /// Whether a URL that begins at an offset is an argument of a call, or stands under a name for one.
    private func isArgument(_ offset: Int) -> Bool {
        var index = offset - 1
        while index > 0, "\"'`\\ \n".utf8.contains(reader.bytes[index]) { index -= 1 }
        guard index > 0 else { return false }
        if reader.bytes[index] == UInt8(ascii: "(") { return true }
        guard ":=".utf8.contains(reader.bytes[index]) else { return false }
        let name = name(before: index).lowercased()
        return ["url", "uri", "endpoint", "host", "api", "href", "issuer"].contains { name.hasSuffix($0) }
    }

    /// The identifier before a bracket or separator, with what may stand between.
    private func name(before index: Int) -> String {
        var end = index
        while end > 0, index - end < 24, ":= \t\n\"'\\({[".utf8.contains(reader.bytes[end - 1]) { end -= 1 }
        let letters = reader.bytes[..<end].suffix(48).reversed().prefix { reader.isIdentifierByte($0) || $0 == 0x2E }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The host of the first URL in a run of text, in lower case.
    private func host(in run: ArraySlice<UInt8>) -> String? {
        let run = run.filter { $0 != UInt8(ascii: "\\") }
        guard let slash = run.indices.dropLast().first(where: { run[$0] == 0x2F && run[$0 + 1] == 0x2F }) else {
            return nil
        }
        let authority = run[(slash + 2)...].prefix { !"/?#:&".utf8.contains($0) }
        return authority.isEmpty ? nil : String(decoding: authority.map(ASCII.lowercase), as: UTF8.self)
    }
}

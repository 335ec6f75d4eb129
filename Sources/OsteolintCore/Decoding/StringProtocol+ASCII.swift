extension StringProtocol {
    /// Whether an ASCII text stands somewhere in this one.
    ///
    /// It compares bytes: the library's search compares characters, and takes a hundred times as long.
    func contains(ascii text: StaticString) -> Bool {
        utf8.withContiguousStorageIfAvailable { ASCII.contains($0, text) }
            ?? Array(utf8).withUnsafeBufferPointer { ASCII.contains($0, text) }
    }
}

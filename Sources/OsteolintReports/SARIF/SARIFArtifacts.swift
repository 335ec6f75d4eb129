/// Writes where files are, as *artifact locations* (SARIF, section 3.4).
struct SARIFArtifacts {
    /// Most findings stand in the file of the one before.
    private var last: (path: String, uri: URIReference)?

    /// Writes the location of a file as the member `artifactLocation`.
    mutating func write(_ path: String, to json: JSONWriter) {
        let uri = reference(path)
        json.object("artifactLocation") {
            json.member("uri", uri.text)
            if uri.isRelative { json.member("uriBaseId", "%SRCROOT%") }
        }
    }

    private mutating func reference(_ path: String) -> URIReference {
        if let last, last.path == path { return last.uri }
        let uri = URIReference(path: path)
        last = (path, uri)
        return uri
    }
}

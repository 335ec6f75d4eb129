/// Why the sandbox could not start; exit status 1.
enum StartError: Error, CustomStringConvertible {
    case portTaken(port: Int, host: String)
    case cannotListen(port: Int, host: String, reason: String)
    case cannotWriteAuthority(path: String, reason: String)

    var description: String {
        switch self {
        case .portTaken(let port, let host):
            "port \(port) of \(host) is taken; choose another one, or 0 for any that is free"
        case .cannotListen(let port, let host, let reason):
            "cannot listen on port \(port) of \(host): \(reason); choose another host or port"
        case .cannotWriteAuthority(let path, let reason):
            "cannot write the authority's certificate to \(path): \(reason); choose another file with --ca-file"
        }
    }
}

/// Why the sandbox could not start; exit status 1.
enum StartError: Error, CustomStringConvertible {
    case portTaken(port: Int, host: String)
    case cannotListen(port: Int, host: String, reason: String)
    case cannotWriteAuthority(path: String, reason: String)
    case cannotReadState(path: String, reason: String)
    case cannotWriteState(path: String, reason: String)
    case wrongState(path: String, problem: String)

    var description: String {
        switch self {
        case .portTaken(let port, let host):
            "port \(port) of \(host) is taken; choose another one, or 0 for any that is free"
        case .cannotListen(let port, let host, let reason):
            "cannot listen on port \(port) of \(host): \(reason); choose another host or port"
        case .cannotWriteAuthority(let path, let reason):
            "cannot write the authority's certificate to \(path): \(reason); choose another file with --ca-file"
        case .cannotReadState(let path, let reason):
            "cannot read the state from \(path): \(reason); choose another file with --state"
        case .cannotWriteState(let path, let reason):
            "cannot write the state to \(path): \(reason); choose another file with --state"
        case .wrongState(let path, let problem):
            "\(path) \(problem); mend it, move it away to begin anew, or choose another file with --state"
        }
    }
}

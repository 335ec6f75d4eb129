extension OriginProblem {
    /// What is wrong, in lower case and without a full stop.
    public var fault: String { wording.fault }

    /// What to write or do, in lower case and without a full stop.
    public var cure: String { wording.cure }

    private var wording: (fault: String, cure: String) {
        switch self {
        case .empty: ("nothing is written", "write where your pages are, such as https://lms.partner.com")
        case .whitespace: ("it has white space or unseen characters", "take out every space, tab and line end")
        case .missingScheme:
            ("it does not begin with exactly https:// or http://", "write https:// and then the host, nothing before")
        case .unsupportedScheme:
            ("its scheme is not https", "write the https:// address at which visitors open the page")
        case .opaque:
            ("a page there has no origin to name", "write the https:// address at which visitors open the page")
        default: isError ? wordingOfParts : wordingOfWarnings
        }
    }

    private var wordingOfParts: (fault: String, cure: String) {
        switch self {
        case .userinfo:
            ("a user name or password stands before the @", "leave that out, and change a password that was real")
        case .wildcard:
            ("it has a *, and Osteocom takes exact origins only", "write each host out, as an origin of its own")
        case .nonASCII:
            ("the host has characters that are not ASCII", "write the host in its ASCII form, as browsers send it")
        case .invalidHost:
            (
                "the host is not written as that of a web site",
                "copy the host from the browser's address bar: letters, digits and hyphens, with dots between"
            )
        case .invalidPort:
            (
                "the port is not written as a port",
                "write a number from 1 to 65535 without zeros in front, or leave the colon out too"
            )
        case .trailingSlash: ("there is a slash at the end", "leave the slash out")
        case .path: ("there is a path behind the host", "end after the host; that covers all of its pages")
        case .query: ("there is a query, which begins at the ?", "end after the host; that covers all of its pages")
        default: ("there is a fragment, which begins at the #", "end after the host; that covers all of its pages")
        }
    }

    private var wordingOfWarnings: (fault: String, cure: String) {
        switch self {
        case .insecureScheme:
            ("over plain http anybody on the way can change the page", "serve the pages over https, and send that")
        case .uppercase: ("it has capitals, which browsers write small", "write small letters only")
        case .defaultPort:
            ("the port is the scheme's own, which browsers leave out", "leave out the colon and the port")
        case .ipAddress:
            ("the host is an IP address, which may change hands", "give the pages a host name, and send that")
        case .loopback:
            ("visitors cannot open it: it means each one's own machine", "send the origin that visitors use")
        default: ("the same origin is declared above", "leave it out here")
        }
    }
}

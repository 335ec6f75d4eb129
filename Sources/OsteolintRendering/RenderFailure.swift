import Foundation
public import OsteolintCore

/// Why a page could not be rendered.
public enum RenderFailure: Error, Sendable, Hashable {
    /// It did not become quiet in time.
    case timedOut(Duration)
    /// It became larger than so many bytes.
    case tooLarge(limit: Int)
    /// The browser held more than so many bytes for it.
    case tooMuchMemory(limit: Int)
    /// The browser ended without a page.
    case nothing
    /// The browser does not run without its sandbox, which this computer does not let it have.
    case noSandbox
    /// The page has nothing in it any more.
    case empty
    /// The page has left for another document, which was not reached.
    case left
    /// The run was interrupted.
    case interrupted
    /// The system refused something.
    case system(call: String, reason: String)

    /// A call of the system that failed; by default the last one.
    static func failed(_ call: String, _ number: Int32 = errno) -> RenderFailure {
        .system(call: call, reason: String(cString: strerror(number)))
    }

    /// Why, in words, and what to do.
    public var message: String {
        switch self {
        case .timedOut(let time):
            "its scripts did not come to rest within \(time.components.seconds) s; give them more with --render-timeout"
        case .tooLarge(let limit): "its scripts made it larger than \(limit) bytes"
        case .tooMuchMemory(let limit): "its scripts took more than \(limit >> 20) MB of memory"
        case .nothing: "the browser ended without giving the page back; does it start at all?"
        case .noSandbox:
            "the browser cannot lock pages into its sandbox here; allow user namespaces, or run in a container as root"
        case .empty: "its scripts left nothing of it, or led to an empty document"
        case .left:
            "its scripts led to another document, which was not reached; name its host with --render-allow if you trust it"
        case .interrupted: "the run was interrupted"
        case .system(let call, let reason): "the browser could not be started: \(call): \(reason)"
        }
    }

    /// The reason as reports have it.
    public var reason: Failure.Reason {
        switch self {
        case .timedOut: .timedOut
        case .tooLarge: .tooLarge
        case .interrupted: .interrupted
        case .tooMuchMemory, .nothing, .noSandbox, .empty, .left, .system: .notRendered
        }
    }
}

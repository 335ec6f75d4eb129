public import ContentSecurityPolicy

/// What of a frame's element decides how policies of its page treat it.
public struct EmbedLoading: Sendable, Hashable {
    /// What loads the document.
    public let element: LoadingElement
    /// Whether the frame is an `iframe` with `credentialless`, whose document has no session and need not opt in.
    public let isCredentialless: Bool

    /// Makes what decides; by default that of a plain `iframe`.
    public init(element: LoadingElement = .frame, isCredentialless: Bool = false) {
        self.element = element
        self.isCredentialless = isCredentialless
    }

    init(_ frame: Frame) {
        element = frame.element == "object" || frame.element == "embed" ? .plugIn : .frame
        isCredentialless = frame.element == "iframe" && frame.attribute("credentialless") != nil
    }
}

/// What is known of a page from the browser's events.
struct PageState: Sendable {
    struct Frame: Sendable {
        let id: String
        var parent: String?
        /// The session that speaks of the frame's document.
        var session: String
        var url = "about:blank"
        var unreachableURL: String?
        var loader: String?
        var isLoading = false
        /// Whether the session began after the document did: then only the document's `load` event tells its end.
        var isAttachedLate = false
        /// Frames count from the oldest.
        let number: Int
    }

    struct Context: Sendable {
        let frame: String
        let session: String
    }

    let topFrame: String
    let topSession: String
    private(set) var sessions: Set<String>
    private(set) var frames: [String: Frame] = [:]
    /// The script contexts of the frames' own documents, by the browser's name of each.
    private(set) var contexts: [String: Context] = [:]
    /// The loads of the top frame whose `load` event is over.
    private(set) var loadedLoaders: Set<String> = []
    /// How many documents the top frame has had.
    private(set) var topDocumentCount = 0
    private(set) var messages: [ConsoleMessage] = []
    private(set) var requests: [SeenRequest] = []
    /// Why a request failed, by its id.
    private(set) var failures: [String: String] = [:]
    private var frameCount = 0

    init(topFrame: String, topSession: String) {
        self.topFrame = topFrame
        self.topSession = topSession
        sessions = [topSession]
        insert(topFrame, parent: nil, session: topSession)
    }

    /// Whether the document of the top frame and of every frame below it are there.
    var isLoaded: Bool {
        guard let loader = frames[topFrame]?.loader, loadedLoaders.contains(loader) else { return false }
        return !frames.values.contains { $0.isLoading }
    }

    /// The frames that are there, the oldest first.
    var framesByAge: [Frame] { frames.values.sorted { $0.number < $1.number } }

    /// What a wait that was in vain tells.
    var summary: String {
        let lines = framesByAge.map { "\($0.unreachableURL ?? $0.url) \($0.isLoading ? "loading" : "loaded")" }
        return (lines + messages.suffix(5).map { "\($0.level): \($0.text)" }).joined(separator: "; ")
    }

    /// The script context of a frame's own document.
    func context(of frame: Frame) -> String? {
        contexts.first { $0.value.frame == frame.id && $0.value.session == frame.session }?.key
    }

    /// Takes in an event of one of the page's sessions.
    mutating func apply(_ event: DevToolsEvent) {
        guard let session = event.session, sessions.contains(session) else { return }
        let domain = event.method.prefix { $0 != "." }
        switch domain {
        case "Page": applyPage(event.method, event.parameters, session)
        case "Target": applyTarget(event.method, event.parameters, session)
        case "Runtime": applyRuntime(event.method, event.parameters, session)
        case "Network": applyNetwork(event.method, event.parameters)
        case "Log": applyLog(event.parameters["entry"])
        default: break
        }
    }

    /// Takes in what the browser, asked for it, says of the frames of a session.
    mutating func setTree(_ tree: JSON, session: String) {
        guard sessions.contains(session) else { return }
        setDocument(tree["frame"], session: session)
        for child in tree["childFrames"].items { setTree(child, session: session) }
    }

    private mutating func setDocument(_ document: JSON, session: String) {
        guard let id = document["id"].text else { return }
        if frames[id] == nil { insert(id, parent: document["parentId"].text, session: session) }
        frames[id]?.session = session
        frames[id]?.url = (document["url"].text ?? "") + (document["urlFragment"].text ?? "")
        frames[id]?.unreachableURL = document["unreachableUrl"].text
        frames[id]?.loader = document["loaderId"].text
    }

    /// A new document has no frames yet; those of the old one are not always said to go.
    private mutating func startDocument(_ document: JSON, session: String) {
        guard let id = document["id"].text else { return }
        removeChildren(of: id)
        setDocument(document, session: session)
        if id == topFrame { topDocumentCount += 1 }
    }

    private mutating func insert(_ id: String, parent: String?, session: String) {
        frameCount += 1
        frames[id] = Frame(id: id, parent: parent, session: session, number: frameCount)
    }

    private mutating func applyPage(_ method: String, _ parameters: JSON, _ session: String) {
        let id = parameters["frameId"].text ?? ""
        switch method {
        case "Page.frameAttached":
            if frames[id] == nil { insert(id, parent: parameters["parentFrameId"].text, session: session) }
            frames[id]?.session = session
        case "Page.frameNavigated": startDocument(parameters["frame"], session: session)
        case "Page.navigatedWithinDocument": frames[id]?.url = parameters["url"].text ?? ""
        case "Page.frameStartedLoading": setLoading(id, true, session)
        case "Page.frameStoppedLoading": setLoading(id, false, session)
        // A frame that is swapped goes on in another process, whose session tells of it.
        case "Page.frameDetached" where parameters["reason"].text != "swap": remove(id)
        case "Page.lifecycleEvent" where parameters["name"].text == "load":
            if id == topFrame, let loader = parameters["loaderId"].text { loadedLoaders.insert(loader) }
            if frames[id]?.isAttachedLate == true { setLoading(id, false, session) }
        default: break
        }
    }

    private mutating func setLoading(_ id: String, _ isLoading: Bool, _ session: String) {
        guard frames[id]?.session == session else { return }
        frames[id]?.isLoading = isLoading
    }

    private mutating func remove(_ id: String) {
        frames[id] = nil
        removeChildren(of: id)
    }

    private mutating func removeChildren(of id: String) {
        for child in frames.values where child.parent == id { remove(child.id) }
    }

    private mutating func applyTarget(_ method: String, _ parameters: JSON, _ session: String) {
        guard let child = parameters["sessionId"].text else { return }
        if method == "Target.attachedToTarget", parameters["targetInfo"]["type"].text == "iframe" {
            let id = parameters["targetInfo"]["targetId"].text ?? ""
            sessions.insert(child)
            if frames[id] == nil { insert(id, parent: parameters["targetInfo"]["parentFrameId"].text, session: child) }
            frames[id]?.session = child
            frames[id]?.isLoading = true
            frames[id]?.isAttachedLate = parameters["waitingForDebugger"].bool != true
        } else if method == "Target.detachedFromTarget" {
            sessions.remove(child)
            contexts = contexts.filter { $0.value.session != child }
            for frame in frames.values where frame.session == child {
                frames[frame.id]?.session = session
                frames[frame.id]?.isLoading = false
            }
        }
    }

    private mutating func applyRuntime(_ method: String, _ parameters: JSON, _ session: String) {
        switch method {
        case "Runtime.executionContextCreated":
            let context = parameters["context"]
            guard context["auxData"]["isDefault"].bool == true, let id = context["uniqueId"].text,
                let frame = context["auxData"]["frameId"].text
            else { return }
            contexts[id] = Context(frame: frame, session: session)
        case "Runtime.executionContextDestroyed":
            contexts[parameters["executionContextUniqueId"].text ?? ""] = nil
        case "Runtime.executionContextsCleared":
            contexts = contexts.filter { $0.value.session != session }
        case "Runtime.consoleAPICalled":
            let text = parameters["args"].items.map(Self.shown).joined(separator: " ")
            let level = parameters["type"].text ?? ""
            messages.append(ConsoleMessage(source: .console, level: level, text: text))
        case "Runtime.exceptionThrown":
            let text = Self.reason(parameters["exceptionDetails"])
            messages.append(ConsoleMessage(source: .exception, level: "error", text: text))
        default: break
        }
    }

    private mutating func applyNetwork(_ method: String, _ parameters: JSON) {
        guard let id = parameters["requestId"].text else { return }
        if method == "Network.requestWillBeSent" {
            let request = SeenRequest(
                id: id, url: parameters["request"]["url"].text ?? "",
                method: parameters["request"]["method"].text ?? "",
                type: parameters["type"].text ?? "", frame: parameters["frameId"].text)
            // The document of a frame in another process is told of by both processes.
            if !requests.contains(where: { $0.id == id && $0.url == request.url }) { requests.append(request) }
        } else if method == "Network.loadingFailed" {
            let reasons = [parameters["errorText"].text, parameters["blockedReason"].text]
            failures[id] = reasons.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        }
    }

    private mutating func applyLog(_ entry: JSON) {
        guard let text = entry["text"].text else { return }
        messages.append(ConsoleMessage(source: .browser, level: entry["level"].text ?? "", text: text))
    }

    /// The text of a remote object, as the console shows it.
    private static func shown(_ object: JSON) -> String {
        switch object["value"] {
        case .string(let text): text
        case .number(let number): object["description"].text ?? "\(number)"
        case .bool(let bool): "\(bool)"
        default: object["description"].text ?? object["unserializableValue"].text ?? object["type"].text ?? ""
        }
    }

    /// What an exception says of itself.
    static func reason(_ details: JSON) -> String {
        let exception = details["exception"]
        return exception["description"].text ?? exception["value"].text ?? details["text"].text ?? "an exception"
    }
}

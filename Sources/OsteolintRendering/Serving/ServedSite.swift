import Synchronization

/// What a server answers while one page is rendered: the page itself, once, and the files around it.
final class ServedSite: Sendable {
    /// What is asked.
    struct Question {
        let method: String
        /// The path and query, as sent.
        let target: String
        /// Whether the answer would take the place of the page, and not only become a part of it.
        let isDocument: Bool
        /// Whether nobody needs the answer yet.
        let isSpeculative: Bool
    }

    /// What is answered.
    struct Answer: Equatable {
        let status: Int
        var type: String?
        var bytes: [UInt8] = []
    }

    private struct State {
        var wasHandedOut = false
        var files: Set<String> = []
    }

    /// How many files are remembered.
    private static let remembered = 10_000

    private let page: SitePage
    private let folder: SiteFolder
    private let state = Mutex(State())

    /// Makes the answers for a page in a folder.
    init(_ page: SitePage, in folder: SiteFolder) {
        self.page = page
        self.folder = folder
    }

    /// Whether the browser has got the page.
    var wasHandedOut: Bool { state.withLock(\.wasHandedOut) }
    /// The paths below the folder of the files that the page has asked for.
    var files: Set<String> { state.withLock(\.files) }

    /// Answers a question.
    func answer(to question: Question) -> Answer {
        guard question.method == "GET" || question.method == "HEAD" else { return Answer(status: 405) }
        guard !question.isSpeculative else { return Answer(status: 503) }
        let path = question.target.prefix { $0 != "?" && $0 != "#" }
        guard !question.isDocument else { return document(path) }
        guard path != page.path[...] else { return pageAnswer }
        guard let file = folder.file(at: path) else { return Answer(status: 404) }
        state.withLock { state in
            if state.files.count < Self.remembered { state.files.insert(file.path) }
        }
        return Answer(status: 200, type: file.type, bytes: file.bytes)
    }

    /// The page the first time; a page that leads elsewhere stays where it is: 204 does that (HTML Standard, "navigate").
    private func document(_ path: Substring) -> Answer {
        guard path == page.path[...] else { return Answer(status: 204) }
        let isFirst = state.withLock { state in
            defer { state.wasHandedOut = true }
            return !state.wasHandedOut
        }
        return isFirst ? pageAnswer : Answer(status: 204)
    }

    private var pageAnswer: Answer { Answer(status: 200, type: page.type, bytes: page.bytes) }
}

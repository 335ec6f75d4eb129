import Hummingbird

/// What is known of a request while it is answered.
struct SandboxContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// What is asked; `QuestionMiddleware` reads it once.
    var question = Question(target: "/")

    init(source: Source) {
        coreContext = CoreRequestContextStorage(source: source)
    }
}

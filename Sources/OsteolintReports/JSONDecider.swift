import ContentSecurityPolicy

/// What decided about framing, as JSON.
struct JSONDecider: Encodable {
    let header: String
    let policy: Nullable<Int>
    let expression, value: Nullable<String>

    init(_ decider: Decider) {
        switch decider {
        case .policy(let index, let expression):
            header = "Content-Security-Policy"
            policy = Nullable(index)
            self.expression = Nullable(expression)
            value = Nullable(nil)
        case .frameOptions(let text):
            header = "X-Frame-Options"
            policy = Nullable(nil)
            expression = Nullable(nil)
            value = Nullable(text)
        }
    }
}

import OsteocomAPI
import Testing

@Suite("A walk through the API covers its reference")
struct WalkReferenceTests {
    @Test("Every endpoint is called")
    func endpoints() {
        #expect(Set(WalkCall.allCases.map(\.endpoint)) == Set(Endpoint.allCases))
    }

    @Test("Only what is recorded or taken back is waited for after an interruption")
    func waiting() {
        #expect(
            WalkCall.allCases.filter(\.changesState).map(\.title) == [
                "authorize, malformed e-mail", "authorize, no e-mail", "authorize, with e-mail", "authorize again",
                "revoke",
            ])
    }
}

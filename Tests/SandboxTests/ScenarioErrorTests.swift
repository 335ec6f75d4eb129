import Testing

@testable import osteocom_sandbox

@Suite("A wrong scenario: line, column and what to write instead")
struct ScenarioErrorTests {
    /// A scenario, and the message about it.
    struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let message: String

        init(_ text: String, _ message: String) {
            self.text = text
            self.message = message
        }

        var testDescription: String { message }
    }

    private static let cases = [
        Case("client: []\n", ":1:1: unknown key `client` in a scenario (did you mean `clients`?)"),
        Case("- a\n", ":1:1: a scenario takes keys and values, such as `clients: …`"),
        Case("clients: x\n", ":1:10: `clients` takes a list, such as `[…]`"),
        Case("clients: [x]\n", ":1:11: a client takes keys and values, such as `id: …`"),
        Case("clients:\n  - name: x\n", ":2:5: a client needs `id`; add it"),
        Case("clients:\n  - ID: x\n", ":2:5: unknown key `ID` in a client (did you mean `id`?)"),
        Case("clients: [{id: a}, {id: a}]\n", ":1:20: client `a` stands twice; keep one of them"),
        Case("clients: [{id: }]\n", ":1:16: `id` has no value; write one, or take the key out"),
        Case("clients: [{id: [a]}]\n", ":1:16: `id` takes one value, not a list or a mapping"),
        Case("clients: [{id: a, online: yes}]\n", ":1:27: `online` takes true or false, not `yes`"),
        Case(
            "clients: [{id: a, origins: ['https://a.example/']}]\n",
            ":1:29: `https://a.example/` is no exact origin; write `https://a.example`"),
        Case(
            "clients: [{id: a, origins: [a.example]}]\n",
            ":1:29: `a.example` is no exact origin; write scheme and host, such as `https://lms.partner.com`"),
        Case(
            "clients: [{id: a, products: [{id: 12, title: b}]}]\n",
            ":1:35: `12` is no product id; write 24 hexadecimal digits"),
        Case(
            "clients: [{id: a, products: [{id: 546e0f2b8a9d4c17b3e6f059}]}]\n",
            ":1:30: a product needs `title`; add it"),
        Case(
            "clients: [{id: a, products: [{id: 546e0f2b8a9d4c17b3e6f059, title: b, price: 9.5}]}]\n",
            ":1:78: `price` takes a whole number from 0 to 1000000, not `9.5`"),
        Case(
            "hosts: ['https://a.example']\n",
            ":1:9: `https://a.example` is no host name; write it without scheme, port and path"),
        Case(
            "certificate: expird\n",
            ":1:14: unknown certificate `expird` (did you mean `expired`?); "
                + "it is one of none, expired, wrong-name, other-authority"),
        Case("sites: [a]\n", ":1:8: `sites` takes hosts with a folder each, such as `lms.partner.example: pages`"),
        Case(
            "sites:\n  a.example: no-such-folder\n",
            ":2:14: there is no folder `no-such-folder` beside the scenario; write one that is there"),
        Case("behaviours: [{path: /a}]\n", ":1:14: this behaviour changes nothing; add a key such as `status: 503`"),
        Case(
            "behaviours: [{path: a, status: 503}]\n",
            ":1:21: `a` matches no path, as paths begin with a slash; write `/a`"),
        Case("behaviours: [{statsu: 503}]\n", ":1:15: unknown key `statsu` in a behaviour (did you mean `status`?)"),
        Case("behaviours: [{status: 99}]\n", ":1:23: `status` takes a whole number from 200 to 599, not `99`"),
        Case("behaviours: [{delay: -1}]\n", ":1:22: `delay` takes seconds from 0 to 3600, such as 2.5, not `-1`"),
        Case("behaviours: [{delay: nan}]\n", ":1:22: `delay` takes seconds from 0 to 3600, such as 2.5, not `nan`"),
        Case("behaviours: [{status: 503, times: 0}]\n", ":1:35: `times` takes a whole number from 1 up, not `0`"),
        Case(
            "behaviours: [{drip: 1, cutAfter: 2}]\n",
            ":1:24: `drip` and `cutAfter` exclude each other; keep one of them"),
        Case(
            "behaviours: [{noPolicy: true, policies: []}]\n",
            ":1:31: `noPolicy` and `policies` exclude each other; keep one of them"),
        Case(
            "behaviours: [{redirectStatus: 301}]\n",
            ":1:15: `redirectStatus` says nothing without `redirect` or `redirectLoop`; add it, or take `redirectStatus` out"
        ),
        Case(
            "behaviours: [{redirect: /a, redirectStatus: 304}]\n",
            ":1:45: 304 does not redirect; write 301, 302, 303, 307 or 308"),
        Case(
            "behaviours: [{policyByReferer: reflected}]\n",
            ":1:32: unknown `policyByReferer: reflected` (did you mean `reflect`?); it is one of reflect, listed"),
        Case("behaviours: [{fields: [a]}]\n", ":1:24: a field is a name and a value, such as `- Retry-After: 2`"),
        Case(
            "behaviours: [{fields: [{'a b': c}]}]\n",
            ":1:25: `a b` is no name of a field; write letters, digits and hyphens"),
        Case(
            "behaviours: [{fields: [{Content-Length: 3}]}]\n",
            ":1:25: `Content-Length` is set by the server; see `bodySize`, `cutAfter` and `drip` for bodies that are wrong"
        ),
        Case(
            #"behaviours: [{policies: ["a\nb"]}]"#,
            ":1:26: `policies` has a character that no field of HTTP can hold; take it out"),
        Case(
            "clients: [{id: a, integration: ifram}]\n",
            ":1:32: unknown integration `ifram` (did you mean `iframe`?); it is one of iframe, api"),
        Case("clients: [{id: a, secret: ''}]\n", ":1:27: `secret` is empty; write at least one character"),
        Case(
            "clients: [{id: a, marketingConsent: 1}]\n", ":1:37: `marketingConsent` takes true or false, not `1`"),
        Case(
            "products: [{id: 546e0f2b8a9d4c17b3e6f059, title: b, cover: b.jpg}]\n",
            ":1:60: `b.jpg` is no URL; write it whole, such as `https://cdn.example/file.jpg`"),
        Case(
            "products: [{id: 546e0f2b8a9d4c17b3e6f059, title: b, videos: [{id: a}, {id: a}]}]\n",
            ":1:71: video `a` stands twice in this product; keep one of them"),
        Case(
            "products: [{id: 546e0f2b8a9d4c17b3e6f059, title: b, authors: [{}]}]\n",
            ":1:63: an author needs `name`; add it"),
        Case(
            "products: [{id: 546e0f2b8a9d4c17b3e6f059, title: b}, {id: 546E0F2B8A9D4C17B3E6F059, title: b}]\n",
            ":1:54: product `546e0f2b8a9d4c17b3e6f059` stands twice in `products`; keep one of them"),
        Case("tokenSeconds: -1\n", ":1:15: `tokenSeconds` takes a whole number from 0 to 31536000, not `-1`"),
        Case("rateLimit: 30\n", ":1:12: a rate limit takes keys and values, such as `requests: …`"),
        Case("rateLimit: {requests: 3}\n", ":1:12: a rate limit needs `seconds`; add it"),
        Case(
            "rateLimit: {requests: 0, seconds: 1}\n",
            ":1:23: `requests` takes a whole number from 1 to 1000000, not `0`"),
        Case(
            "rateLimit: {requests: 3, seconds: 0}\n",
            ":1:35: `seconds` takes a time above 0 and of at most 86400, such as 60, not `0`"),
        Case(
            #"rateLimit: {requests: 3, seconds: 1, retryAfter: "a\nb"}"#,
            ":1:50: `retryAfter` has a character that no field of HTTP can hold; take it out"),
        Case(
            "clients: [{id: partner}]\npurchases: [{clientId: partnr, userId: u, productId: b}]\n",
            ":2:24: there is no client `partnr` (did you mean `partner`?); write the `id` of one of `clients`"),
        Case(
            "clients: [{id: a}]\npurchases: [{clientId: a, userId: u, productId: 546e0f2b8a9d4c17b3e6f059}]\n",
            ":2:49: there is no product `546e0f2b8a9d4c17b3e6f059`; write the `id` of a client's or of `products`"),
        Case(
            "clients: [{id: a}]\npurchases: [{clientId: a, userId: '', productId: b}]\n",
            ":2:35: `userId` is empty; write at least one character"),
        Case("hosts: []\nhosts: []\n", ":1:1: `hosts` stands twice in what begins here; keep one of them"),
        Case("hosts: [a\nclients: []\n", ":2:8: is not YAML: did not find expected ',' or ']'"),
    ]

    @Test("Messages", arguments: cases)
    func message(_ sample: Case) {
        let fault = #expect(throws: ScenarioFault.self) { try ScenarioFile.reading(sample.text) }
        #expect(fault?.description(path: "") == sample.message)
    }

    @Test(
        "How a limit says when to come again",
        arguments: [("seconds", .seconds), ("date", .date), ("none", .none), ("'-1'", .text("-1"))]
            as [(String, RateLimit.RetryAfter)])
    func retryAfter(_ text: String, _ expected: RateLimit.RetryAfter) throws {
        let scenario = try ScenarioFile.reading("rateLimit: {requests: 2, seconds: 0.5, retryAfter: \(text)}\n")
        #expect(scenario.rateLimit == RateLimit(requests: 2, seconds: 0.5, retryAfter: expected))
    }

    @Test("Nothing is a scenario too", arguments: ["", "# nothing\n", "clients:\nbehaviours: []\nsites:\n"])
    func nothing(_ text: String) throws {
        let scenario = try ScenarioFile.reading(text)
        #expect(scenario.clients.isEmpty && scenario.behaviours.isEmpty && scenario.sites.isEmpty)
    }
}

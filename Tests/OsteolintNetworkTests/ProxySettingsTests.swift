import OsteolintCore
import Testing
import WebURL

@testable import OsteolintNetwork

@Suite("Proxy settings")
struct ProxySettingsTests {
    static let chosen: [([String: String], String, String?)] = [
        ([:], "https://www.osteocom.me", nil),
        (["https_proxy": "http://proxy.example:3128"], "https://www.osteocom.me", "proxy.example:3128"),
        (["https_proxy": "proxy.example:3128"], "https://www.osteocom.me", "proxy.example:3128"),
        (["https_proxy": "http://proxy.example"], "https://www.osteocom.me", "proxy.example:1080"),
        (["https_proxy": "http://proxy.example:80/"], "https://www.osteocom.me", "proxy.example:80"),
        (["https_proxy": "http://user:secret@proxy.example:3128"], "https://www.osteocom.me", "proxy.example:3128"),
        (["https_proxy": "http://[2001:4860::1]:3128"], "https://www.osteocom.me", "[2001:4860::1]:3128"),
        (["HTTPS_PROXY": "http://a.example:1"], "https://www.osteocom.me", "a.example:1"),
        (
            ["https_proxy": "http://a.example:1", "HTTPS_PROXY": "http://b.example:2"], "https://x.example",
            "a.example:1"
        ),
        (["https_proxy": "", "HTTPS_PROXY": "http://b.example:2"], "https://x.example", "b.example:2"),
        (["all_proxy": "socks5://a.example"], "https://x.example", "a.example:1080"),
        (["ALL_PROXY": "socks5h://a.example:9050"], "http://x.example", "a.example:9050"),
        (["https_proxy": "http://a.example:1", "all_proxy": "http://b.example:2"], "http://x.example", "b.example:2"),
        (["https_proxy": "http://a.example:1"], "http://x.example", nil),
        (["http_proxy": "http://a.example:1"], "http://x.example", "a.example:1"),
        (["http_proxy": "http://a.example:1"], "https://x.example", nil),
        // A web server may have made it of a request's field `Proxy`.
        (["HTTP_PROXY": "http://a.example:1"], "http://x.example", nil),
        (["all_proxy": "http://a.example:1"], "https://localhost:8443", nil),
        (["all_proxy": "http://a.example:1"], "https://127.0.0.1:8443", nil),
        (["all_proxy": "http://a.example:1"], "https://[::1]:8443", nil),
        (["all_proxy": "http://a.example:1"], "null", nil),
    ]

    @Test("The proxy for an origin", arguments: chosen)
    func choice(_ environment: [String: String], _ origin: String, _ expected: String?) throws {
        let settings = try ProxySettings(environment: environment)
        #expect(settings.description(for: try #require(Origin(serialized: origin))) == expected)
    }

    static let exceptions: [(String, String, Bool)] = [
        ("*", "x.example", true), ("x.example", "x.example", true), ("X.Example", "x.example", true),
        ("x.example", "a.x.example", true), (".x.example", "x.example", true), (".x.example", "a.x.example", true),
        ("x.example", "notx.example", false), ("a.example, x.example", "x.example", true),
        ("a.example x.example", "x.example", true), ("a.example", "x.example", false), ("", "x.example", false),
        ("10.0.0.7", "10.0.0.7", true),
    ]

    @Test("Exceptions are asked straight", arguments: exceptions, ["no_proxy", "NO_PROXY"])
    func exception(_ example: (list: String, host: String, isDirect: Bool), name: String) throws {
        let settings = try ProxySettings(environment: ["all_proxy": "http://a.example:1", name: example.list])
        let origin = try #require(Origin(serialized: "https://\(example.host)"))
        #expect((settings.description(for: origin) == nil) == example.isDirect)
    }

    @Test(
        "What is no proxy is told with its variable",
        arguments: ["https://proxy.example", "ftp://proxy.example", "http://", "http://a b", "socks4://a.example"])
    func fault(_ text: String) throws {
        let fault = #expect(throws: ProxySettings.Fault.self) {
            _ = try ProxySettings(environment: ["ALL_PROXY": text])
        }
        #expect(fault?.variable == "ALL_PROXY")
        #expect(fault?.message.contains("http://proxy.example:3128") == true)
    }

    @Test("A fault in the variable for http counts only where http is asked", arguments: ["http_proxy", "all_proxy"])
    func faultForHTTP(_ variable: String) throws {
        let environment = [variable: "ftp://a.example", "https_proxy": "http://b.example:1"]
        let settings = try ProxySettings(environment: environment)
        #expect(settings.description(for: try #require(Origin(serialized: "https://x.example"))) == "b.example:1")
        let local = try settings.proxy(for: try #require(Origin(serialized: "http://localhost")))
        #expect(local?.url.href == nil)
        let origin = try #require(Origin(serialized: "http://x.example"))
        #expect(settings.description(for: origin) == nil)
        let fault = #expect(throws: ProxySettings.Fault.self) { _ = try settings.proxy(for: origin) }
        #expect(fault?.variable == variable)
    }

    @Test(
        "SOCKS proxies with a user are refused",
        arguments: ["socks5://user:secret@a.example", "socks5h://user@a.example", "socks://:secret@a.example:9050"])
    func socksUser(_ text: String) throws {
        let fault = #expect(throws: ProxySettings.Fault.self) {
            _ = try ProxySettings(environment: ["https_proxy": text])
        }
        #expect(fault?.variable == "https_proxy")
        #expect(fault?.message.contains("SOCKS") == true && fault?.message.contains("secret") == false)
    }
}

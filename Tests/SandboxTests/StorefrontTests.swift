import OsteolintCore
import Testing

@testable import osteocom_sandbox

@Suite("What product-status says")
struct StorefrontTests {
    private static let inCatalog = "546e0f2b8a9d4c17b3e6f059"
    private static let ofAnother = "58c9e4a27f16b30d9a5e4c82"
    private static let ofNobody = "5a7b1c3d4e5f60718293a4b5"
    private static let missing = "000000000000000000000001"

    private let state = SandboxState()

    private var storefront: Storefront {
        var api = client("api-client", Self.ofAnother)
        api.integration = .api
        let offline = client("offline", isOnline: false, Self.inCatalog)
        return Storefront(
            Scenario(
                clients: [client("school", Self.inCatalog), client("other", Self.ofAnother), api, offline],
                otherProducts: [Product(id: Self.ofNobody, title: "Course", price: 10)]),
            state)
    }

    private func client(_ id: String, isOnline: Bool = true, _ product: String) -> Client {
        Client(
            id: id, name: id, origins: [], isOnline: isOnline,
            products: [Product(id: product, title: "Course", price: 10)])
    }

    private func status(_ query: String) -> StatusCode { storefront.status(of: Question(target: "/x?" + query)) }

    @Test(
        "What is missing, empty or malformed is InvalidInput, whatever else is wrong",
        arguments: [
            "", "clientId=school", "clientId=school&productId=\(inCatalog)", "productId=\(inCatalog)&partnerUserId=u",
            "clientId=school&partnerUserId=u", "clientId=&productId=\(inCatalog)&partnerUserId=u",
            "clientId=school&productId=&partnerUserId=u", "clientId=school&productId=\(inCatalog)&partnerUserId=",
            "clientId=school&productId=\(inCatalog)&partnerUserId=&partnerUserId=u",
            "clientId=school&productId=546e0f2b8a9d4c17b3e6f05&partnerUserId=u",
            "clientId=school&productId=546e0f2b8a9d4c17b3e6f0599&partnerUserId=u",
            "clientId=school&productId=546e0f2b8a9d4c17b3e6f05g&partnerUserId=u",
            "clientId=unknown&productId=x&partnerUserId=u", "clientid=school&productId=\(inCatalog)&partnerUserId=u",
        ])
    func invalidInput(_ query: String) {
        #expect(status(query) == .invalidInput)
    }

    @Test(
        "Every other status, the first that applies",
        arguments: [
            ("unknown", inCatalog, StatusCode.invalidClient), ("School", inCatalog, .invalidClient),
            ("%3Cscript%3E", missing, .invalidClient), ("offline", inCatalog, .invalidClient),
            ("offline", missing, .invalidClient), ("api-client", ofAnother, .integrationMismatch),
            ("api-client", missing, .integrationMismatch), ("school", missing, .productNotFound),
            ("school", ofAnother, .productNotInCatalog), ("school", ofNobody, .productNotInCatalog),
            ("school", inCatalog, .ok), ("school", inCatalog.uppercased(), .ok), ("other", ofAnother, .ok),
        ])
    func statuses(_ client: String, _ product: String, _ expected: StatusCode) {
        #expect(status("clientId=\(client)&productId=\(product)&partnerUserId=u") == expected)
    }

    @Test("AlreadyOwned is for this user, this course and this client alone")
    func alreadyOwned() {
        state.activate(Self.inCatalog, price: 10, for: "a b", of: "school")
        let product = "productId=\(Self.inCatalog.uppercased())"
        #expect(status("clientId=school&\(product)&partnerUserId=a+b") == .alreadyOwned)
        #expect(status("clientId=school&\(product)&partnerUserId=a%20b") == .alreadyOwned)
        #expect(status("clientId=school&\(product)&partnerUserId=a b&partnerUserId=c") == .alreadyOwned)
        #expect(status("clientId=school&\(product)&partnerUserId=A+B") == .ok)
        #expect(status("clientId=other&productId=\(Self.ofAnother)&partnerUserId=a+b") == .ok)
    }
}

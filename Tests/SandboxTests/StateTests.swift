import Foundation
import OsteocomAPI
import ProgramRuns
import Testing

@testable import osteocom_sandbox

@Suite("The state, in memory and in a file")
struct StateTests {
    private func run(in folder: TemporaryFolder) async throws -> Sandbox {
        try await Sandbox(APISample.scenario, folder: folder, arguments: ["--state", "state.json"])
    }

    @Test("Who bought what, their keys, tokens and cancellations outlive the process, a killed one too")
    func restart() async throws {
        let folder = try TemporaryFolder()
        let first = try await run(in: folder)
        let caller = try await APICaller(first)
        let key = try await caller.buy(APISample.product).json(AuthorizationAnswer.self).token
        let date = try await caller.revoke(APISample.otherProduct, of: "owner").json(RevocationAnswer.self)
        first.process.send(SIGKILL)
        #expect(try await first.process.end() == 1000 + SIGKILL)
        var again = APICaller(withoutLogin: try await run(in: folder))
        again.token = caller.token
        #expect(try await again.watch("video-1", key: key).status == 200)
        #expect(try await again.revoke(APISample.otherProduct, of: "owner").json(RevocationAnswer.self) == date)
        #expect(try await again.buy(APISample.otherProduct).json(AuthorizationAnswer.self).token == key)
        #expect(try folder.names() == ["ca.pem", "scenario.yml", "state.json", "stderr"])
        let permissions = try FileManager.default.attributesOfItem(atPath: folder.path("state.json"))
        #expect(permissions[.posixPermissions] as? Int == 0o600)
    }

    @Test("Fifty purchases at once, and none is lost")
    func concurrentPurchases() async throws {
        let folder = try TemporaryFolder()
        let caller = try await APICaller(try run(in: folder))
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await caller.buy(APISample.product, for: number.isMultiple(of: 2) ? "even" : "u-\(number)")
                        .status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 50))
        let records = try #require(try StateFile(path: folder.path("state.json")).read())
        #expect(records.customers.count == 27)
        #expect(records.customers.values.allSatisfy { $0.activations.count == 1 })
    }

    @Test("A customer's words are kept, and what a later purchase does not say stays")
    func words() async throws {
        let folder = try TemporaryFolder()
        let caller = try await APICaller(try run(in: folder))
        let product = AuthorizationRequest.Product(productId: APISample.product, price: 7)
        _ = try await caller.answer(
            .contentAccessAuthorization,
            AuthorizationRequest(
                clientId: caller.clientID, userId: "ü\u{0}", email: "a@b.example", marketingConsent: true, name: "Ada",
                surname: "Example", products: [product]))
        _ = try await caller.buy(APISample.product, for: "ü\u{0}", price: 9)
        let records = try #require(try StateFile(path: folder.path("state.json")).read())
        let customer = try #require(records.customers[CustomerID(clientID: caller.clientID, userID: "ü\u{0}")])
        #expect(customer.email == "a@b.example" && customer.marketingConsent == true)
        #expect(customer.name == "Ada" && customer.surname == "Example")
        #expect(customer.activations.map { $0.price } == [9])
        #expect(records.customers[CustomerID(clientID: caller.clientID, userID: "u\u{308}\u{0}")] == nil)
    }

    @Test("A file that is no state stops the start, and stays as it is")
    func corrupt() async throws {
        let key = Data(repeating: 7, count: 32).base64EncodedString()
        for (text, problem) in [
            ("", "is no state of a sandbox: it is not JSON in UTF-8, or has a number that is not whole"),
            (
                "{\"schemaVersion\": 1",
                "is no state of a sandbox: it is not JSON in UTF-8, or has a number that is not whole"
            ),
            ("[]", "is no state of a sandbox: it is not a JSON object"),
            ("{}", "is no state of a sandbox: `schemaVersion` is missing; add it"),
            ("{\"schemaVersion\": 2}", "has the schema version 2, but 1 is needed"),
            (
                "{\"schemaVersion\": 1, \"signingKey\": \"AAAA\", \"customers\": []}",
                "is no state of a sandbox: `signingKey` has a value that it cannot take"
            ),
            (
                "{\"schemaVersion\": 1, \"signingKey\": \"\(key)\", \"customers\": [{\"clientId\": \"a\"}]}",
                "is no state of a sandbox: `customers[0].userId` is missing; add it"
            ),
        ] {
            let folder = try TemporaryFolder()
            try folder.write("state.json", text)
            let errors = try await failure(of: "state.json", in: folder)
            let cure = "mend it, move it away to begin anew, or choose another file with --state"
            #expect(errors == "osteocom-sandbox: \(folder.path("state.json")) \(problem); \(cure)\n")
            #expect(try folder.text("state.json") == text)
        }
    }

    @Test("A folder or a pipe in the file's place, and a folder that is not there")
    func unusable() async throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("folder")
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        for name in ["folder", "pipe"] {
            #expect(
                try await failure(of: name, in: folder)
                    == "osteocom-sandbox: cannot read the state from \(folder.path(name)): Not a regular file; "
                    + "choose another file with --state\n")
        }
        #expect(
            try await failure(of: "none/state.json", in: folder)
                == "osteocom-sandbox: cannot write the state to none/state.json: No such file or directory; "
                + "choose another file with --state\n")
    }

    @Test("What cannot be written is answered with 500, said once, and not remembered")
    func unwritable() async throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("kept")
        let sandbox = try await Sandbox(APISample.scenario, folder: folder, arguments: ["--state", "kept/state.json"])
        let caller = try await APICaller(sandbox)
        try FileManager.default.removeItem(atPath: folder.path("kept"))
        for _ in 0..<2 { #expect(try await caller.buy(APISample.product).status == 500) }
        #expect(try await caller.revoke(APISample.product).status == 404)
        #expect(try await caller.revoke(APISample.otherProduct, of: "owner").status == 500)
        let errors = try sandbox.process.errors().split(separator: "\n").filter { $0.contains("cannot write") }
        #expect(errors.count == 1)
        #expect(errors.first?.contains("No such file or directory") == true)
        try folder.makeFolder("kept")
        #expect(try await caller.buy(APISample.product).status == 200)
        #expect(folder.exists("kept/state.json"))
    }

    @Test("A symbolic link stays one: the file behind it is replaced")
    func link() async throws {
        let folder = try TemporaryFolder()
        try folder.makeFolder("kept")
        try StateFile(path: folder.path("kept/state.json")).write(Records())
        try folder.link("state.json", to: "kept/state.json")
        let caller = try await APICaller(try run(in: folder))
        #expect(try await caller.buy(APISample.product).status == 200)
        #expect(
            try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("state.json")) == "kept/state.json")
        #expect(try StateFile(path: folder.path("kept/state.json")).read()?.customers.count == 2)
    }

    @Test("Without a file nothing is written")
    func memory() {
        let state = SandboxState(purchases: [Purchase(clientID: "c", userID: "u", productID: "p", price: 1)])
        #expect(state.isActive("p", for: "u", of: "c"))
        #expect(!state.isActive("p", for: "u", of: "d") && !state.isActive("q", for: "u", of: "c"))
        #expect(state.activate("q", price: 1, for: "u", of: "c"))
        #expect(state.isActive("q", for: "u", of: "c"))
    }

    /// Standard error of a run that cannot start.
    private func failure(of state: String, in folder: TemporaryFolder) async throws -> String {
        try folder.write("scenario.yml", "")
        let process = try SandboxProcess(["--scenario", "scenario.yml", "--state", state], in: folder)
        #expect(try await process.readRest() == "")
        #expect(try await process.end() == 1)
        return try process.errors()
    }
}

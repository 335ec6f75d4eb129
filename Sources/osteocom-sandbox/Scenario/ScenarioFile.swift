import Foundation
import WebURL
import Yams

/// Reads a scenario.
struct ScenarioFile {
    /// The folder that the folders of sites are relative to.
    let folder: URL

    private static let keys = [
        "clients", "products", "purchases", "tokenSeconds", "rateLimit", "hosts", "certificate", "sites", "behaviours",
    ]

    /// What the text of a file says.
    func read(_ text: String) throws(ScenarioFault) -> Scenario {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ScenarioFault(error)
        }
        guard let root, !root.isNull else { return Scenario() }
        let mapping = try ScenarioMapping(root, of: "a scenario", keys: Self.keys)
        var scenario = Scenario()
        for item in try mapping.items("hosts") { scenario.hosts.append(try host(item, of: "hosts")) }
        scenario.certificate = try certificate(mapping)
        scenario.clients = try clients(mapping)
        scenario.otherProducts = try ProductReader.read(try mapping.items("products"), in: "`products`")
        scenario.purchases = try PurchaseReader(scenario: scenario).read(try mapping.items("purchases"))
        if let seconds = try mapping.integer("tokenSeconds", in: 0...31_536_000) { scenario.tokenSeconds = seconds }
        if let node = mapping["rateLimit"], !node.isNull { scenario.rateLimit = try RateLimitReader.read(node) }
        scenario.sites = try sites(mapping)
        for item in try mapping.items("behaviours") { scenario.behaviours.append(try BehaviourReader.read(item)) }
        return scenario
    }

    private func certificate(_ mapping: ScenarioMapping) throws(ScenarioFault) -> CertificateFault {
        guard let node = mapping["certificate"] else { return .none }
        let name = try node.text(of: "certificate")
        guard let fault = CertificateFault(rawValue: name) else {
            let known = CertificateFault.allCases.map { $0.rawValue }
            throw ScenarioFault(
                node,
                "unknown certificate `\(name)`" + Suggestion.among(known, for: name)
                    + "; it is one of \(known.joined(separator: ", "))")
        }
        return fault
    }

    private func clients(_ mapping: ScenarioMapping) throws(ScenarioFault) -> [Client] {
        var clients: [Client] = []
        for item in try mapping.items("clients") {
            let client = try client(item)
            guard !clients.contains(where: { $0.id == client.id }) else {
                throw ScenarioFault(item, "client `\(client.id)` stands twice; keep one of them")
            }
            clients.append(client)
        }
        return clients
    }

    private func client(_ node: Node) throws(ScenarioFault) -> Client {
        let mapping = try ScenarioMapping(
            node, of: "a client",
            keys: ["id", "name", "origins", "online", "products", "integration", "secret", "marketingConsent"])
        let id = try mapping.requiredText("id", in: "a client")
        var origins: [Origin] = []
        for item in try mapping.items("origins") { origins.append(try Self.origin(item, of: "origins")) }
        var client = Client(
            id: id, name: try mapping.text("name") ?? id, origins: origins,
            isOnline: try mapping.boolean("online") ?? true,
            products: try ProductReader.read(try mapping.items("products"), in: "this client"))
        if let node = mapping["integration"] { client.integration = try integration(node) }
        if mapping["secret"] != nil { client.secret = try mapping.requiredNonempty("secret", in: "a client") }
        client.requiresEmail = try mapping.boolean("marketingConsent") ?? false
        return client
    }

    private func integration(_ node: Node) throws(ScenarioFault) -> Client.Integration {
        let name = try node.text(of: "integration")
        guard let integration = Client.Integration(rawValue: name) else {
            let known = Client.Integration.allCases.map { $0.rawValue }
            let suggestion = Suggestion.among(known, for: name)
            throw ScenarioFault(
                node, "unknown integration `\(name)`\(suggestion); it is one of \(known.joined(separator: ", "))")
        }
        return integration
    }

    /// An origin that is written exactly as browsers send it.
    static func origin(_ node: Node, of key: String) throws(ScenarioFault) -> Origin {
        let text = try node.text(of: key)
        if let origin = Origin(serialized: text), origin != .opaque { return origin }
        let meant = WebURL(text)?.origin.tuple.map { "`\($0.serialized)`" }
        throw ScenarioFault(
            node, "`\(text)` is no exact origin; write \(meant ?? "scheme and host, such as `https://lms.partner.com`")"
        )
    }

    private func host(_ node: Node, of key: String) throws(ScenarioFault) -> String {
        let text = try node.text(of: key)
        guard case .domain(let name)? = WebURL("https://\(text)/")?.host, name == text.lowercased() else {
            throw ScenarioFault(node, "`\(text)` is no host name; write it without scheme, port and path")
        }
        return name
    }

    private func sites(_ mapping: ScenarioMapping) throws(ScenarioFault) -> [Site] {
        guard let node = mapping["sites"], !node.isNull else { return [] }
        guard let entries = node.mapping else {
            throw ScenarioFault(node, "`sites` takes hosts with a folder each, such as `lms.partner.example: pages`")
        }
        var sites: [Site] = []
        for (key, value) in entries {
            sites.append(Site(host: try host(key, of: "sites"), folder: try siteFolder(value, key)))
        }
        return sites
    }

    private func siteFolder(_ node: Node, _ key: Node) throws(ScenarioFault) -> String {
        let text = try node.text(of: key.string ?? "sites")
        let path = URL(filePath: text, directoryHint: .isDirectory, relativeTo: folder).path(percentEncoded: false)
        guard let resolved = realpath(path, nil) else {
            throw ScenarioFault(node, "there is no folder `\(text)` beside the scenario; write one that is there")
        }
        defer { free(resolved) }
        var isFolder: ObjCBool = false
        let name = String(cString: resolved)
        guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder), isFolder.boolValue else {
            throw ScenarioFault(node, "`\(text)` is no folder; write the folder that holds the pages")
        }
        return name
    }
}

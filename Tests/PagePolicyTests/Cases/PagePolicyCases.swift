/// The cases that a browser is asked about, of which `Fixtures/csp/page-policies.jsonl` is the record.
struct PagePolicyCases {
    static let embed = "https://www.osteocom.me/embed/course"
    static let page = "https://learn.partner.example/course"
    static let insecurePage = "http://learn.partner.example/course"
    static let iframe = #"<iframe title="Card" src="{{embed}}"></iframe>"#

    private(set) var all: [PagePolicyCase] = []
    private var counts: [String: Int] = [:]

    init() {
        addSources()
        addPaths()
        addFallbacks()
        addSeveral()
        addDropped()
        addRedirects()
        addUpgrades()
        addMetas()
        addElements()
        addIsolation()
    }

    /// Adds a case.
    ///
    /// - Parameters:
    ///   - group: what it is about.
    ///   - headers: the fields of the page's response.
    ///   - head: markup for the page's head.
    ///   - body: the markup of the page's body; `{{embed}}` stands for the embed's URL.
    ///   - markup: the whole page instead.
    ///   - page: where the page is served.
    ///   - embed: the embed's URL, without a query.
    ///   - hops: the answers to it.
    mutating func add(
        _ group: String, _ headers: [[String]] = [], head: String = "", body: String = iframe, markup: String? = nil,
        page: String = page, embed: String = embed, hops: [PagePolicyCase.Hop] = [PagePolicyCase.Hop()]
    ) {
        counts[group, default: 0] += 1
        let number = String(counts[group, default: 0])
        let id = "\(group)-\(String(repeating: "0", count: max(0, 3 - number.count)))\(number)"
        let url = "\(embed)?case=\(id)"
        let markup =
            markup ?? "<!DOCTYPE html><html><head><title>Course</title>\(head)</head><body>\(body)</body></html>"
        all.append(
            PagePolicyCase(
                id: id, pageURL: page, headers: headers, markup: markup.replacing("{{embed}}", with: url),
                embedURL: url, hops: hops))
    }

    /// A field with a policy.
    static func policy(_ value: String) -> [String] { ["Content-Security-Policy", value] }

    /// Markup with a policy.
    static func meta(_ content: String, _ name: String = "Content-Security-Policy") -> String {
        #"<meta http-equiv="\#(name)" content="\#(content)">"#
    }
}

import ContentSecurityPolicy
import OsteolintCore
import WebURL

/// The policies that decide about the frames of a page, and of all others with the same fields.
struct FramePolicies {
    /// What pages have in common that have the same policies.
    struct Key: Hashable {
        private let origin: Origin
        private let values: [String]

        init(_ fields: [PageField], of page: PagePolicySurvey.SurveyedPage) {
            origin = page.url.origin
            values = fields.map(\.value.text)
        }
    }

    /// Embeds that a directive keeps out, one after the other in the page.
    struct Refused {
        let refusal: LoadingRefusal
        var embeds: [Embed]
    }

    /// What decides about an embed: its URL, those that it leads to, without their queries, and its element.
    private struct Request: Hashable {
        let urls: [String]
        let element: LoadingElement
    }

    /// How many directives of one page are reported.
    private static let reported = 100
    /// How many comparisons of an expression with a URL one page is worth; of further URLs only the origin is judged.
    private static let comparisons = 400_000

    private let policies: LoadingPolicies
    /// The position of each policy's field, and its text.
    private let origins: [(field: Int, text: String)]

    init(_ fields: [PageField], of page: PagePolicySurvey.SurveyedPage) {
        var (policies, origins): ([Policy], [(Int, String)]) = ([], [])
        for (index, field) in fields.enumerated() {
            for policy in PolicyList(value: field.value.text, disposition: .enforce).policies {
                policies.append(policy)
                origins.append((index, policy.text))
            }
        }
        self.policies = LoadingPolicies(policies, pageURL: page.url)
        self.origins = origins
    }

    /// The field that a directive stands in, by its position, and the text of its policy.
    func origin(of refusal: LoadingRefusal) -> (field: Int, text: String) { origins[refusal.policy] }

    /// What keeps embeds of a page out, in the order of the policies.
    func refused(of page: PagePolicySurvey.SurveyedPage, in survey: PagePolicySurvey) -> [Refused] {
        var known: [Request: [LoadingRefusal]] = [:]
        var refused: [Int: [Refused]] = [:]
        let limit = max(16, Self.comparisons / max(1, policies.sourceCount))
        for embed in page.embeds {
            let urls = Self.urls(of: embed, in: survey)
            let request = Self.request(urls, embed, isShort: known.count >= limit)
            let refusals =
                known[request]
                ?? Array(
                    policies.decide(urls, in: embed.loading.element).refusals.prefix(Self.reported))
            known[request] = refusals
            for refusal in refusals { Self.add(refusal, embed, to: &refused[refusal.policy, default: []]) }
        }
        return refused.sorted { $0.key < $1.key }.prefix(Self.reported).flatMap(\.value)
    }

    private static func add(_ refusal: LoadingRefusal, _ embed: Embed, to refused: inout [Refused]) {
        let index = refused.firstIndex {
            $0.refusal.directive == refusal.directive && $0.refusal.url.origin == refusal.url.origin
        }
        if let index {
            refused[index].embeds.append(embed)
        } else if refused.count < reported {
            refused.append(Refused(refusal: refusal, embeds: [embed]))
        }
    }

    private static func request(_ urls: [WebURL], _ embed: Embed, isShort: Bool) -> Request {
        Request(
            urls: urls.map { isShort ? $0.origin.serialized : $0.origin.serialized + $0.path },
            element: embed.loading.element)
    }

    /// The embed's URL and those that it was seen to lead to.
    ///
    /// One of http is a fault of its own, so it is judged as it will be without that.
    private static func urls(of embed: Embed, in survey: PagePolicySurvey) -> [WebURL] {
        var urls = [embed.url.url.upgraded]
        for answer in survey.answers(to: embed).dropFirst() where answer.url != urls.last { urls.append(answer.url) }
        return urls
    }
}

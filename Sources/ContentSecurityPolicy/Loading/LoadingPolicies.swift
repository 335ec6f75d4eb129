public import WebURL

/// The policies of a page, ready to decide which documents load in its frames.
///
/// CSP 3, sections 6.1.5 (`frame-src`) and 6.7.2 (matching), as Chromium does it: what is matched is the whole URL with its
/// path, and that of each redirect, whose path does not count.
public struct LoadingPolicies: Sendable {
    private struct Lists: Sendable {
        let index: Int
        let frame: SourceList?
        let plugIn: SourceList?
    }

    private let lists: [Lists]
    private let remarks: [LoadingStep]
    private let isUpgrading: Bool
    private let matcher: SourceMatcher
    private let redirectMatcher: SourceMatcher

    /// Reads the policies of a page.
    ///
    /// - Parameters:
    ///   - policies: those of its response and of its markup, in order.
    ///   - pageURL: where it is served; `'self'` and sources without a scheme mean it.
    public init(_ policies: [Policy], pageURL: WebURL) {
        var (lists, remarks): ([Lists], [LoadingStep]) = ([], policies.isEmpty ? [.noPolicy] : [])
        for (index, policy) in policies.enumerated() {
            guard policy.disposition == .enforce else {
                remarks.append(.reportOnly(index))
                continue
            }
            remarks += (SourceList.frame + ["object-src"]).filter { policy.directive(named: $0)?.isDropped == true }
                .map { .dropped(index, $0) }
            lists.append(
                Lists(
                    index: index, frame: SourceList(policy, SourceList.frame),
                    plugIn: SourceList(policy, SourceList.plugIn)))
        }
        self.lists = lists
        self.remarks = remarks
        isUpgrading = policies.contains {
            $0.disposition == .enforce && $0.directive(named: "upgrade-insecure-requests")?.isDropped == false
        }
        let own = MatchTarget(pageURL)
        matcher = SourceMatcher(own: own, wasRedirected: false, reading: .browser)
        redirectMatcher = SourceMatcher(own: own, wasRedirected: true, reading: .browser)
    }

    /// How many source expressions an embed is held against.
    public var sourceCount: Int {
        lists.reduce(0) { $0 + ($1.frame?.sources.count ?? 0) + ($1.plugIn?.sources.count ?? 0) }
    }

    /// Decides whether an embed loads.
    ///
    /// - Parameters:
    ///   - urls: the embed's URL, then those that redirects led to, in order.
    ///   - element: what loads it.
    /// - Returns: the decision, whose `steps` are worded only when they are asked for.
    public func decide(_ urls: [WebURL], in element: LoadingElement = .frame) -> LoadingDecision {
        var evidence = remarks
        var asked = urls
        if isUpgrading, urls.contains(where: { $0.scheme == "http" }) {
            asked = urls.map(\.upgraded)
            evidence.append(.upgraded)
        }
        if urls.count > 1 { evidence.append(.redirected(urls.count - 1)) }
        var refusals: [LoadingRefusal] = []
        for lists in lists {
            let plugIn = plugInStep(lists, asked, element)
            let step = plugIn?.refusal == nil ? frameStep(lists, asked) : plugIn
            evidence.append(step ?? .silent(lists.index))
            if let refusal = step?.refusal { refusals.append(refusal) }
        }
        return LoadingDecision(refusals: refusals, evidence: evidence)
    }

    /// `object-src` is asked about the first URL, before anything is fetched.
    private func plugInStep(_ lists: Lists, _ urls: [WebURL], _ element: LoadingElement) -> LoadingStep? {
        guard element == .plugIn, let list = lists.plugIn, let url = urls.first else { return nil }
        return step(list, lists.index, url, redirects: 0, matcher)
    }

    private func frameStep(_ lists: Lists, _ urls: [WebURL]) -> LoadingStep? {
        guard let list = lists.frame else { return nil }
        var last: LoadingStep?
        for (position, url) in urls.enumerated() {
            last = step(list, lists.index, url, redirects: position, position == 0 ? matcher : redirectMatcher)
            if last?.refusal != nil { break }
        }
        return last
    }

    private func step(
        _ list: SourceList, _ index: Int, _ url: WebURL, redirects: Int, _ matcher: SourceMatcher
    ) -> LoadingStep {
        let target = MatchTarget(url)
        if let source = list.sources.first(where: { matcher.mismatch($0, target) == nil }) {
            return .admitted(index, list.directive, absent: list.absent, source, url)
        }
        return .refused(
            LoadingRefusal(
                policy: index, directive: list.directive, absent: list.absent, url: url, redirects: redirects,
                sources: list.sources, matcher: matcher))
    }
}

extension LoadingStep {
    fileprivate var refusal: LoadingRefusal? {
        guard case .refused(let refusal) = self else { return nil }
        return refusal
    }
}

extension WebURL {
    /// The same URL over https, where it is one of http; a port of its own stays (Upgrade Insecure Requests, section 4.1).
    public var upgraded: WebURL {
        guard scheme == "http" else { return self }
        return WebURL("https" + href.dropFirst(4)) ?? self
    }
}

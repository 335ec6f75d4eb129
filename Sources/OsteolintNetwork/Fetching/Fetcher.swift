import AsyncHTTPClient
import ContentSecurityPolicy
import NIOCore
import NIOHTTP1
import NIOPosix
public import OsteolintCore
public import WebURL

/// Fetches URLs as a browser would, from the servers of the contact list only.
///
/// Redirects are followed by hand, and each of them is checked like the first URL. Nothing is kept between fetches:
/// no cookies, no cache. A fetch ends within its time, whatever the server does.
public struct Fetcher: Sendable {
    let contacts: ContactList
    let limits: FetchLimits
    let clients: HostClients
    let budget: RequestBudget
    private let proxies: ProxySettings
    let userAgent: String

    /// Makes a fetcher; call `shutdown` at the end.
    ///
    /// - Parameters:
    ///   - contacts: whom it may talk to.
    ///   - limits: how much a fetch may take.
    ///   - trust: which certificates are believed.
    ///   - proxies: through whom servers are asked.
    ///   - userAgent: how it names itself.
    public init(contacts: ContactList, limits: FetchLimits, trust: Trust, proxies: ProxySettings, userAgent: String) {
        self.init(
            contacts: contacts, limits: limits, trust: trust, proxies: proxies, userAgent: userAgent,
            resolve: HostResolver.addresses(of:))
    }

    /// Makes a fetcher that finds the addresses of names in a way of its own.
    init(
        contacts: ContactList, limits: FetchLimits, trust: Trust, proxies: ProxySettings, userAgent: String,
        resolve: @escaping HostResolver.LookUp
    ) {
        self.contacts = contacts
        self.limits = limits
        self.userAgent = userAgent
        self.proxies = proxies
        clients = HostClients(limits: limits, trust: trust, proxies: proxies, resolve: resolve)
        budget = RequestBudget(limit: limits.requests)
    }

    /// Closes all connections.
    public func shutdown() async {
        await clients.shutdown()
    }

    /// How many requests were made so far.
    var requests: Int { budget.requests }

    /// The host and port of the proxy that a server is asked through; nil where none is.
    public func proxy(for origin: Origin) -> String? { proxies.description(for: origin) }

    /// Takes the first request of a fetch out of the budget, so that the questions of a host spend it in their order.
    ///
    /// - Throws: `FetchFailure` where none is left.
    func reserve() throws(FetchFailure) {
        guard budget.take() else { throw .requestLimit(budget.limit) }
    }

    /// Fetches a URL and follows its redirects; never throws, since what goes wrong is part of the answer.
    public func fetch(_ url: WebURL, as navigation: Navigation) async -> EmbedResponse {
        await fetch(url, as: navigation, isReserved: false)
    }

    /// The same, with the first request taken out of the budget already.
    func fetch(_ url: WebURL, as navigation: Navigation, isReserved: Bool) async -> EmbedResponse {
        let log = HopLog()
        let watch = Stopwatch()
        let (ending, isLate) = await inTime { await follow(url, navigation, log, isReserved: isReserved) }
        return EmbedResponse(
            url: url, origin: navigation.embedder, hops: log.hops, ending: isLate ? late(ending) : ending,
            time: ResponseTime(hops: log.milliseconds, whole: watch.milliseconds))
    }

    /// Does something within the time of one fetch.
    ///
    /// - Returns: what came of it, and whether it was cancelled before it ended.
    func inTime<Outcome: Sendable>(
        _ operation: @escaping @Sendable () async -> Outcome
    ) async -> (outcome: Outcome, isLate: Bool) {
        let work = Task { await operation() }
        let time = TimeAmount.milliseconds(Int64(limits.seconds * 1000))
        let alarm = MultiThreadedEventLoopGroup.singleton.next().scheduleTask(in: time) { work.cancel() }
        let outcome = await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            work.cancel()
        }
        alarm.cancel()
        return (outcome, work.isCancelled)
    }

    /// Why whatever failed in a cancelled task failed.
    var reasonForLateness: FetchFailure {
        Task.isCancelled ? .interrupted : .timedOut(seconds: limits.seconds)
    }

    /// What a cancelled fetch came to: whatever failed then failed for this reason.
    private func late(_ ending: EmbedResponse.Ending) -> EmbedResponse.Ending {
        guard case .failed = ending else { return ending }
        return .failed(reasonForLateness)
    }

    private func follow(
        _ first: WebURL, _ navigation: Navigation, _ log: HopLog, isReserved: Bool
    ) async -> EmbedResponse.Ending {
        var url = first
        var earlier: [WebURL] = []
        do throws(FetchFailure) {
            while true {
                let fields = navigation.fields(for: url, after: earlier, userAgent: userAgent)
                let contact = try contacts.contact(for: url)
                if !isReserved || !earlier.isEmpty { try reserve() }
                let watch = Stopwatch()
                let (hop, body) = try await ask(contact, for: url, fields, limit: bodyLimit(navigation))
                log.append(hop, milliseconds: watch.milliseconds)
                guard hop.isRedirect else { return .answered(body: body) }
                guard earlier.count < limits.redirects else { throw .tooManyRedirects(limit: limits.redirects) }
                earlier.append(url)
                url = try Self.target(of: hop)
            }
        } catch {
            return .failed(error)
        }
    }

    private func bodyLimit(_ navigation: Navigation) -> Int {
        navigation == .page ? limits.pageBytes : limits.cardBytes
    }

    /// Where a redirect leads (Fetch Standard, section 4.4, "location URL"); a fragment is handed on, but not sent.
    private static func target(of hop: ResponseHop) throws(FetchFailure) -> WebURL {
        let location = hop.field("location")
        guard let location, let url = WebURL(location, base: hop.url) else { throw .badRedirect(location: location) }
        return url
    }

    private func ask(
        _ contact: ContactList.Contact, for url: WebURL, _ fields: HTTPHeaders, limit: Int
    ) async throws(FetchFailure) -> (ResponseHop, [UInt8]) {
        var request = HTTPClientRequest(url: RequestTarget.text(of: url))
        request.headers = fields
        let (head, body) = try await ask(contact, request, limit: limit)
        return (ResponseHop(url: url, status: head.status, fields: head.fields), body)
    }

    /// Sends one request, to the next address of the server where nobody answers at the first.
    func ask(
        _ contact: ContactList.Contact, _ request: HTTPClientRequest, limit: Int
    ) async throws(FetchFailure) -> (head: ResponseHead, body: [UInt8]) {
        var attempts = 0
        while true {
            attempts += 1
            if attempts > 1 { try reserve() }
            let pinned = try await clients.client(for: contact)
            budget.noteRequest()
            do throws(FetchFailure) {
                return try await exchange(
                    with: pinned.client, contact, request, limit: limit)
            } catch .unreachable(let host, let detail) {
                guard !Task.isCancelled else { throw .interrupted }
                await clients.giveUp(pinned, of: contact)
                guard attempts < pinned.addresses else {
                    let proxy = proxies.description(for: contact.origin).map { " through the proxy \($0)" } ?? ""
                    throw .unreachable(host: host + proxy, detail: detail)
                }
            }
        }
    }

    /// The status and the fields of a response.
    struct ResponseHead {
        let status: Int
        let fields: [ResponseField]
    }

    /// Sends one request and reads its response.
    private func exchange(
        with client: HTTPClient, _ contact: ContactList.Contact, _ request: HTTPClientRequest, limit: Int
    ) async throws(FetchFailure) -> (ResponseHead, [UInt8]) {
        var hasHead = false
        do {
            let response = try await client.execute(request, deadline: .now() + .seconds(Int64(limits.seconds) + 1))
            hasHead = true
            let head = ResponseHead(
                status: Int(response.status.code),
                fields: response.headers.map { ResponseField(name: $0.name, value: $0.value) })
            // What a redirect says beside its Location is read only so that the connection can be used again.
            if RecordedHop.redirectStatuses.contains(head.status) {
                _ = await Deadline.within(seconds: Self.secondsForRedirect) {
                    try? await Self.read(response, limit: Self.bytesOfRedirect)
                }
                return (head, [])
            }
            return (head, try await Self.read(response, limit: limit))
        } catch {
            throw FetchFailure(error, host: contact.origin.tuple?.host.text ?? "", hasHead: hasHead, limits: limits)
        }
    }

    private static let secondsForRedirect = 1.0
    private static let bytesOfRedirect = 1 << 16

    private static func read(_ response: HTTPClientResponse, limit: Int) async throws -> [UInt8] {
        if let announced = response.headers.first(name: "content-length").flatMap(Int.init), announced > limit {
            throw FetchFailure.tooLarge(limit: limit)
        }
        var body: [UInt8] = []
        for try await part in response.body {
            guard body.count + part.readableBytes <= limit else { throw FetchFailure.tooLarge(limit: limit) }
            body.append(contentsOf: part.readableBytesView)
        }
        return body
    }
}

import HTTPTypes
import Hummingbird
import NIOCore

/// Answers what is asked of a partner's host with the partner's files.
struct SiteMiddleware: RouterMiddleware {
    typealias Context = SandboxContext

    private let sites: [String: SiteFiles]
    private let address: SandboxAddress

    init(_ sites: [Site], _ address: SandboxAddress) {
        self.sites = Dictionary(sites.map { ($0.host, SiteFiles(root: $0.folder)) }) { first, _ in first }
        self.address = address
    }

    @concurrent
    func handle(
        _ request: Request, context: SandboxContext,
        next: @concurrent (Request, SandboxContext) async throws -> Response
    ) async throws -> Response {
        let host = request.head.authority?.prefix { $0 != ":" }.lowercased()
        guard let site = host.flatMap({ sites[$0] }) else { return try await next(request, context) }
        guard request.method == .get || request.method == .head else { return ErrorPage.response(405) }
        let response = response(site.answer(to: Question(target: request.head.path ?? "/").path))
        return request.method == .head ? response.createHeadResponse() : response
    }

    private func response(_ answer: SiteFiles.Answer) -> Response {
        switch answer {
        case .notFound: return ErrorPage.response(404)
        case .redirect(let path): return Response(status: .movedPermanently, headers: [.location: path])
        case .file(let type, let bytes):
            let isPage = type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml")
            let content = isPage ? PagePlaceholder.fill(bytes, with: address.origin) : bytes
            return Response(
                status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: content)))
        }
    }
}

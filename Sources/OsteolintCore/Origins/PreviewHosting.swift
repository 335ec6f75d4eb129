import WebURL

/// Services that give each preview build or session a host of its own.
struct PreviewHosting: Sendable {
    private let service: String
    private let suffix: String
    /// Whether a host is such a one, by what stands before the service's domain.
    private let isPreview: @Sendable (Substring) -> Bool

    /// The service that a host of a preview belongs to, or nil where the host stays the same.
    static func service(of host: Host) -> String? {
        guard case .domain(let domain) = host else { return nil }
        return all.first { hosting in
            guard domain.hasSuffix("." + hosting.suffix) else { return false }
            return hosting.isPreview(domain.dropLast(hosting.suffix.utf8.count + 1))
        }?.service
    }

    /// Whether a domain is a hosting service's own or below it, so that nobody has it with `www` in front.
    static func isShared(_ domain: String) -> Bool {
        all.contains { domain == $0.suffix || domain.hasSuffix("." + $0.suffix) }
    }

    private static let all: [PreviewHosting] = [
        PreviewHosting(service: "Vercel", suffix: "vercel.app") { isOfBuild($0) },
        PreviewHosting(service: "Vercel", suffix: "now.sh") { isOfBuild($0) },
        PreviewHosting(service: "Netlify", suffix: "netlify.app") { $0.contains("--") },
        PreviewHosting(service: "Cloudflare Pages", suffix: "pages.dev") { $0.contains(".") },
        PreviewHosting(service: "Cloudflare Workers", suffix: "workers.dev") { $0.contains(/^[0-9a-f]{8}-/) },
        PreviewHosting(service: "Firebase Hosting", suffix: "web.app") { $0.contains("--") },
        PreviewHosting(service: "Firebase Hosting", suffix: "firebaseapp.com") { $0.contains("--") },
        PreviewHosting(service: "AWS Amplify", suffix: "amplifyapp.com") { $0.contains(/^pr-?[0-9]+\./) },
        PreviewHosting(service: "Azure Static Web Apps", suffix: "azurestaticapps.net") {
            $0.contains(/-[0-9a-z]+\.[a-z0-9]+\.[0-9]+$/)
        },
        PreviewHosting(service: "Heroku", suffix: "herokuapp.com") { isOfPullRequest($0) },
        PreviewHosting(service: "Render", suffix: "onrender.com") { isOfPullRequest($0) },
        PreviewHosting(service: "Railway", suffix: "up.railway.app") { isOfPullRequest($0) },
        PreviewHosting(service: "Fly.io", suffix: "fly.dev") { isOfPullRequest($0) },
        PreviewHosting(service: "Surge", suffix: "surge.sh") { isOfPullRequest($0) },
        PreviewHosting(service: "DigitalOcean App Platform", suffix: "ondigitalocean.app") { isOfPullRequest($0) },
        PreviewHosting(service: "GitHub Codespaces", suffix: "github.dev") { _ in true },
        PreviewHosting(service: "GitHub Codespaces", suffix: "githubpreview.dev") { _ in true },
        PreviewHosting(service: "Gitpod", suffix: "gitpod.io") { _ in true },
        PreviewHosting(service: "Gitpod", suffix: "gitpod.dev") { _ in true },
        PreviewHosting(service: "StackBlitz", suffix: "webcontainer.io") { _ in true },
        PreviewHosting(service: "CodeSandbox", suffix: "csb.app") { _ in true },
        PreviewHosting(service: "Replit", suffix: "replit.dev") { _ in true },
        PreviewHosting(service: "ngrok", suffix: "ngrok.io") { _ in true },
        PreviewHosting(service: "ngrok", suffix: "ngrok.app") { _ in true },
        PreviewHosting(service: "ngrok", suffix: "ngrok-free.app") { _ in true },
        PreviewHosting(service: "ngrok", suffix: "ngrok-free.dev") { _ in true },
        PreviewHosting(service: "Cloudflare Tunnel", suffix: "trycloudflare.com") { _ in true },
        PreviewHosting(service: "localtunnel", suffix: "loca.lt") { _ in true },
        PreviewHosting(service: "localhost.run", suffix: "lhr.life") { _ in true },
        PreviewHosting(service: "Dev Tunnels", suffix: "devtunnels.ms") { _ in true },
    ]

    /// `shop-git-basket-team` and `shop-4f9d0c2ab-team`: the host of a branch, and that of one build.
    private static func isOfBuild(_ name: Substring) -> Bool {
        if name.contains("-git-") { return true }
        return name.split(separator: "-").dropFirst().contains { part in
            part.utf8.count == 9 && part.contains(where: \.isNumber) && part.contains(where: \.isLetter)
        }
    }

    /// `shop-pr-12`, or `shop-pr-12-x7f3k2` where the service adds something random.
    private static func isOfPullRequest(_ name: Substring) -> Bool {
        name.contains(/(^|-)pr-?[0-9]+(-|\.|$)/)
    }
}

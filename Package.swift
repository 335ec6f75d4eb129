// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "osteolint",
    products: [
        .executable(name: "osteolint", targets: ["osteolint"]),
        .executable(name: "osteocom-sandbox", targets: ["osteocom-sandbox"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CFileStatus"),
        .target(name: "WholeFiles", swiftSettings: settings),
        .target(name: "WebURL", dependencies: ["CICU"], swiftSettings: settings),
        .target(name: "ContentSecurityPolicy", dependencies: ["WebURL"], swiftSettings: settings),
        .target(name: "HTMLTokenizer", swiftSettings: settings),
        .target(
            name: "OsteolintCore",
            dependencies: ["HTMLTokenizer", "CLibXML2", "CICU", "WebURL", "ContentSecurityPolicy"],
            swiftSettings: settings
        ),
        .target(
            name: "OsteolintRules",
            dependencies: ["OsteolintCore", "WebURL", "ContentSecurityPolicy"],
            swiftSettings: settings
        ),
        .target(name: "PlacedJSON", swiftSettings: settings),
        .target(name: "HostingFiles", dependencies: ["OsteolintCore", "PlacedJSON"], swiftSettings: settings),
        .target(
            name: "OsteolintReports",
            dependencies: [
                "OsteolintCore", "ContentSecurityPolicy", "PlacedJSON", "WebURL",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [.embedInCode("HTML/Templates")],
            swiftSettings: settings
        ),
        .target(
            name: "OsteocomAPI", dependencies: ["OsteolintCore", "ContentSecurityPolicy", "WebURL"],
            swiftSettings: settings),
        .target(
            name: "OsteolintNetwork",
            dependencies: [
                "OsteocomAPI", "OsteolintCore", "WebURL", "ContentSecurityPolicy", "WholeFiles",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "osteocom-sandbox",
            dependencies: [
                "OsteocomAPI", "OsteolintCore", "WebURL", "WholeFiles",
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "HummingbirdTLS", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "OsteolintRendering",
            dependencies: [
                "OsteolintCore", "WebURL",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(
            name: "osteolint",
            dependencies: [
                "OsteolintCore", "OsteolintRules", "OsteolintReports", "OsteocomAPI", "OsteolintNetwork",
                "OsteolintRendering", "ContentSecurityPolicy", "CFileStatus", "HostingFiles", "PlacedJSON", "WebURL",
                "WholeFiles",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "WholeFilesTests", dependencies: ["WholeFiles", "ProgramRuns"], swiftSettings: settings),
        .testTarget(name: "WebURLTests", dependencies: ["WebURL"], swiftSettings: settings),
        .testTarget(
            name: "ContentSecurityPolicyTests", dependencies: ["ContentSecurityPolicy", "WebURL"],
            swiftSettings: settings),
        .testTarget(
            name: "OsteolintCoreTests",
            dependencies: ["OsteolintCore", "HTMLTokenizer", "WebURL"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OsteolintRulesTests",
            dependencies: ["OsteolintRules", "OsteolintCore", "ContentSecurityPolicy", "HostingFiles", "WebURL"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "HostingFilesTests", dependencies: ["HostingFiles", "OsteolintCore"], swiftSettings: settings),
        .testTarget(name: "HTMLTokenizerTests", dependencies: ["HTMLTokenizer"], swiftSettings: settings),
        .target(name: "ReportSchema", path: "Tests/ReportSchema", swiftSettings: settings),
        .target(
            name: "ProgramRuns", dependencies: ["ReportSchema"], path: "Tests/ProgramRuns", swiftSettings: settings),
        .testTarget(
            name: "OsteolintReportsTests",
            dependencies: [
                "OsteolintReports", "OsteolintCore", "ContentSecurityPolicy", "PlacedJSON", "WebURL", "ProgramRuns",
                "ReportSchema", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "SandboxTests",
            dependencies: [
                "osteocom-sandbox", "OsteocomAPI", "OsteolintCore", "OsteolintNetwork", "ProgramRuns", "WebURL",
                .product(name: "JWTKit", package: "jwt-kit"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "LoopbackServer",
            dependencies: [
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "X509", package: "swift-certificates"),
                .product(name: "SwiftASN1", package: "swift-asn1"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            path: "Tests/LoopbackServer",
            swiftSettings: settings
        ),
        .testTarget(
            name: "OsteolintNetworkTests",
            dependencies: [
                "OsteolintNetwork", "OsteocomAPI", "OsteolintCore", "ContentSecurityPolicy", "WebURL",
                "LoopbackServer",
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OsteocomAPITests",
            dependencies: ["OsteocomAPI", "OsteolintCore", "ContentSecurityPolicy", "WebURL"],
            swiftSettings: settings),
        .target(name: "HeadlessChromium", path: "Tests/HeadlessChromium", swiftSettings: settings),
        .testTarget(name: "HeadlessChromiumTests", dependencies: ["HeadlessChromium"], swiftSettings: settings),
        .testTarget(
            name: "PagePolicyTests",
            dependencies: [
                "OsteolintCore", "OsteolintRules", "ContentSecurityPolicy", "WebURL", "HeadlessChromium",
                "LoopbackServer",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "osteolint", "OsteolintRendering", "OsteolintRules", "OsteolintCore", "LoopbackServer",
                "HeadlessChromium", "ProgramRuns", "ReportSchema",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "AuditTests",
            dependencies: [
                "osteolint", "osteocom-sandbox", "HeadlessChromium", "LoopbackServer", "OsteolintCore",
                "OsteolintReports", "ProgramRuns", "ReportSchema",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CommandTests", dependencies: ["osteolint", "ProgramRuns", "ReportSchema"],
            swiftSettings: settings),
    ]
)

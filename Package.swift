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
    products: [.executable(name: "osteolint", targets: ["osteolint"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .target(name: "WebURL", dependencies: ["CICU"], swiftSettings: settings),
        .target(name: "HTMLTokenizer", swiftSettings: settings),
        .target(
            name: "OsteolintCore",
            dependencies: ["HTMLTokenizer", "CLibXML2", "CICU", "WebURL"],
            swiftSettings: settings
        ),
        .target(
            name: "OsteolintRules",
            dependencies: ["OsteolintCore", "WebURL"],
            swiftSettings: settings
        ),
        .target(name: "OsteolintReports", dependencies: ["OsteolintCore", "WebURL"], swiftSettings: settings),
        .executableTarget(
            name: "osteolint",
            dependencies: [
                "OsteolintCore", "OsteolintRules", "OsteolintReports", "WebURL",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "WebURLTests", dependencies: ["WebURL"], swiftSettings: settings),
        .testTarget(
            name: "OsteolintCoreTests",
            dependencies: ["OsteolintCore", "HTMLTokenizer", "WebURL"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "OsteolintRulesTests",
            dependencies: ["OsteolintRules", "OsteolintCore", "WebURL"],
            swiftSettings: settings
        ),
        .testTarget(name: "HTMLTokenizerTests", dependencies: ["HTMLTokenizer"], swiftSettings: settings),
        .target(name: "ReportSchema", path: "Tests/ReportSchema", swiftSettings: settings),
        .testTarget(
            name: "OsteolintReportsTests",
            dependencies: ["OsteolintReports", "OsteolintCore", "ReportSchema"],
            swiftSettings: settings
        ),
        .testTarget(name: "CommandTests", dependencies: ["osteolint", "ReportSchema"], swiftSettings: settings),
    ]
)

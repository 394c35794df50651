// swift-tools-version: 6.2
// nianbao: checks the annual reports on government information disclosure that bureaus hand in.
// docs/architecture.md says what each target is for and what it may not do.

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

// Tests/Fuzz/run.sh builds the readers so that libFuzzer sees which way they take.
let isFuzzing = Context.environment["NIANBAO_FUZZ"] != nil
let watched: [SwiftSetting] = isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer,address"])] : []

// What is written in C checks its buffers. The compiler does so for code that it optimizes only.
let hardened = [CSetting.define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release))]
let hardenedCXX = [CXXSetting.define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release))]

func library(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict + watched)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["Fixtures"], swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
    name: "nianbao",
    products: [
        .executable(name: "nianbao", targets: ["nianbao"]),
        .executable(name: "nianbao-reader", targets: ["nianbao-reader"]),
        // The reader loads it where there is a PDF to read.
        .library(name: "nianbao-poppler", type: .dynamic, targets: ["CPoppler"]),
        // The sender of alerts loads it: the daemon, which reads documents, has nothing that speaks with the network.
        .library(name: "nianbao-http", type: .dynamic, targets: ["CHTTPLibrary"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
        .systemLibrary(name: "CGcrypt", pkgConfig: "libgcrypt", providers: [.apt(["libgcrypt20-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CGsf", pkgConfig: "libgsf-1", providers: [.apt(["libgsf-1-dev"])]),
        .systemLibrary(name: "CPopplerFlags", pkgConfig: "poppler", providers: [.apt(["libpoppler-private-dev"])]),
        .systemLibrary(name: "CSeccomp", pkgConfig: "libseccomp", providers: [.apt(["libseccomp-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .target(name: "CHTTP", cSettings: hardened),
        .target(name: "CHTTPLibrary", dependencies: ["CCurl", "CHTTP"], cSettings: hardened),
        .target(name: "CPDF", cSettings: hardened),
        .target(name: "CPoppler", dependencies: ["CPDF", "CPopplerFlags"], cxxSettings: hardenedCXX),
        .target(name: "CICUData"),
        .target(name: "CKernel", cSettings: hardened),
        .target(name: "CTOML", cxxSettings: hardenedCXX),

        library("Linux", ["CGcrypt", "CKernel", "CSystemd", system]),
        library("TOML", ["CTOML"]),
        library("Compression", ["CZstd"]),
        library("Documents"),
        library("Reports"),
        library("ReaderInterface", ["Reports"]),
        library("Extraction", ["CGsf", "CPDF", "CXML2", "CZip", "Documents", "Linux", "ReaderInterface"]),
        // What leaves the house is shaped by Channels and sent by Delivery, of which Daemon knows nothing.
        library("Channels", ["Linux"]),
        library("Confinement", ["CKernel", "CSeccomp", "ReaderInterface", system]),
        library("Workbooks", ["CXLSXWriter"]),
        library("Reading", ["Documents", "ReaderInterface", "Reports"]),
        library("Rules", ["Reports"]),
        library(
            "Office", ["Linux", "Reports", "Rules", "Workbooks", mustache], resources: [.embedInCode("Templates")]),
        // What an office sets, and the bodies and days that it names in tables.
        library(
            "Settings",
            ["Alerts", "Channels", "Linux", "Office", "ReaderInterface", "Reports", "Rules", "TOML", csv, system]),
        library("Alerts", ["Channels", "Linux", "Office", "Reports", "Rules"]),
        library("Ledger", ["Alerts", "Channels", "Linux", "Office", "Reports", "Rules", grdb, system]),
        // How a service lives: its rounds, its log, what it says to the service manager.
        library("Services", ["Linux", lifecycle, logging, system]),
        library(
            "Daemon",
            [
                "Alerts", "Compression", "Ledger", "Linux", "Office", "ReaderInterface", "Reports", "Rules", "Services",
                "Settings",
                lifecycle, logging, signals, system, "Workbooks",
            ]),
        // What other offices' machines send, followed and shown.
        library(
            "Collection",
            [
                "Alerts", "Daemon", "Ledger", "Linux", "Office", "Reports", "Rules", "Services", "Settings", lifecycle,
                logging, signals, system, "Workbooks",
            ]),
        library(
            "Delivery",
            ["CHTTP", "Channels", "Ledger", "Linux", "Services", "Settings", lifecycle, logging, signals, system]),
        .executableTarget(
            name: "nianbao",
            dependencies: [
                "Alerts", "CICUData", "Channels", "Collection", "Daemon", "Delivery", "Ledger", "Linux", "Office", "ReaderInterface",
                "Reports", "Rules", "Services", "Settings", argumentParser, lifecycle, logging, signals, system,
            ],
            swiftSettings: strict),

        .executableTarget(
            name: "nianbao-reader",
            dependencies: ["Confinement", "Extraction", "Linux", "ReaderInterface", "Reading", "Reports", system],
            swiftSettings: strict),

        .target(
            name: "Fixtures", dependencies: ["CZip", "Linux", "Reports"], path: "Tests/Fixtures",
            exclude: ["Documents"],
            swiftSettings: strict),
        tests("CompressionTests", ["Compression"]),
        tests("LinuxTests", ["Linux", system]),
        tests(
            "ExtractionTests",
            ["CPoppler", "Documents", "Extraction", "ReaderInterface", "Reading", "Reports", "Rules"]),
        tests("TOMLTests", ["TOML"]),
        tests("ReportsTests", ["Reports"]),
        tests("ReaderInterfaceTests", ["ReaderInterface", "Reports", "Rules"]),
        tests("ReadingTests", ["CPoppler", "Documents", "Extraction", "ReaderInterface", "Reading", "Reports"]),
        tests("RulesTests", ["CPoppler", "Documents", "Extraction", "ReaderInterface", "Reading", "Reports", "Rules"]),
        tests(
            "MutationTests", ["CPoppler", "Documents", "Extraction", "ReaderInterface", "Reading", "Reports", "Rules"]),
        tests("ChannelsTests", ["Channels", "Linux"]),
        .testTarget(
            name: "DeliveryTests",
            dependencies: [
                "Alerts", "CHTTPLibrary", "Channels", "Delivery", "Fixtures", "Ledger", "Linux", "Services", "Settings",
                logging, system,
            ],
            exclude: ["sink.py"], swiftSettings: strict),
        tests("OfficeTests", ["Office", "Reports", "Rules"]),
        // What instructions.py counts the instructions of.
        .executableTarget(
            name: "Instructions", dependencies: ["CPoppler", "Extraction", "ReaderInterface", "Reading", "Rules"],
            path: "Tests/Instructions", exclude: ["baseline.json", "instructions.py"], swiftSettings: strict),
        // A worker that misbehaves as its document tells it to.
        .executableTarget(
            name: "BadWorker", dependencies: ["Confinement", "Linux", "ReaderInterface", "Reports", system],
            path: "Tests/BadWorker",
            swiftSettings: strict),
        // They run the worker, which the build puts beside them.
        tests(
            "SettingsTests",
            ["Channels", "Linux", "Office", "ReaderInterface", "Reports", "Rules", "Settings", system]),
        tests("LedgerTests", ["Alerts", "Ledger", "Linux", "Office", "Reports", "Rules", grdb, logging, system]),
        tests("AlertsTests", ["Alerts"]),
        tests("ServicesTests", ["Linux", "Services"]),
        tests(
            "DaemonTests",
            [
                "Alerts", "BadWorker", "CKernel", "Channels", "Daemon", "Ledger", "Linux", "Office", "ReaderInterface",
                "Reports", "Rules", "Services", "Settings", "nianbao-reader", grdb, logging, system,
            ]),
        tests(
            "CollectionTests",
            [
                "Alerts", "Collection", "Daemon", "Ledger", "Linux", "Office", "Reports", "Rules", "Services", "Settings",
                grdb, logging, system,
            ]),
        tests("GoldTests", ["Daemon", "Office", "Rules", "Settings", "nianbao-reader"]),
        tests("CommandTests", ["BadWorker", "Ledger", "Linux", "Reports", "nianbao-reader", system]),
        tests("WorkbooksTests", ["Office", "Reports", "Rules", "Workbooks"]),
        tests("BrowserTests", ["Daemon", "Linux", "Settings", "Office", "Reports", "Rules", "nianbao-reader"]),
        .testTarget(
            name: "FaultLab",
            dependencies: ["Fixtures", "nianbao", "nianbao-reader"],
            exclude: [
                "backlog.sh", "cases.sh", "collect.py", "compare.sh", "forge.py", "lab.sh", "namespace.sh", "part-damage.sh",
                "part-disk.sh", "part-error.sh", "part-flood.sh", "part-forged.sh", "part-full.sh", "part-inbox.sh",
                "part-journald.sh", "part-kill.sh", "part-power.sh", "part-prune.sh", "part-random.sh",
                "part-replay.sh", "part-writer.sh", "torture.sh",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SystemTests",
            dependencies: [
                "Daemon", "Fixtures", "Ledger", "Office", "Rules", "Settings", "nianbao", "nianbao-reader",
            ],
            exclude: ["checks.sh", "container.sh", "lib.sh", "restore.sh", "run.sh", "shares.sh"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)

if isFuzzing {
    package.targets.append(
        .target(
            name: "Fuzz",
            dependencies: ["CPoppler", "Documents", "Extraction", "Fixtures", "ReaderInterface", "Reading", "Rules"],
            path: "Tests/Fuzz/Sources",
            swiftSettings: strict + watched))
    package.products.append(.library(name: "Fuzz", type: .static, targets: ["Fuzz"]))
}

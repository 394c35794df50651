import Alerts
import Fixtures
import Foundation
import Ledger
import Reports
import Services
import Settings
import SystemPackage
import Testing

@testable import Daemon

@Suite struct `Copies that are gone` {
    private let bureau: Bureau
    private let monitor: AlertMonitor

    init() async throws {
        bureau = try await Bureau()
        var settings = bureau.settings
        settings.status.path = FilePath(bureau.scratch.path("status"))
        (settings.alerts.diskFree, settings.alerts.inodesFree) = (1, 1)
        monitor = AlertMonitor(Configuration(settings: settings, roster: Roster()), bureau.context)
        // More than a sample holds.
        for number in 1...20 { try bureau.drop("accepted 第\(number)中学 2024", as: "\(number).txt") }
        await bureau.work()
    }

    private func archiveAlerts() async throws -> [String] {
        bureau.wait(.seconds(60))
        await monitor.look(at: bureau.now)
        return try await bureau.ledger.alerts().filter { $0.alert.kind == .archiveLost }.map(\.alert.message)
    }

    private func move(_ name: String, to other: String) throws {
        try FileManager.default.moveItem(atPath: bureau.scratch.path(name), toPath: bureau.scratch.path(other))
    }

    @Test func `are an alert, which says how many there are`() async throws {
        #expect(try await archiveAlerts() == [])
        try move("state/archive", to: "aside")
        let alerts = try await archiveAlerts()
        #expect(alerts.count == 1 && alerts[0].contains("查了 20 份报告，20 份没有存档。"), "\(alerts)")
        try move("aside", to: "state/archive")
        #expect(try await archiveAlerts() == [])
        let told = try await bureau.records().filter { $0.entry.fields["ALERT"] == "archive-lost" }
        #expect(told.map(\.entry.event) == [.alert, .cleared])
    }

    @Test func `are one until each is back, also one that no sample shows`() async throws {
        let contents = try await bureau.ledger.currentContents()
        let hidden = try #require(contents.subtracting(try await bureau.ledger.sampleOfContents()).first)
        let folder = "state/archive/\(hidden.prefix(2))"
        let name = try #require(try bureau.scratch.names(in: folder).first { $0.hasPrefix(hidden) })
        try move("state/archive", to: "aside")
        #expect(try await archiveAlerts().count == 1)
        try move("aside", to: "state/archive")
        try move("\(folder)/\(name)", to: "aside")
        #expect(try await archiveAlerts().count == 1)
        try move("aside", to: "\(folder)/\(name)")
        #expect(try await archiveAlerts() == [])
    }
}

import Daemon
import Fixtures
import Foundation
import Linux
import Office
import Reports
import Settings
import SystemPackage
import Testing

@testable import Collection
@testable import Ledger

/// What the doctor says of the journals that have come and of the copies that are made from them.
@Suite("Doctor of a collector", .enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote"))
struct DoctorTests {
    private static let offices = [
        OfficeRoster.Office(name: "青岚市", certificate: "qinglan"), .init(name: "海州市", certificate: "haizhou"),
    ]
    private let province: Province
    private let qinglan, haizhou: County

    init() async throws {
        province = try Province()
        qinglan = try await County("青岚市", in: province.scratch, at: Province.now)
        haizhou = try await County("海州市", in: province.scratch, at: Province.now)
        for number in 1...120 { try await qinglan.judge("第\(number)局") }
        try await haizhou.judge("民政局")
        try province.send(try await qinglan.records(), from: "qinglan")
        try province.send(try await haizhou.records(), from: "haizhou")
        _ = try await province.collect(Self.offices)
    }

    private func rows(_ topic: String, at date: Date = .now) async -> [String] {
        let doctor = Doctor(settings: province.settings(), roster: Roster(), service: Doctor.collector)
        return await doctor.examineCollecting(OfficeRoster(Self.offices), at: date).filter { $0.topic == topic }
            .map { "\($0.outcome.rawValue) \($0.message)" }
    }

    private func file(_ name: String) -> String { province.scratch.path("journals/\(name)") }

    private func copy(of county: County) -> String { "state/offices/\(county.ledger.id).sqlite" }

    /// Spoils the bytes of a file from a place on.
    private func spoil(_ path: String, _ count: Int, before place: (Data) throws -> Int) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        let end = try place(bytes)
        for place in end - count..<end { bytes[place] = UInt8(truncatingIfNeeded: place &* 167) }
        try bytes.write(to: URL(filePath: path))
    }

    @Test func `where nothing is wrong it says so, and leaves nothing behind`() async throws {
        // What is sent once more has the same times.
        try province.send(try await haizhou.records(), from: "haizhou")
        let before = try province.scratch.names(in: "state/offices")
        #expect(await rows("日志文件") == ["good 2 个文件都能打开，没有损坏。"])
        #expect(await rows("汇集的副本") == ["good 2 个办公室的副本都在，没有损坏。"])
        #expect(try province.scratch.names(in: "state/offices") == before)
    }

    @Test(arguments: DamageTests.Rest.allCases)
    func `a journal file that cannot be opened is named as the service names it`(rest: DamageTests.Rest) async throws {
        let bad = "remote-qinglan@0009.journal~"
        let whole = try Data(contentsOf: URL(filePath: file("remote-qinglan.journal")))
        try rest.of(whole).write(to: URL(filePath: file(bad)))
        let told = try await province.collect(Self.offices).troubles().map(\.words)
        #expect(await rows("日志文件") == told.map { "trouble \($0)" })
        #expect(told.count == 1 && told[0].contains(bad))
    }

    @Test func `a journal file that was begun just now is given time`() async throws {
        try province.scratch.write("", to: "journals/remote-new.journal")
        let doctor = Doctor(
            settings: province.settings { $0.collect.patience = .seconds(3_600) }, roster: Roster(),
            service: Doctor.collector)
        let found = await doctor.examineCollecting(OfficeRoster(Self.offices), at: .now)
        #expect(found.filter { $0.topic == "日志文件" }.map(\.outcome) == [.notice])
    }

    @Test func `a journal file that is damaged in the middle is named`() async throws {
        try spoil(file("remote-qinglan.journal"), 40_000) { bytes in
            try #require(bytes.lastRange(of: Array("NIANBAO_RECORD=60".utf8))?.lowerBound)
        }
        let found = await rows("日志文件")
        #expect(found.count == 1 && found[0].hasPrefix("trouble "), "\(found)")
        #expect(found.first?.contains("remote-qinglan.journal 有损坏") == true, "\(found)")
    }

    @Test func `a copy that is damaged is named, wherever it is`() async throws {
        let path = province.scratch.path(copy(of: qinglan))
        try spoil(path, 8_000) { $0.count / 2 }
        let bytes = try Data(contentsOf: URL(filePath: path))
        let found = await rows("汇集的副本")
        #expect(found.count == 1 && found[0].hasPrefix("trouble 青岚市的副本 \(path) 已损坏（"), "\(found)")
        #expect(try Data(contentsOf: URL(filePath: path)) == bytes, "it only looks")
        try province.scratch.write("no database at all", to: copy(of: qinglan))
        #expect(await rows("汇集的副本").first?.hasPrefix("trouble 青岚市的副本 \(path) 已损坏（") == true)
    }

    @Test func `a copy that is gone, or lags behind what is shown, is told of`() async throws {
        try FileManager.default.removeItem(atPath: province.scratch.path(copy(of: haizhou)))
        let gone = await rows("汇集的副本")
        #expect(gone.count == 1 && gone[0].hasPrefix("trouble 没有海州市的副本（"), "\(gone)")
        // Made anew from journals that lack the end.
        try FileManager.default.removeItem(atPath: file("remote-haizhou.journal"))
        try province.send(try await haizhou.records().dropLast(), from: "haizhou")
        let told = try await province.collect(Self.offices).troubles().map(\.words)
        #expect(await rows("汇集的副本") == told.map { "trouble \($0)" })
        #expect(told.count == 1 && told[0].contains("副本丢失或损坏"))
    }

    @Test func `a damaged copy that was put aside can be deleted once there is a whole one`() async throws {
        try province.scratch.write(String(repeating: "no database ", count: 4_000), to: copy(of: qinglan))
        try await qinglan.judge("教育局")
        try province.send(try await qinglan.records().suffix(1), from: "qinglan")
        try await province.collect(Self.offices)
        let aside = province.scratch.path("state/offices/\(qinglan.ledger.id).damaged")
        let found = await rows("汇集的副本")
        #expect(
            found == [
                "good 2 个办公室的副本都在，没有损坏。",
                "notice \(aside) 是移开的损坏的副本（青岚市）。现在的副本是完整的，它可以删除：rm '\(aside)'",
            ], "\(found)")
        try FileManager.default.removeItem(atPath: province.scratch.path(copy(of: qinglan)))
        let without = await rows("汇集的副本")
        #expect(without.last == "notice \(aside) 是移开的损坏的副本（青岚市）。现在的副本还不完整，请先不要删除它。", "\(without)")
    }

    @Test func `beside a service that writes it a copy is looked at with what is in its log`() async throws {
        let replica = try Replica(of: haizhou.ledger.id, in: FilePath(province.scratch.path("state/offices")))
        try await haizhou.judge("水利局")
        try province.send(try await haizhou.records().suffix(1), from: "haizhou")
        let records = try RemoteRecords(
            of: haizhou.ledger.id,
            in: SentJournals([FilePath(file("remote-haizhou.journal"))], from: .unit("nianbao.service")))
        _ = try replica.follow(records, from: "haizhou")
        let before = try province.scratch.names(in: "state/offices")
        #expect(before.contains { $0.hasSuffix("-wal") })
        #expect(await rows("汇集的副本") == ["good 2 个办公室的副本都在，没有损坏。"])
        #expect(try province.scratch.names(in: "state/offices") == before)
        withExtendedLifetime(replica) {}
    }
}

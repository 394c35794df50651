import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Services
import Settings
import SystemPackage
import Testing

/// What is old goes, and everything that people and programs can ask of the ledger stays as it was.
@Suite struct PruningTests {
    private let bureau: Bureau
    private let settings: Settings
    private static let tenYears = Duration.seconds(11 * 366 * 86_400)

    /// Three versions of one report, one of another, and alerts that came and went.
    init() async throws {
        bureau = try await Bureau()
        settings = bureau.settings
        for text in ["returned 财政局 2024 3", "returned 财政局 2024 2", "accepted 财政局 2024"] {
            try bureau.drop(text, as: "财政局.txt")
            await bureau.work()
        }
        try bureau.drop("returned 水利局 2024 2", as: "水利局.txt")
        try bureau.scratch.makePipe("inbox/管道")
        await bureau.work()
        try bureau.remove("管道")
        await bureau.work()
        try await bureau.ledger.append([.started], at: bureau.now.date)
        try await confirmAll()
    }

    private func confirmAll() async throws {
        let numbers = try await bureau.records().map(\.number)
        try await bureau.ledger.mark(numbers: numbers, .confirmed, at: bureau.now.date)
    }

    private func age() throws {
        bureau.wait(Self.tenYears)
        let archive = bureau.scratch.path("state/archive")
        for name in FileManager.default.enumerator(atPath: archive)?.allObjects as? [String] ?? [] {
            try FileManager.default.setAttributes(
                [.modificationDate: bureau.now.date - 100_000], ofItemAtPath: "\(archive)/\(name)")
        }
    }

    private func prune(applies: Bool = true) async throws -> Retention.Report {
        try await Retention(settings: settings).run(applies: applies, at: bureau.now.date)
    }

    private func copies() throws -> Int {
        let archive = bureau.scratch.path("state/archive")
        let names = FileManager.default.enumerator(atPath: archive)?.allObjects as? [String] ?? []
        return names.count { $0.contains("/") }
    }

    @Test func `nothing that is young goes, nor anything without apply`() async throws {
        #expect(try await prune().isEmpty)
        try age()
        let report = try await prune(applies: false)
        #expect(report.copies == 2)
        #expect(report.ledger.records > 5)
        #expect(report.lines(applied: false).first == "将清理：")
        #expect(try copies() == 4)
        #expect(try bureau.verification().records > 10)
    }

    @Test func `what is old goes, the current versions and every result stay`() async throws {
        try age()
        let report = try await prune()
        #expect((report.copies, report.strays) == (2, 0))
        #expect(try copies() == 2)
        #expect(try await bureau.reports() == ["水利局 2024 v1 returned", "财政局 2024 v3 accepted"])
        #expect(try bureau.verification().versions == 4)
        #expect(try await bureau.messages(of: .pruned).count == 1)
        #expect(try await bureau.messages(of: .pruned)[0].contains("旧版存档 2 份"))
        #expect(try await prune().isEmpty)
    }

    @Test func `ledgers that were set aside go when they are old, and keys do not`() async throws {
        let scratch = bureau.scratch
        try scratch.makeFolder("state/damaged-2014-01-01T000000Z")
        let old = [
            "damaged-2014-01-01T000000Z/ledger.sqlite", "damaged-ledger.sqlite-wal", "ledger-before-seals.sqlite",
        ]
        let others = ["damaged-ledger.keys", "ledger-before-texts.sqlite"]
        for name in old + others { try scratch.write("旧台账", to: "state/\(name)") }
        let times = (old + ["damaged-2014-01-01T000000Z", "damaged-ledger.keys"]).map { ($0, bureau.now.date) }
        for (name, date) in times {
            try FileManager.default.setAttributes(
                [.modificationDate: date - 4 * 366 * 86_400], ofItemAtPath: scratch.path("state/\(name)"))
        }
        let report = try await prune(applies: false)
        #expect(report.lines(applied: false).dropFirst().map { $0.hasPrefix("  3 本旧台账") } == [true, false])
        _ = try await prune()
        let left = try FileManager.default.contentsOfDirectory(atPath: scratch.path("state"))
        #expect(Set(left).isSuperset(of: others))
        #expect(left.count { $0.hasPrefix("damaged-") || $0.hasPrefix("ledger-before-") } == 2)
        #expect(try await bureau.messages(of: .pruned).first?.contains("旧台账 3 本") == true)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `the ledger is verified as before, and what is taken away from it by others is found`() async throws {
        try age()
        _ = try await prune()
        #expect(try bureau.verification().deviations == [])
        try await bureau.ledger.append([.started], at: bureau.now.date)
        #expect(try bureau.verification().deviations == [])
        try await confirmAll()
        try age()
        _ = try await prune()
        #expect(try bureau.verification().deviations == [])
        try bureau.sabotage("INSERT INTO pruned VALUES (900, 901, 'x')")
        #expect(try bureau.verification().deviations.contains { $0.contains("清理登记") })
    }

    @Test func `a record that somebody takes away and calls pruned is missed`() async throws {
        try bureau.sabotage("INSERT INTO pruned SELECT number, number, chain FROM record WHERE number = 3")
        try bureau.sabotage("DELETE FROM record WHERE number = 3")
        #expect(try bureau.verification().deviations.contains { $0.contains("清理登记") })
    }

    @Test func `a copy that no version names is swept, once it is a day old`() async throws {
        try bureau.scratch.makeFolder("state/archive/ab")
        try bureau.scratch.write("中断", to: "state/archive/ab/\(String(repeating: "ab", count: 32))")
        #expect(try await prune().strays == 0)
        bureau.wait(.seconds(0))
        let later = Date.now + 200_000
        let report = try await Retention(settings: settings).run(applies: true, at: later)
        #expect(report.strays == 1)
        #expect(try await bureau.messages(of: .pruned) == ["按保存期限清理：没有登记的存档 1 份。"])
        #expect(try copies() == 4)
    }

    @Test func `what was not confirmed by the journal stays`() async throws {
        try await bureau.ledger.append([.started], at: bureau.now.date)
        try age()
        _ = try await prune()
        #expect(try await bureau.messages(of: .started).count == 1)
    }
}

import Fixtures
import Foundation
import Office
import Reports
import Rules
import SystemPackage
import Testing

@testable import Collection
@testable import Ledger

/// What a person has confirmed by mistake, and takes back.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct UndoTests {
    private struct Missing: Error {}

    private let province: Province
    private let county: County
    private let offices = [
        OfficeRoster.Office(name: "甲县", certificate: "a"), OfficeRoster.Office(name: "乙县", certificate: "b"),
    ]
    private let person = Decider(uid: 1, account: "a")

    init() async throws {
        province = try Province()
        county = try await County("乙县", in: province.scratch, at: Province.now)
        try await county.judge("财政局")
        try await county.judge("水利局")
    }

    private func send(_ records: some Sequence<Record>) throws { try province.send(records, from: "b") }

    private func confirm(_ office: String = "乙县") async throws {
        let ledger = try await province.collect()
        #expect(try await ledger.confirm(office, why: "弄错了", by: person, at: Province.now) != .nothingToConfirm)
    }

    private func undo(_ office: String = "乙县") async throws {
        let ledger = try Ledger(in: FilePath(province.scratch.path("state")))
        guard case .undone = try await ledger.undo(office, why: "改正", by: person, at: Province.now)
        else { throw Missing() }
    }

    private func removeCopies() throws {
        try FileManager.default.removeItem(atPath: province.scratch.path("state/offices"))
    }

    @Test(arguments: [false, true])
    func `behind a gap it is waited for what is missing again`(isAnew: Bool) async throws {
        let records = try await county.records()
        try send(records.filter { $0.number != 2 })
        try await confirm()
        #expect(try await province.collect().bodies(of: "乙县") == ["水利局 2024 accepted"])
        try await undo()
        if isAnew { try removeCopies() }
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "乙县").isEmpty)
        #expect(try ledger.wrong() == ["乙县 gap"])
        #expect(try await ledger.undo("乙县", why: "再来", by: person, at: Province.now) == .nothingToUndo)
        try send(records[1...1])
        let later = try await province.collect()
        #expect(try later.bodies(of: "乙县").count == 2)
        #expect(try later.wrong().isEmpty)
    }

    @Test(arguments: [false, true])
    func `after a fork the old way is gone again, and the other can be chosen once more`(isAnew: Bool) async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try await county.judge("民政局")
        try send(try await county.records())
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("教育局", .returned)
        try send(try await restored.records().suffix(1))
        try await confirm()
        #expect(try await province.collect().bodies(of: "乙县").contains("教育局 2024 returned"))
        try await undo()
        if isAnew { try removeCopies() }
        let old = try await province.collect()
        #expect(try old.bodies(of: "乙县").contains("教育局 2024 accepted"))
        #expect(try old.bodies(of: "乙县").contains("民政局 2024 accepted"))
        #expect(try old.wrong() == ["乙县 fork"])
        #expect(try await old.confirm("乙县", why: "真的恢复过", by: person, at: Province.now) != .nothingToConfirm)
        let new = try await province.collect()
        #expect(try new.bodies(of: "乙县").contains("教育局 2024 returned"))
        #expect(try new.wrong().isEmpty)
        try await restored.judge("审计局")
        try send(try await restored.records().suffix(1))
        #expect(try await province.collect().bodies(of: "乙县").contains("审计局 2024 accepted"))
    }

    @Test func `what is gone from the journals is not undone, and told of`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try send(try await county.records())
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("教育局", .returned)
        try send(try await restored.records().suffix(1))
        try await confirm()
        try await province.collect()
        try FileManager.default.removeItem(atPath: province.scratch.path("journals/remote-b.journal"))
        try send(try await restored.records())
        try await undo()
        for _ in 1...2 {
            let ledger = try await province.collect()
            #expect(try ledger.bodies(of: "乙县").contains("教育局 2024 returned"))
            #expect(try ledger.wrong() == ["乙县 fork"])
            #expect(try ledger.troubles()[0].words.contains("已撤回"))
        }
        // It is sent once more.
        try send(try await county.records())
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "乙县").contains("教育局 2024 accepted"))
        #expect(try ledger.wrong() == ["乙县 fork"])
    }

    @Test func `what followed a gap stays where it is gone from the journals`() async throws {
        let records = try await county.records()
        try send(records.filter { $0.number != 2 })
        try await confirm()
        try await province.collect()
        try FileManager.default.removeItem(atPath: province.scratch.path("journals/remote-b.journal"))
        try await county.judge("教育局")
        try send(try await county.records().suffix(1))
        try await undo()
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "乙县") == ["教育局 2024 accepted", "水利局 2024 accepted"])
        #expect(try ledger.wrong() == ["乙县 gap"])
        try send(records)
        let later = try await province.collect()
        #expect(try later.bodies(of: "乙县").count == 3)
        #expect(try later.wrong().isEmpty)
    }

    @Test func `what was confirmed from the start and is undone is not shown`() async throws {
        try send(try await county.records().suffix(1))
        try await confirm()
        #expect(try await province.collect().bodies(of: "乙县") == ["水利局 2024 accepted"])
        try await undo()
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "乙县").isEmpty)
        #expect(try ledger.wrong() == ["乙县 gap"])
    }

    @Test func `of two choices the first holds when the second is undone`() async throws {
        let first = try await county.backup(as: "first")
        try await county.judge("教育局")
        let second = try await county.backup(as: "second")
        for body in ["民政局", "司法局"] { try await county.judge(body) }
        try send(try await county.records())
        try await province.collect()
        let later = try await County(restoring: second, of: county)
        for body in ["民政局", "司法局"] { try await later.judge(body, .returned) }
        try send(try await later.records().suffix(2))
        try await confirm()
        let shown = try await province.collect().bodies(of: "乙县")
        #expect(shown.filter { $0.hasSuffix("returned") }.count == 2)
        let earlier = try await County(restoring: first, of: county)
        try await earlier.judge("教育局", .returned)
        try send(try await earlier.records().suffix(1))
        try await confirm()
        #expect(try await province.collect().bodies(of: "乙县").contains("教育局 2024 returned"))
        try await undo()
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "乙县") == shown)
        let words = try ledger.troubles().map(\.words)
        #expect(try ledger.wrong() == ["乙县 fork"], "\(words)")
    }

    @Test func `an office that has another name by now takes back what it had then`() async throws {
        try send(try await county.records().filter { $0.number != 2 })
        try await confirm()
        try await county.ledger.name(office: "乙区")
        try await county.judge("教育局")
        try send(try await county.records().suffix(1))
        #expect(try await province.collect().followedOffices().map(\.name) == ["乙区"])
        try await undo("乙区")
        let ledger = try await province.collect()
        #expect(try ledger.wrong().contains { $0.hasSuffix(" gap") })
        #expect(try ledger.followedOffices().count == 1)
    }

    @Test(arguments: [false, true])
    func `what the right office has no longer in its journals stays when its ledger comes back`(isByUndo: Bool)
        async throws
    {
        let own = try await County("甲县", in: province.scratch, at: Province.now)
        try province.send(try await own.records(), from: "a")
        try send(try await county.records())
        try await province.collect(offices)
        // All of it is collected, and cleaned away.
        try FileManager.default.removeItem(atPath: province.scratch.path("journals/remote-b.journal"))
        try await county.judge("教育局")
        try send(try await county.records().suffix(1))
        try await province.collect(offices)
        try await province.forge(in: county, as: "甲县", from: "a")
        let ledger = try await province.collect(offices)
        #expect(try await ledger.confirm("甲县", why: "弄错了", by: person, at: Province.now) != .nothingToConfirm)
        let wrong = try await province.collect(offices)
        if isByUndo {
            try await undo("甲县")
        } else {
            #expect(try await wrong.confirm("乙县", why: "改正", by: person, at: Province.now) != .nothingToConfirm)
        }
        #expect(try await province.collect(offices).bodies(of: "乙县").count == 3)
        try await county.judge("司法局")
        try send(try await county.records().suffix(1))
        let later = try await province.collect(offices)
        #expect(try later.bodies(of: "乙县").count == 4)
        #expect(try !later.wrong().contains("乙县 fork"))
    }

    @Test func `a new ledger gives place to the one before it`() async throws {
        try send(try await county.records())
        try await province.collect()
        let other = try await County("乙县", in: province.scratch, as: "other", at: Province.now)
        try await other.judge("教育局")
        try send(try await other.records())
        try await confirm()
        #expect(try await province.collect().bodies(of: "乙县") == ["教育局 2024 accepted"])
        try await undo()
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "乙县") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try ledger.wrong() == ["乙县 new-ledger"], "as it was")
        try await other.judge("审计局")
        try send(try await other.records().suffix(1))
        #expect(try await province.collect().wrong() == ["乙县 new-ledger"])
    }

    @Test func `a ledger that was given to another office is given back, without what that one wrote in it`()
        async throws
    {
        let own = try await County("甲县", in: province.scratch, at: Province.now)
        try await own.judge("民政局")
        try province.send(try await own.records(), from: "a")
        try send(try await county.records())
        try await province.collect(offices)
        let before = try await province.collect(offices).followedOffices().map(\.ledger)
        try await province.forge(in: county, as: "甲县", from: "a")
        let ledger = try await province.collect(offices)
        #expect(try await ledger.confirm("甲县", why: "弄错了", by: person, at: Province.now) != .nothingToConfirm)
        #expect(try await province.collect(offices).followedOffices().map(\.name) == ["甲县"])
        try await undo("甲县")
        let mended = try await province.collect(offices)
        #expect(try mended.followedOffices().map(\.ledger) == before)
        #expect(try mended.followedOffices().map(\.record) == [3, 2], "what was forged is gone")
        #expect(try mended.bodies(of: "乙县") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try mended.wrong() == ["乙县 two-of-one-ledger", "甲县 two-of-one-ledger"])
        try await county.judge("教育局")
        try send(try await county.records().suffix(1))
        let later = try await province.collect(offices)
        #expect(try later.bodies(of: "乙县").count == 3)
        #expect(try !later.wrong().contains("乙县 fork"))
    }

    @Test func `what something else rests on is undone after that`() async throws {
        let own = try await County("甲县", in: province.scratch, at: Province.now)
        try province.send(try await own.records(), from: "a")
        try send(try await county.records())
        try await province.collect(offices)
        try await province.forge(in: county, as: "甲县", from: "a")
        let ledger = try await province.collect(offices)
        #expect(try await ledger.confirm("甲县", why: "弄错了", by: person, at: Province.now) != .nothingToConfirm)
        let wrong = try await province.collect(offices)
        #expect(try await wrong.confirm("乙县", why: "改正", by: person, at: Province.now) != .nothingToConfirm)
        #expect(try await wrong.undo("甲县", why: "?", by: person, at: Province.now) == .restsUnder("乙县"))
        #expect(try await wrong.undo("丙县", why: "?", by: person, at: Province.now) == .nothingToUndo)
        try await undo("乙县")
        try await undo("甲县")
        let later = try await province.collect(offices)
        #expect(try later.followedOffices().map(\.name) == ["乙县", "甲县"])
        #expect(try later.bodies(of: "乙县").count == 2)
    }
}

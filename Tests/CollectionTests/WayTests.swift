import Fixtures
import Foundation
import Office
import Reports
import Rules
import SystemPackage
import Testing

@testable import Collection
@testable import Ledger

/// Ledgers that were put back from a backup, and what comes of the way that they left.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct WayTests {
    private let province: Province
    private let county: County
    private let person = Decider(uid: 1, account: "a")

    init() async throws {
        province = try Province()
        county = try await County("青岚市", in: province.scratch, at: Province.now)
        try await county.judge("财政局")
        try await county.judge("水利局")
    }

    private func send(_ records: [Record]) throws { try province.send(records, from: "qinglan") }

    private func send(_ entries: [JournalFiles.Entry]) throws {
        try JournalFiles.append(
            entries.map { $0 + Province.service }, to: province.scratch.path("journals/remote-qinglan.journal"),
            in: province.scratch, at: Province.now)
    }

    @Test func `a fork is told of until it is confirmed, whatever comes since`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try await county.judge("民政局")
        let old = try await county.records()
        try send(old)
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("教育局", .returned)
        try send(try await restored.records().suffix(1))
        #expect(try await province.collect().wrong() == ["青岚市 fork"])
        try send(Array(old[..<2]))
        #expect(try await province.collect().wrong() == ["青岚市 fork"])
        try await county.judge("审计局")
        try send(try await county.records().suffix(1))
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 fork"])
        #expect(try await ledger.confirm("青岚市", why: "恢复过", by: person, at: Province.now) != .nothingToConfirm)
        #expect(try await province.collect().wrong().isEmpty)
        // The way that was left comes once more, and the other one goes on with a gap.
        try send(Array(old[3...]))
        let later = try await province.collect()
        #expect(try later.wrong().isEmpty)
        #expect(try later.bodies(of: "青岚市").contains("教育局 2024 returned"))
        // The same where the copy is made anew.
        try FileManager.default.removeItem(atPath: province.scratch.path("state/offices"))
        let anew = try await province.collect()
        #expect(try anew.wrong().isEmpty)
        #expect(try anew.bodies(of: "青岚市").contains("教育局 2024 returned"))
        try await restored.judge("民政局")
        try await restored.judge("审计局")
        try send(try await restored.records().suffix(1))
        #expect(try await province.collect().wrong() == ["青岚市 gap"])
    }

    @Test func `of two ways that come at once the one that was decided against is told of no more`() async throws {
        let copy = try await county.backup(as: "copy")
        for body in ["教育局", "民政局", "审计局"] { try await county.judge(body) }
        let restored = try await County(restoring: copy, of: county)
        for body in ["教育局", "民政局", "审计局", "统计局"] { try await restored.judge(body, .returned) }
        try send(try await county.records())
        try await province.collect()
        try send(try await restored.records().suffix(4))
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 fork"])
        #expect(try await ledger.confirm("青岚市", why: "恢复过", by: person, at: Province.now) != .nothingToConfirm)
        for _ in 1...2 {
            let later = try await province.collect()
            #expect(try later.wrong().isEmpty)
            #expect(try later.bodies(of: "青岚市").filter { $0.hasSuffix("returned") }.count == 4)
        }
    }

    @Test func `what is confirmed while a look is under way is not told of once more`() async throws {
        let records = try await county.records()
        try send(records.filter { $0.number != 2 })
        let ledger = try await province.collect()
        let (told, known) = try (ledger.found(from: "qinglan"), ledger.lastConfirmation())
        #expect(told.map(\.kind) == [.gap])
        #expect(try await ledger.confirm("青岚市", why: "漏了", by: person, at: Province.now) != .nothingToConfirm)
        try await ledger.show(told, of: "qinglan", confirmed: known, at: Province.now)
        #expect(try await ledger.confirm("青岚市", why: "漏了", by: person, at: Province.now) == .nothingToConfirm)
    }

    @Test func `a fork is told of though the old way has gone on in the same look`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try send(try await county.records())
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("教育局", .returned)
        try await county.judge("民政局")
        try send(try await restored.records().suffix(1) + county.records().suffix(1))
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 fork"])
        #expect(try ledger.bodies(of: "青岚市").contains("教育局 2024 accepted"))
        #expect(try await province.collect().wrong() == ["青岚市 fork"])
    }

    @Test func `what comes late is taken where it leads to what was confirmed, and nothing else is`() async throws {
        let base = try await county.records()
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try await county.judge("民政局")
        let old = try await county.records().suffix(2)
        let restored = try await County(restoring: copy, of: county)
        for body in ["司法局", "审计局", "统计局"] { try await restored.judge(body) }
        let new = try await restored.records().suffix(3)
        try send(base + new.suffix(1))
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 gap"])
        #expect(try await ledger.confirm("青岚市", why: "漏了", by: person, at: Province.now) != .nothingToConfirm)
        let shown = ["水利局 2024 accepted", "统计局 2024 accepted", "财政局 2024 accepted"]
        #expect(try await province.collect().bodies(of: "青岚市") == shown)
        try send(Array(old))
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市") == shown)
        #expect(try later.wrong().isEmpty)
        // The same where the copy is made anew.
        try FileManager.default.removeItem(atPath: province.scratch.path("state/offices"))
        #expect(try await province.collect().bodies(of: "青岚市") == shown)
        try send(Array(new.prefix(2)))
        let whole = try await province.collect()
        #expect(try whole.bodies(of: "青岚市").count == 5)
        #expect(try whole.wrong().isEmpty)
    }

    @Test func `a fork where records were missing once is told of`() async throws {
        let copy = try await county.backup(as: "copy")
        for body in ["教育局", "民政局", "审计局"] { try await county.judge(body) }
        let all = try await county.records()
        try send(all.filter { ![4, 5].contains($0.number) })
        let ledger = try await province.collect()
        #expect(try await ledger.confirm("青岚市", why: "漏了", by: person, at: Province.now) != .nothingToConfirm)
        try send(all)
        #expect(try await province.collect().wrong().isEmpty)
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("教育局", .returned)
        try send(try await restored.records().suffix(1))
        #expect(try await province.collect().wrong() == ["青岚市 fork"])
    }

    @Test func `a fork that nobody has confirmed is not followed where the copy is made anew`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try send(try await county.records())
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        for body in ["教育局", "民政局"] { try await restored.judge(body, .returned) }
        try send(try await restored.records().suffix(2))
        #expect(try await province.collect().wrong() == ["青岚市 fork"])
        try FileManager.default.removeItem(atPath: province.scratch.path("state/offices"))
        let anew = try await province.collect()
        #expect(try anew.wrong() == ["青岚市 fork"])
        #expect(try anew.bodies(of: "青岚市").contains("教育局 2024 accepted"))
    }

    @Test func `of several restorations that is told of with which the office goes on`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try send(try await county.records())
        try await province.collect()
        for index in 1...5 {
            try FileManager.default.copyItem(
                atPath: province.scratch.path(copy), toPath: province.scratch.path("again\(index)"))
            let restored = try await County(restoring: "again\(index)", of: county)
            for body in ["第\(index)局", "民政局"] { try await restored.judge(body) }
            try send(try await restored.records().suffix(2))
        }
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 fork"])
        #expect(try await ledger.confirm("青岚市", why: "恢复过", by: person, at: Province.now) != .nothingToConfirm)
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市").contains("第5局 2024 accepted"))
        #expect(try later.wrong().isEmpty)
    }

    @Test func `what bears the link of a record that was chosen and says something else is not taken for it`()
        async throws
    {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try send(try await county.records())
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        for body in ["教育局", "民政局"] { try await restored.judge(body, .returned) }
        let new = try await restored.records().suffix(2)
        let first = try #require(new.first)
        let forged = first.journalFields.map { (name: $0.name, value: $0.name == "MESSAGE" ? "伪造" : $0.value) }
        try JournalFiles.append(
            [forged + Province.service],
            to: province.scratch.path(
                "journals/remote-qinglan@0123456789abcdef0123456789abcdef-0000000000000001-0006000000000000.journal"),
            in: province.scratch, at: Province.now)
        try send(Array(new))
        let ledger = try await province.collect()
        #expect(try await ledger.confirm("青岚市", why: "恢复过", by: person, at: Province.now) != .nothingToConfirm)
        for isAnew in [false, true] {
            if isAnew { try FileManager.default.removeItem(atPath: province.scratch.path("state/offices")) }
            let later = try await province.collect()
            #expect(try later.bodies(of: "青岚市").filter { $0.hasSuffix("returned") }.count == 2)
            let state = FilePath(province.scratch.path("state/offices"))
            let replica = try Replica(of: county.ledger.id, in: state)
            #expect(try replica.record(first.number)?.message == first.entry.message)
        }
    }

    @Test func `a record that was sent very often hides none under its number`() async throws {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        let old = try await county.records()
        try send(old + Array(repeating: old[old.count - 1], count: 120))
        try await province.collect()
        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("民政局")
        try await restored.judge("审计局")
        try send(try await restored.records().suffix(2))
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 fork"])
        #expect(try await ledger.confirm("青岚市", why: "恢复过", by: person, at: Province.now) != .nothingToConfirm)
        #expect(
            try await province.collect().bodies(of: "青岚市")
                == ["审计局", "民政局", "水利局", "财政局"].map { "\($0) 2024 accepted" })
    }

    @Test func `what is no record hides none under its number`() async throws {
        try send(try await county.records())
        try await county.judge("教育局")
        let last = try #require(try await county.records().last)
        let noise = last.journalFields.filter { ["MESSAGE", "NIANBAO_LEDGER", "NIANBAO_RECORD"].contains($0.name) }
        try send(Array(repeating: noise, count: 120))
        try send([last])
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市").contains("教育局 2024 accepted"))
        #expect(try ledger.wrong() == ["qinglan foreign"])
    }

    @Test func `over a record that is out of bounds a person can have the rest followed`() async throws {
        let base = try await county.records()
        for body in ["教育局", "民政局", "审计局"] { try await county.judge(body) }
        let rest = try await county.records().suffix(3)
        let bad = try #require(rest.first).journalFields.map { ($0.name, $0.name == "PRIORITY" ? "99" : $0.value) }
        try send(base)
        try send([bad])
        try send(Array(rest.dropFirst()))
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["qinglan foreign", "青岚市 gap"])
        #expect(try await ledger.confirm("青岚市", why: "新版本", by: person, at: Province.now) != .nothingToConfirm)
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市").count == 4)
        #expect(try later.wrong() == ["qinglan foreign"])
    }
}

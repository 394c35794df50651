import Alerts
import Fixtures
import Foundation
import Linux
import Office
import Reports
import Rules
import Testing

@testable import Collection
@testable import Ledger

/// What comes of offices' records on their way: each is taken over once, in the order of its chain, or is shown as what it is.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct FollowingTests {
    private let province: Province
    private let county: County

    init() async throws {
        province = try Province()
        county = try await County("青岚市", in: province.scratch, at: Province.now)
        try await county.expect(["财政局", "水利局", "教育局"])
        try await county.judge("财政局")
        try await county.judge("水利局", .returned)
    }

    private let whole = ["财政局 2024 accepted", "水利局 2024 returned", "教育局 2024 overdue"]

    @Test func `records are taken over, also by one who starts anew`() async throws {
        let records = try await county.records()
        try province.send(Array(records[..<3]), from: "qinglan")
        #expect(try await province.collect().bodies(of: "青岚市").count == 3)
        try province.send(Array(records[3...]), from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong().isEmpty)
        #expect(try ledger.followedOffices().map(\.record) == [records.count])
    }

    @Test func `who has reported after the last day is late`() async throws {
        try province.send(try await county.records(), from: "qinglan")
        let ledger = try await province.collect()
        let year = try #require(try ledger.collectedOffice("青岚市", at: Province.now)?.years.first)
        // The county takes in what comes a day after the last one.
        #expect((year.expected, year.submitted, year.late, year.overdue) == (3, 2, 2, 1))
    }

    @Test func `their order in the journal says nothing, and what is there twice is one`() async throws {
        let records = try await county.records()
        try province.send(records.reversed() + records, from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong().isEmpty)
    }

    @Test func `journal files that were rotated are read with the one that grows`() async throws {
        let records = try await county.records()
        try province.send(Array(records[..<3]), from: "qinglan@00000000000000000000000000000001-0000000000000001-0005")
        try province.send(Array(records[3...]), from: "qinglan")
        #expect(try await province.collect().bodies(of: "青岚市") == whole)
    }

    @Test func `a record that is missing is waited for, and nothing behind it is shown`() async throws {
        let records = try await county.records()
        try province.send(records.filter { $0.number != 3 }, from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市").count == 3)
        #expect(try ledger.followedOffices().map(\.record) == [2])
        #expect(try ledger.wrong() == ["青岚市 gap"])
        #expect(try await ledger.lasts(.officeChain))
        // It comes late.
        try province.send(records.filter { $0.number == 3 }, from: "qinglan")
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市") == whole)
        #expect(try later.wrong().isEmpty)
        #expect(try await !later.lasts(.officeChain))
    }

    @Test func `over one that never comes a person can have the rest followed`() async throws {
        let records = try await county.records()
        try province.send(records.filter { $0.number != 2 }, from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 gap"])
        let who = Decider(uid: 1, account: "a")
        guard case .taken(let junction) = try await ledger.confirm("青岚市", why: "日志已清理", by: who, at: Province.now + 60)
        else { throw Missing() }
        #expect(junction.number == 3)
        let later = try await province.collect()
        // The roster was the record that is missing.
        #expect(try later.bodies(of: "青岚市") == ["水利局 2024 returned", "财政局 2024 accepted"])
        #expect(try later.wrong().isEmpty)
        #expect(try await later.confirm("青岚市", why: "再来", by: who, at: Province.now + 60) == .nothingToConfirm)
        // It comes after all.
        try province.send(records.filter { $0.number == 2 }, from: "qinglan")
        let whole = try await province.collect()
        #expect(try whole.bodies(of: "青岚市") == self.whole)
        #expect(try whole.wrong().isEmpty)
        #expect(try whole.followedOffices().map(\.record) == [records.count])
    }

    @Test func `a record that the chain does not lead to is shown and never applied`() async throws {
        let records = try await county.records()
        try province.send(Array(records[..<3]), from: "qinglan")
        let forged = records[3].journalFields.map { field in
            (name: field.name, value: field.name == "MESSAGE" ? "合格" : field.value)
        }
        try JournalFiles.append(
            [forged + Province.service], to: province.scratch.path("journals/remote-qinglan.journal"),
            in: province.scratch, at: Province.now)
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 unlinked"])
        #expect(try ledger.followedOffices().map(\.record) == [3])
        try province.send(records, from: "qinglan")
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市") == whole)
        #expect(try later.wrong() == ["青岚市 stray"])
    }

    @Test func `what others than the service wrote is told and never applied`() async throws {
        let records = try await county.records()
        try province.send(
            records, from: "qinglan",
            by: [(name: "_UID", value: "1000"), (name: "_SYSTEMD_UNIT", value: "session-1.scope")])
        #expect(try await province.collect().followedOffices().isEmpty)
        try province.send(records, from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong() == ["qinglan foreign"])
    }

    @Test func `an office that was put back from a backup is followed from there once a person has said so`()
        async throws
    {
        let copy = try await county.backup(as: "copy")
        try await county.judge("教育局")
        try await county.judge("财政局", .returned)
        let old = try await county.records()
        try province.send(old, from: "qinglan")
        #expect(try await province.collect().wrong().isEmpty)

        let restored = try await County(restoring: copy, of: county)
        try await restored.judge("教育局", .acceptedWithWarnings)
        let new = try await restored.records().filter { $0.number > 4 }
        try province.send(new, from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["青岚市 fork"])
        #expect(try ledger.bodies(of: "青岚市").contains("教育局 2024 accepted"))
        let who = Decider(uid: 1, account: "a")
        #expect(try await ledger.confirm("青岚市", why: "磁盘换过", by: who, at: Province.now + 60) != .nothingToConfirm)
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市") == Array(whole[..<2]) + ["教育局 2024 accepted-with-warnings"])
        #expect(try later.wrong().isEmpty)
        // And it goes on from there.
        try await restored.judge("水利局")
        try province.send(try await restored.records().suffix(1), from: "qinglan")
        #expect(try await province.collect().bodies(of: "青岚市").contains("水利局 2024 accepted"))
    }

    @Test func `a new ledger of an office is followed once a person has said so`() async throws {
        try province.send(try await county.records(), from: "qinglan")
        _ = try await province.collect()
        let other = try await County("青岚市", in: province.scratch, as: "other", at: Province.now + 30)
        try await other.judge("民政局")
        try province.send(try await other.records(), from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong() == ["青岚市 new-ledger"])
        let who = Decider(uid: 1, account: "a")
        #expect(try await ledger.confirm("青岚市", why: "重装过", by: who, at: Province.now + 60) != .nothingToConfirm)
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市") == ["民政局 2024 accepted"])
        #expect(try later.wrong().isEmpty)
    }

    @Test func `of two offices of one name the one with the certificate counts`() async throws {
        let offices = [OfficeRoster.Office(name: "青岚市", certificate: "qinglan")]
        try province.send(try await county.records(), from: "qinglan")
        let other = try await County("青岚市", in: province.scratch, as: "other", at: Province.now)
        try await other.judge("民政局")
        try province.send(try await other.records(), from: "stranger")
        let ledger = try await province.collect(offices)
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong() == ["青岚市 two-of-one-name"])
        #expect(try await ledger.lasts(.officeUnknown))
    }

    @Test func `an office that is not listed, or has no name, is shown and not followed`() async throws {
        let nameless = try await County("", in: province.scratch, as: "nameless", at: Province.now)
        try province.send(try await nameless.records(), from: "unknown")
        try province.send(try await county.records(), from: "qinglan")
        let ledger = try await province.collect([.init(name: "海州市", certificate: "haizhou")])
        #expect(try ledger.followedOffices().isEmpty)
        #expect(try ledger.wrong() == ["qinglan unlisted", "unknown nameless", "海州市 unheard"])
    }

    @Test func `one machine may pass on the records of many offices`() async throws {
        let other = try await County("海州市", in: province.scratch, at: Province.now)
        try await other.judge("民政局")
        try province.send(try await county.records() + other.records(), from: "city")
        let ledger = try await province.collect([
            .init(name: "青岚市", certificate: "city"), .init(name: "海州市", certificate: "city"),
        ])
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.bodies(of: "海州市") == ["民政局 2024 accepted"])
        #expect(try ledger.wrong().isEmpty)
    }

    @Test func `of those whose records one machine passes on each has its own silence and clock`() async throws {
        let old = Province.now - 200_000
        let other = try await County("海州市", in: province.scratch, at: old)
        let offices = ["青岚市", "海州市", "东州市"].map { OfficeRoster.Office(name: $0, certificate: "city") }
        let service = { (machine: String) in Province.service + [(name: "_MACHINE_ID", value: machine)] }
        try province.send(try await other.records(), from: "city", by: service("0b"), at: old)
        try province.send(try await county.records(), from: "city", by: service("0a"))
        #expect(try await province.collect(offices).wrong() == ["东州市 unheard", "海州市 silent"])
        // A sign of life is no record.
        try JournalFiles.append(
            [[(name: "MESSAGE", value: "报平安"), (name: "_MACHINE_ID", value: "0b")]],
            to: province.scratch.path("journals/remote-city.journal"), in: province.scratch, at: Province.now)
        #expect(try await province.collect(offices).wrong() == ["东州市 unheard"])
    }

    @Test func `of a record that another office of the same sender can have written that is said`() async throws {
        let other = try await County("海州市", in: province.scratch, at: Province.now)
        let offices = ["青岚市", "海州市"].map { OfficeRoster.Office(name: $0, certificate: "city") }
        let records = try await county.records()
        try province.send(Array(records[..<3]) + (try await other.records()), from: "city")
        let forged = records[3].journalFields.map { field in
            (name: field.name, value: field.name == "MESSAGE" ? "合格" : field.value)
        }
        try JournalFiles.append(
            [forged + Province.service], to: province.scratch.path("journals/remote-city.journal"),
            in: province.scratch, at: Province.now)
        let troubles = try await province.collect(offices).troubles()
        #expect(troubles.map(\.kind) == [.unlinked])
        #expect(troubles[0].words.contains("证书 city 为 2 个办公室传送"))
    }

    @Test func `silence and a clock that is off are told`() async throws {
        let old = Province.now - 200_000
        try province.send(try await county.records(), from: "qinglan", at: old)
        try FileManager.default.setAttributes(
            [.modificationDate: old], ofItemAtPath: province.scratch.path("journals/remote-qinglan.journal"))
        #expect(try await province.collect().wrong() == ["青岚市 silent"])
        try province.send(try await county.records(), from: "qinglan", at: Province.now + 4_000)
        #expect(try await province.collect().wrong() == ["青岚市 clock"])
    }

    @Test func `an office whose journals are gone is silent, and was heard of`() async throws {
        try province.send(try await county.records(), from: "qinglan")
        try await province.collect()
        try FileManager.default.removeItem(atPath: province.scratch.path("journals/remote-qinglan.journal"))
        #expect(try await province.collect().wrong() == ["青岚市 silent"])
    }

    @Test func `a journal that cannot be read hurts no other office`() async throws {
        try province.send(try await county.records(), from: "qinglan")
        try province.scratch.write("no journal", to: "journals/remote-broken.journal")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong() == ["broken unreadable"])
    }

    @Test func `a year that no report has, and numbers that no ledger has, hurt nobody`() async throws {
        let records = try await county.records()
        try province.send(records, from: "qinglan")
        var fields = records[2].entry.fields
        fields["YEAR"] = "9223372036854775807"
        let strange = try county.forge(after: records[3], fields)
        try JournalFiles.append(
            [
                strange + Province.service,
                strange.map { ($0.name, $0.name == "NIANBAO_RECORD" ? "900000000000" : $0.value) } + Province.service,
                strange.map { ($0.name, $0.name == "NIANBAO_RECORD" ? "-5" : $0.value) } + Province.service,
            ], to: province.scratch.path("journals/remote-qinglan.journal"), in: province.scratch, at: Province.now)
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong() == ["qinglan foreign", "青岚市 gap", "青岚市 unusable"])
        // And it is still said at the next look.
        #expect(try await province.collect().wrong() == ["qinglan foreign", "青岚市 gap", "青岚市 unusable"])
    }

    @Test func `a copy that is damaged is made anew, and keeps no other office back`() async throws {
        let other = try await County("海州市", in: province.scratch, at: Province.now)
        try await other.judge("民政局")
        try province.send(try await county.records(), from: "qinglan")
        try province.send(try await other.records(), from: "zhou")
        try await province.collect()
        try province.scratch.write(
            String(repeating: "no database ", count: 4_000), to: "state/offices/\(county.ledger.id).sqlite")
        try await county.judge("教育局")
        try await other.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "qinglan")
        try province.send(try await other.records().suffix(1), from: "zhou")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == Array(whole[..<2]) + ["教育局 2024 accepted"])
        #expect(try ledger.bodies(of: "海州市") == ["民政局 2024 accepted", "水利局 2024 accepted"])
        #expect(try ledger.wrong().isEmpty)
    }

    @Test func `of a copy that is gone, with the journals, what was shown stays`() async throws {
        try province.send(try await county.records(), from: "qinglan")
        try await province.collect()
        try FileManager.default.removeItem(atPath: province.scratch.path("state/offices"))
        try FileManager.default.removeItem(atPath: province.scratch.path("journals/remote-qinglan.journal"))
        try await county.judge("教育局")
        try province.send(try await county.records().suffix(1), from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong() == ["青岚市 copy-lost", "青岚市 gap"])
        // The office sends all of it once more.
        try province.send(try await county.records(), from: "qinglan")
        let later = try await province.collect()
        #expect(try later.bodies(of: "青岚市") == Array(whole[..<2]) + ["教育局 2024 accepted"])
        #expect(try later.wrong().isEmpty)
    }

    @Test func `an office that is taken off the list and put back is there as before`() async throws {
        let listed = [OfficeRoster.Office(name: "青岚市", certificate: "qinglan")]
        try province.send(try await county.records(), from: "qinglan")
        #expect(try await province.collect(listed).bodies(of: "青岚市") == whole)
        let without = try await province.collect([.init(name: "海州市", certificate: "zhou")])
        #expect(try without.bodies(of: "青岚市").isEmpty)
        #expect(try without.wrong().contains("qinglan unlisted"))
        let ledger = try await province.collect(listed)
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong().isEmpty)
    }

    @Test func `of two ledgers of an office that are there at once the one counts that is written still`() async throws
    {
        let older = try await County("青岚市", in: province.scratch, as: "older", at: Province.now - 90_000)
        try await older.judge("民政局")
        try province.send(try await older.records() + county.records(), from: "qinglan")
        let ledger = try await province.collect()
        #expect(try ledger.bodies(of: "青岚市") == whole)
        #expect(try ledger.wrong().isEmpty)
    }

    private struct Missing: Error {}
}

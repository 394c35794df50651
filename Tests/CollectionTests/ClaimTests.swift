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

/// Whose records a ledger's are, where more than one says that they are its own.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct ClaimTests {
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
    }

    /// Records of another office under the id of the county's ledger.
    private func forge() async throws {
        let thief = try await County("甲县", in: province.scratch, at: Province.now)
        try await thief.judge("民政局", .returned)
        let id = county.ledger.id
        let entries = try await thief.records().map { record in
            record.journalFields.map { ($0.name, $0.name == "NIANBAO_LEDGER" ? id : $0.value) } + Province.service
        }
        try JournalFiles.append(
            entries, to: province.scratch.path("journals/remote-a.journal"), in: province.scratch, at: Province.now)
    }

    @Test func `who was the first with the ledger of another one does not keep that one away`() async throws {
        try await forge()
        try await province.collect(offices)
        try province.send(try await county.records(), from: "b")
        let ledger = try await province.collect(offices)
        #expect(try ledger.wrong() == ["乙县 two-of-one-ledger", "甲县 two-of-one-ledger"])
        #expect(try ledger.bodies(of: "乙县").isEmpty, "a person has to say whose it is")
        #expect(try await ledger.lasts(.officeUnknown))
        #expect(try await ledger.confirm("乙县", why: "已核实", by: person, at: Province.now) != .nothingToConfirm)
        let later = try await province.collect(offices)
        #expect(try later.bodies(of: "乙县") == ["财政局 2024 accepted"])
        #expect(try later.bodies(of: "甲县").isEmpty)
        #expect(try await province.collect(offices).wrong() == ["乙县 two-of-one-ledger", "甲县 two-of-one-ledger"])
    }

    @Test func `who goes on with the ledger of another one is told of, and never applied`() async throws {
        let records = try await county.records()
        try province.send(records, from: "b")
        try await province.collect(offices)
        try await county.judge("水利局")
        let next = try await county.records().suffix(1)
        try province.send(Array(next), from: "a")
        let ledger = try await province.collect(offices)
        #expect(try ledger.bodies(of: "乙县") == ["财政局 2024 accepted"])
        #expect(try ledger.wrong() == ["a two-of-one-ledger"])
        // What comes by two ways is the same.
        try province.send(Array(next), from: "b")
        try await province.collect(offices)
        let later = try await province.collect(offices)
        #expect(try later.bodies(of: "乙县") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try later.wrong().isEmpty)
    }

    @Test func `an office of the list whose ledger was given to another one is told of, and gets it back`() async throws
    {
        let own = try await County("甲县", in: province.scratch, at: Province.now)
        try await own.judge("民政局")
        try province.send(try await own.records(), from: "a")
        try province.send(try await county.records(), from: "b")
        try await province.collect(offices)
        // Somebody writes in the ledger of another office, and is believed.
        try await province.forge(in: county, as: "甲县", from: "a")
        let ledger = try await province.collect(offices)
        #expect(try await ledger.confirm("甲县", why: "弄错了", by: person, at: Province.now) != .nothingToConfirm)
        let wrong = try await province.collect(offices)
        #expect(try wrong.followedOffices().map(\.name) == ["甲县"])
        #expect(try wrong.wrong().contains("乙县 two-of-one-ledger"))
        #expect(try await wrong.confirm("乙县", why: "改正", by: person, at: Province.now) != .nothingToConfirm)
        let mended = try await province.collect(offices)
        #expect(try mended.wrong().contains("甲县 new-ledger"))
        #expect(try await mended.confirm("甲县", why: "改正", by: person, at: Province.now) != .nothingToConfirm)
        let later = try await province.collect(offices)
        #expect(try later.bodies(of: "甲县") == ["民政局 2024 accepted"])
        #expect(try later.bodies(of: "乙县") == ["财政局 2024 accepted"])
        #expect(try later.followedOffices().map(\.record) == [2, 2], "what was forged is gone")
        try await county.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "b")
        let latest = try await province.collect(offices)
        #expect(try latest.bodies(of: "乙县") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try !latest.wrong().contains("乙县 fork"))
    }

    @Test func `a former ledger that is written again is told of, whatever its times, and can be taken again`()
        async throws
    {
        let later = Province.now + 86_400
        try province.send(try await county.records(), from: "b")
        try await province.collect(offices)
        let other = try await County("乙县", in: province.scratch, as: "other", at: Province.now)
        try province.send(try await other.records(), from: "b")
        // The office is back at its first ledger before the person confirms the second one.
        let ledger = try await province.collect(offices)
        try await county.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "b")
        #expect(try await ledger.confirm("乙县", why: "弄错了", by: person, at: later) != .nothingToConfirm)
        let wrong = try await province.collect(offices)
        #expect(try wrong.wrong() == ["乙县 new-ledger", "甲县 unheard"])
        #expect(try await wrong.confirm("乙县", why: "改正", by: person, at: later) != .nothingToConfirm)
        let mended = try await province.collect(offices)
        #expect(try mended.bodies(of: "乙县") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        // What comes of the other one once more is no news.
        try province.send(try await other.records(), from: "b")
        #expect(try await province.collect(offices).wrong() == ["甲县 unheard"])
    }

    @Test func `a ledger that was history when the office was first heard of is that also when it is sent once more`()
        async throws
    {
        let other = try await County("乙县", in: province.scratch, as: "other", at: Province.now)
        try await other.judge("教育局")
        try province.send(try await other.records(), from: "b")
        try province.send(try await county.records(), from: "b")
        #expect(try await province.collect(offices).bodies(of: "乙县") == ["财政局 2024 accepted"])
        try province.send(try await other.records(), from: "b")
        let ledger = try await province.collect(offices)
        #expect(try ledger.bodies(of: "乙县") == ["财政局 2024 accepted"])
        #expect(try ledger.wrong() == ["甲县 unheard"])
        try await other.judge("审计局")
        try province.send(try await other.records().suffix(1), from: "b")
        #expect(try await province.collect(offices).wrong() == ["乙县 new-ledger", "甲县 unheard"])
    }

    @Test func `a list in which a name has gone to another sender shows who has it now`() async throws {
        let own = try await County("甲县", in: province.scratch, at: Province.now)
        try await own.judge("民政局")
        try province.send(try await own.records(), from: "a")
        try await province.collect([.init(name: "甲县", certificate: "a")])
        let list = [
            OfficeRoster.Office(name: "新甲县", certificate: "a"), OfficeRoster.Office(name: "甲县", certificate: "b"),
        ]
        let next = try await County("甲县", in: province.scratch, as: "next", at: Province.now)
        try await next.judge("财政局")
        try province.send(try await next.records(), from: "b")
        let ledger = try await province.collect(list)
        #expect(try ledger.bodies(of: "甲县") == ["财政局 2024 accepted"])
        #expect(try ledger.wrong() == ["甲县 two-of-one-name"], "it calls itself so still")
        try await own.ledger.name(office: "新甲县")
        try await own.judge("水利局")
        try province.send(try await own.records().suffix(1), from: "a")
        let later = try await province.collect(list)
        #expect(Set(try later.bodies(of: "新甲县")) == ["水利局 2024 accepted", "民政局 2024 accepted"])
        let words = try later.troubles().map(\.words)
        #expect(words.isEmpty, "\(words)")
    }

    @Test func `without a list of offices another sender is followed once a person has said so`() async throws {
        try province.send(try await county.records(), from: "b")
        try await province.collect()
        try await county.judge("水利局")
        try province.send(try await county.records(), from: "new")
        let ledger = try await province.collect()
        #expect(try ledger.wrong() == ["乙县 two-of-one-ledger"])
        #expect(try await ledger.confirm("乙县", why: "换了证书", by: person, at: Province.now) != .nothingToConfirm)
        let later = try await province.collect()
        #expect(try later.bodies(of: "乙县") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try later.wrong().isEmpty)
    }

    @Test func `an office that calls itself otherwise is followed by its certificate, and told of`() async throws {
        try province.send(try await county.records(), from: "b")
        try await province.collect(offices)
        try await county.ledger.name(office: "乙区")
        try await county.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "b")
        let ledger = try await province.collect(offices)
        let bodies = ["水利局 2024 accepted", "财政局 2024 accepted"]
        #expect(try ledger.bodies(of: "乙县") == bodies)
        #expect(try ledger.wrong() == ["乙县 renamed", "甲县 unheard"])
        // It is the same where everything is made anew.
        try FileManager.default.removeItem(atPath: province.scratch.path("state"))
        try province.scratch.makeFolder("state")
        let anew = try await province.collect(offices)
        #expect(try anew.bodies(of: "乙县") == bodies)
        #expect(try anew.wrong() == ["乙县 renamed", "甲县 unheard"])
        // The list is changed.
        let later = try await province.collect([.init(name: "乙区", certificate: "b")])
        #expect(try later.bodies(of: "乙区") == bodies)
        #expect(try later.bodies(of: "乙县").isEmpty)
        #expect(try later.wrong().isEmpty)
    }

    @Test func `without a list an office has the name that it calls itself by, unless another one has it`() async throws
    {
        let other = try await County("甲县", in: province.scratch, at: Province.now)
        try province.send(try await other.records(), from: "a")
        try province.send(try await county.records(), from: "b")
        try await province.collect()
        try await county.ledger.name(office: "乙区")
        try await county.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "b")
        let ledger = try await province.collect()
        #expect(try ledger.followedOffices().map(\.name) == ["乙区", "甲县"])
        #expect(try ledger.bodies(of: "乙区") == ["水利局 2024 accepted", "财政局 2024 accepted"])
        #expect(try ledger.wrong().isEmpty)
        try await county.ledger.name(office: "甲县")
        try await county.judge("水利局")
        try province.send(try await county.records().suffix(1), from: "b")
        #expect(try await province.collect().wrong() == ["乙区 renamed"])
    }
}

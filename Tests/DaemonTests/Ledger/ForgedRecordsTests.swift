import Alerts
import Fixtures
import Foundation
import GRDB
import Linux
import Logging
import Office
import Reports
import Services
import Settings
import SystemPackage
import Testing

@testable import Daemon
@testable import Ledger

/// A journal to which others than the service have written as well.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct ForgedRecordsTests {
    private let bureau: Bureau
    private let genuine: [JournalFiles.Entry]

    init() async throws {
        bureau = try await Bureau()
        for (number, name) in ["财政局", "水利局"].enumerated() {
            try bureau.drop("returned \(name) 2024", as: "\(number).txt")
            await bureau.work()
        }
        genuine = try await bureau.records().map { $0.journalFields + Self.service }
    }

    private static let service = [(name: "_UID", value: "997"), (name: "_SYSTEMD_UNIT", value: "nianbao.service")]
    private static let nobody = [(name: "_UID", value: "65534"), (name: "_SYSTEMD_UNIT", value: "session-3.scope")]

    /// The entry of a record with other fields, as somebody has written it.
    private func forged(
        _ number: Int, _ changes: [String: String], by writer: JournalFiles.Entry = service
    ) -> JournalFiles.Entry {
        genuine[number - 1].filter { !$0.name.hasPrefix("_") }.map { field in
            (name: field.name, value: changes[field.name] ?? field.value)
        } + writer
    }

    /// The entry of a record that says something else and has the link that belongs to that: a link takes no key.
    private func linked(_ number: Int, message: String) throws -> JournalFiles.Entry {
        let records = try query("state") { try StoredRecord.fetchAll($0, sql: "SELECT * FROM record ORDER BY number") }
        let old = records[number - 1]
        let new = StoredRecord(
            number: number, event: old.event, priority: old.priority, message: message, fields: old.fields, at: old.at)
        let link = RecordChain.link(after: number > 1 ? records[number - 2].chain : "", new)
        return forged(number, ["MESSAGE": message, "NIANBAO_CHAIN": link])
    }

    private func query<Value>(_ folder: String, _ body: (Database) throws -> Value) throws -> Value {
        try DatabaseQueue(path: bureau.scratch.path("\(folder)/ledger.sqlite")).read(body)
    }

    private func replay(
        _ entries: [JournalFiles.Entry], as name: String = "anew", withKey: Bool = false, origin: JournalOrigin? = nil
    ) async throws -> RebuildingReport {
        let scratch = bureau.scratch
        let directory = try JournalFiles.make(entries, in: scratch, as: "\(name)-journal")
        for folder in [name, "\(name)-status"] { try scratch.makeFolder(folder) }
        if withKey { try scratch.copy(scratch.path("state/ledger.keys"), to: "\(name)/ledger.keys") }
        var settings = Settings()
        settings.state.path = FilePath(scratch.path(name))
        settings.status.path = FilePath(scratch.path("\(name)-status"))
        return try await Replay(
            settings: settings, roster: Roster(), directory: FilePath(directory), origin: origin, log: .silent
        ).run(ledger: nil)
    }

    private func messages(in folder: String = "anew") throws -> [String] {
        try query(folder) { try String.fetchAll($0, sql: "SELECT message FROM record ORDER BY number") }
    }

    private func versions(in folder: String = "anew") throws -> [String] {
        try query(folder) { try String.fetchAll($0, sql: "SELECT agency || ' ' || verdict FROM version ORDER BY id") }
    }

    private let honest = ["财政局 returned", "水利局 returned"]

    @Test func `what the service wrote is made anew`() async throws {
        let report = try await replay(genuine)
        #expect(report.isWhole && report.isPublished)
        #expect(try versions() == honest)
        #expect(report.words.contains("密钥（ledger.keys）不在"))
        #expect(try await !replay(genuine, as: "keyed", withKey: true).words.contains("密钥"))
    }

    @Test func `entries of others are counted and left out, whatever ledger they name`() async throws {
        let result = try #require(genuine[0].first { $0.name == "NIANBAO_RESULT" }?.value)
        let accepted = result.replacing("\"returned\"", with: "\"accepted\"")
        let report = try await replay(
            [
                forged(1, ["NIANBAO_RESULT": accepted, "NIANBAO_VERDICT": "accepted"], by: Self.nobody),
                forged(1, ["NIANBAO_LEDGER": "\u{1B}[2J\u{1B}]0;x\u{7}"], by: Self.nobody),
                forged(1, ["NIANBAO_LEDGER": String(repeating: "e", count: 32)], by: Self.nobody),
            ] + genuine)
        #expect(try versions() == honest)
        #expect(
            report.words.contains("其他账户写入的记录 1 条，未采信（_SYSTEMD_UNIT=session-3.scope 1 条）"), "\(report.words)")
        #expect(!report.words.contains("\u{1B}"))
    }

    @Test func `what only others wrote makes nothing`() async throws {
        await #expect(throws: Replay.Refusal.self) {
            try await replay(genuine.map { $0.filter { !$0.name.hasPrefix("_") } + Self.nobody })
        }
    }

    @Test func `another origin can be named, but none that a sender can set`() async throws {
        for text in ["NIANBAO_LEDGER=x", "_uid=0", "_UID=", "_UID", "_A B=1"] { #expect(JournalOrigin(text) == nil) }
        let origin = try #require(JournalOrigin("_UID=997"))
        #expect(try await replay(genuine, origin: origin).isWhole)
    }

    @Test(arguments: [
        ("NIANBAO_RECORD", "9223372036854775807"), ("NIANBAO_RECORD", "0"), ("NIANBAO_RECORD", "-3"),
        ("NIANBAO_RECORD", "1000000000001"), ("NIANBAO_RECORD", "+9"), ("NIANBAO_RECORD", "\u{1B}[2J"),
        ("NIANBAO_AGENCY", "../../../tmp/x"), ("NIANBAO_AGENCY", "a\u{1B}[31m"), ("NIANBAO_AGENCY", ".."),
        ("NIANBAO_YEAR", ".."), ("NIANBAO_YEAR", "2024/.."), ("NIANBAO_VERSION", "9223372036854775807"),
        ("PRIORITY", "99"), ("NIANBAO_RECORDED", "heute"), ("NIANBAO_EVENT", "\u{7}"), ("NIANBAO_CHAIN", "zz"),
    ])
    func `what is out of bounds is shown and left out`(name: String, value: String) async throws {
        let report = try await replay(genuine + [forged(3, [name: value])])
        #expect(try versions() == honest)
        #expect(report.words.contains("不合规定的记录 1 条"), "\(report.words)")
        #expect(!report.words.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
        #expect(try bureau.scratch.names(in: "anew-status/reports") == ["2024"])
        // And the ledger goes on.
        try await Ledger(in: FilePath(bureau.scratch.path("anew"))).append([.started], at: Date())
    }

    @Test func `an alert of a body whose name is no folder's is a record all the same`() async throws {
        try await bureau.ledger.reconcileAlerts(
            [Alert(.reportOverdue, "青岚市水务/河湖局 2026", "逾期"), Alert(.folderUnreadable, "..", "看不了")],
            of: [.reportOverdue, .folderUnreadable], at: bureau.now.date)
        try await bureau.ledger.advance(at: bureau.now.date + 86_400, morning: nil, Notices())
        let all = try await bureau.records().map { $0.journalFields + Self.service }
        #expect(all.count > genuine.count)
        #expect(try await replay(all).isWhole)
    }

    @Test func `a record that the chain does not prove is left out, and the true one is found`() async throws {
        let report = try await replay([forged(2, ["MESSAGE": "合格"])] + genuine)
        #expect(report.isWhole)
        #expect(try !messages().contains("合格"))
    }

    @Test func `where the true one is missing, its number is`() async throws {
        let report = try await replay([genuine[0], forged(2, ["MESSAGE": "合格"])] + genuine[2...])
        #expect(!report.isWhole)
        #expect(report.words.contains("未采信（记录 2）"), "\(report.words)")
        #expect(try !messages().contains("合格"))
    }

    @Test func `of two records that both follow the one counts from which the next follows`() async throws {
        #expect(try await replay([linked(2, message: "合格")] + genuine).isWhole)
        #expect(try !messages().contains("合格"))
    }

    @Test func `with the key nothing counts that was written without it, not even at the end`() async throws {
        let forgery = try linked(genuine.count, message: "合格")
        _ = try await replay([forgery] + genuine)
        #expect(try messages().contains("合格"), "nothing follows that could tell: only a key can")
        #expect(try await replay([forgery] + genuine, as: "keyed", withKey: true).isWhole)
        #expect(try !messages(in: "keyed").contains("合格"))
    }

    @Test func `a second ledger whose records prove nothing leaves no choice to make`() async throws {
        let report = try await replay([forged(3, ["NIANBAO_LEDGER": String(repeating: "e", count: 32)])] + genuine)
        #expect(report.isWhole)
        #expect(try versions() == honest)
    }

    @Test func `what is verified of a damaged ledger wins over the journal`() throws {
        let directory = try JournalFiles.make(
            [linked(genuine.count, message: "合格")], in: bureau.scratch, as: "lies")
        let entry = try Recovery(
            state: FilePath(bureau.scratch.path("state")),
            journal: JournalSource(.folder(FilePath(directory)), from: .unit("nianbao.service"))
        ).run("test", at: Date())
        #expect(entry.message.contains("\(genuine.count) 条记录、2 份报告"), "\(entry.message)")
        #expect(try !messages(in: "state").contains("合格"))
    }

    @Test func `another ledger in the place of one is kept, and the one that was there is made anew`() throws {
        let directory = try JournalFiles.make(genuine, in: bureau.scratch, as: "journal")
        let state = FilePath(bureau.scratch.path("state"))
        let recovery = Recovery(
            state: state, journal: JournalSource(.folder(FilePath(directory)), from: .unit("nianbao.service")))
        try bureau.scratch.makeFolder("other")
        let other = try Ledger(in: FilePath(bureau.scratch.path("other"))).id
        for _ in 1...2 {
            for name in try bureau.scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
                try FileManager.default.removeItem(atPath: bureau.scratch.path("state/\(name)"))
            }
            try bureau.scratch.copy(bureau.scratch.path("other/ledger.sqlite"), to: "state/ledger.sqlite")
            #expect(throws: Ledger.Failure.other(other, than: bureau.ledger.id)) { try Ledger(in: state) }
            let place = { try #require(try bureau.scratch.names(in: "state").first { $0.hasPrefix("damaged-") }) }
            if try bureau.scratch.names(in: "state").contains(where: { $0.hasPrefix("damaged-") }) {
                // Damaged as well, so that what can be read of it is asked first: it is another one all the same.
                try FileManager.default.removeItem(atPath: bureau.scratch.path("state/\(place())"))
                let entry = try recovery.run("test", at: Date())
                #expect(entry.message.contains("原来的文件是另一本台账"), "\(entry.message)")
            } else {
                guard case .made(let entry) = try recovery.replaceMissing(at: Date()) else {
                    Issue.record("nothing was made")
                    return
                }
                #expect(entry.message.contains("它位置上留下的文件不是整本台账"), "\(entry.message)")
            }
            #expect(try query("state/\(place())") { try String.fetchOne($0, sql: "SELECT id FROM identity") } == other)
            #expect(try Ledger(in: state).id == bureau.ledger.id)
            #expect(try versions(in: "state") == honest)
        }
    }

    @Test func `a ledger whose end never reached the journal is not taken for whole, and no number is given twice`()
        async throws
    {
        let last = genuine.count
        let directory = try JournalFiles.make(genuine.dropLast(), in: bureau.scratch, as: "journal")
        let state = FilePath(bureau.scratch.path("state"))
        let own = bureau.ledger.id
        let recovery = Recovery(
            state: state, journal: JournalSource(.folder(FilePath(directory)), from: .unit("nianbao.service")),
            reached: { $0 == own ? last + 2 : 0 })
        for name in try bureau.scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: bureau.scratch.path("state/\(name)"))
        }
        guard case .refused(let why) = try recovery.replaceMissing(at: Date()) else {
            Issue.record("it was made anew")
            return
        }
        #expect(why == "记录 \(last)–\(last + 2) 不在系统日志中", "\(why)")
        #expect(throws: (any Error).self) { try Ledger(in: state) }
        // A person has decided to go on without them.
        let entry = try recovery.run("test", at: Date())
        #expect(entry.message.contains("有 记录 \(last)–\(last + 2) 没有找回"), "\(entry.message)")
        try await Ledger(in: state).append([.started], at: Date())
        #expect(try query("state") { try Int.fetchOne($0, sql: "SELECT max(number) FROM record") } == last + 3)
    }

    @Test(arguments: [("returned 财政局 2024 2", 2), ("returned 财政局 2024 7", 3)])
    func `the number of a version that was lost is given again to its own bytes alone`(bytes: String, number: Int)
        async throws
    {
        let scratch = bureau.scratch
        try bureau.drop("returned 财政局 2024 2", as: "0.txt")
        await bureau.work()
        await bureau.publisher().publish(at: bureau.now)
        let directory = try JournalFiles.make(genuine, in: scratch, as: "journal")
        for name in try scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: scratch.path("state/\(name)"))
        }
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        settings.status.path = FilePath(scratch.path("status"))
        _ = try await Replay(
            settings: settings, roster: Roster(), directory: FilePath(directory), log: .silent
        ).run(ledger: nil)
        let anew = try await Bureau(scratch: scratch)
        #expect(try await anew.reports() == ["水利局 2024 v1 returned", "财政局 2024 v1 returned"].sorted())
        try anew.drop(bytes, as: "0.txt")
        await anew.work()
        let reports = try await anew.reports()
        #expect(reports.contains("财政局 2024 v\(number) returned"), "\(reports)")
    }

    @Test
    func `an older copy is known by what follows it in the journal, also without the key, or by what was published`()
        throws
    {
        let records = try query("state") {
            try StoredRecord.fetchAll($0, sql: "SELECT * FROM record ORDER BY number")
        }
        let journal = try JournalFiles.make(genuine, in: bureau.scratch, as: "journal")
        let nothing = try JournalFiles.make(Array(genuine.prefix(1)), in: bureau.scratch, as: "vacuumed")
        try bureau.scratch.makeFolder("old")
        let end = Ledger.End(ledger: bureau.ledger.id, last: records[records.count - 2])
        func reason(_ directory: String, reached: Int = 0) throws -> String? {
            try Recovery(
                state: FilePath(bureau.scratch.path("old")),
                journal: JournalSource(.folder(FilePath(directory)), from: .unit("nianbao.service")),
                reached: { _ in reached }
            ).isAhead(of: end)
        }
        #expect(try reason(nothing, reached: records.count - 1) == nil)
        #expect(try reason(nothing, reached: records.count)?.contains("结果文件夹是按它的记录 \(records.count) 写的") == true)
        #expect(try reason(journal) == "系统日志中有它之后的记录")
        try bureau.scratch.copy(bureau.scratch.path("state/ledger.keys"), to: "old/ledger.keys")
        #expect(try reason(journal) == "系统日志中有它之后的记录")
    }

    @Test func `a journal tells of a ledger until root says that all was purged`() throws {
        let unit = (name: "_SYSTEMD_UNIT", value: "nianbao.service")
        let started = [(name: "NIANBAO_EVENT", value: "started"), unit]
        let other = [started[0], (name: "_SYSTEMD_UNIT", value: "session-3.scope")]
        let purged = { (uid: String) in [(name: "NIANBAO_EVENT", value: "purged"), (name: "_UID", value: uid)] }
        let cases: [([JournalFiles.Entry], Bool)] = [
            ([other], false), ([started], true), ([started, purged("997")], true),
            ([started, purged("0")], false), ([started, purged("0"), started], true),
        ]
        for (number, (entries, isTold)) in cases.enumerated() {
            let folder = try JournalFiles.make(entries, in: bureau.scratch, as: "told-\(number)")
            #expect(try LostLedger.isTold(in: JournalReader(.folder(FilePath(folder)))) == isTold, "\(number)")
        }
    }

    @Test func `recovery says what it could not read`() throws {
        let entry = try Recovery(
            state: FilePath(bureau.scratch.path("state")),
            journal: JournalSource(.folder("/no/folder"), from: .account(0))
        ).run("test", at: Date())
        #expect(entry.message.contains("系统日志读不出来（不存在）"), "\(entry.message)")
        #expect(entry.message.contains("\(genuine.count) 条记录、2 份报告"))
    }

    @Test func `verifying compares with what the service wrote, and raises no alarm for others`() throws {
        let lie = forged(2, ["NIANBAO_CHAIN": String(repeating: "0", count: 64)], by: Self.nobody)
        let directory = try JournalFiles.make(genuine + [lie, lie], in: bureau.scratch, as: "journal")
        let journal = JournalSource(.folder(FilePath(directory)), from: .unit("nianbao.service"))
        let report = try Verification(state: FilePath(bureau.scratch.path("state")), journal: journal).run()
        #expect(report.deviations == [])
        #expect((report.copies, report.leftOut.otherCount) == (genuine.count, 2))
        #expect(report.notes.joined().contains("其他账户写入的记录 2 条，未采信"))
        #expect(report.conclusion == "没有发现改动。")
    }

    @Test func `a record that was taken away from the end, sequence and all, is missed by the journal's copy`() throws {
        let directory = try JournalFiles.make(genuine, in: bureau.scratch, as: "journal")
        let last = genuine.count
        try bureau.sabotage(
            "DELETE FROM record WHERE number = \(last); UPDATE sqlite_sequence SET seq = \(last - 1) WHERE name = 'record'"
        )
        let journal = JournalSource(.folder(FilePath(directory)), from: .unit("nianbao.service"))
        let report = try Verification(state: FilePath(bureau.scratch.path("state")), journal: journal).run()
        #expect(report.deviations.contains { $0.contains("系统日志中有记录 \(last)，台账中没有") }, "\(report.deviations)")
    }

    @Test func `an account that sees no journal hears that nothing was compared`() throws {
        let directory = try bureau.scratch.makeFolder("empty")
        let journal = JournalSource(.folder(FilePath(directory)), from: .account(0))
        let report = try Verification(state: FilePath(bureau.scratch.path("state")), journal: journal).run()
        #expect(report.uncompared == .unreadable(account: Account.own))
        #expect(report.gaps.joined().contains("sudo nianbao verify"))
        #expect(report.conclusion.contains("未对照") && !report.conclusion.contains("没有发现"))
    }
}

extension RebuildingReport {
    fileprivate var words: String { lines.joined(separator: "\n") }
}

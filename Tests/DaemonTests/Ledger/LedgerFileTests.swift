import Alerts
import Daemon
import Fixtures
import Foundation
import GRDB
import Ledger
import Linux
import Office
import Reports
import Services
import Settings
import SystemPackage
import Testing

@Suite("The ledger as a file") struct LedgerFileTests {
    @Test func `a commit is on disk before anybody is told of it`() async throws {
        let bureau = try await Bureau()
        // The ledger refuses to open otherwise; here is what its refusal rests on.
        #expect(throws: Never.self) { try Ledger(in: FilePath(bureau.scratch.path("state"))) }
    }

    @Test func `a ledger of a later edition is refused, and the edition that it needs is named`() async throws {
        let bureau = try await Bureau()
        try bureau.sabotage("INSERT INTO grdb_migrations VALUES ('99'); UPDATE identity SET needs = '9.1'")
        // As a daemon leaves it that has ended.
        let queue = try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite"))
        _ = try await queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
        let before = try bureau.scratch.names(in: "state")
        let bytes = try Data(contentsOf: URL(filePath: bureau.scratch.path("state/ledger.sqlite")))
        #expect(throws: Ledger.Failure.newer(needs: "9.1")) { try Ledger(in: FilePath(bureau.scratch.path("state"))) }
        #expect(try Data(contentsOf: URL(filePath: bureau.scratch.path("state/ledger.sqlite"))) == bytes)
        #expect(StartFailure.ledger("l", .newer(needs: "9.1")).description.contains("nianbao 9.1 或更新的版本"))
        #expect(try bureau.scratch.names(in: "state") == before)
    }

    @Test func `a ledger of an earlier edition is copied before it is upgraded`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        // What a later step is to this ledger: one that it has not taken.
        try bureau.sabotage("DELETE FROM grdb_migrations WHERE identifier IN ('2', 'alert-figures')")
        try bureau.undoStep2()
        let ledger = try Ledger(in: FilePath(bureau.scratch.path("state")))
        #expect(try await ledger.records(without: .confirmed, limit: 10).map(\.entry.event) == [.judged])
        let copy = try DatabaseQueue(path: bureau.scratch.path("state/ledger-before-2.sqlite"))
        #expect(try await copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM version") } == 1)
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `what lists show of results is there after an upgrade, and follows the results`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024 3", as: "年报.txt")
        try bureau.drop("returned 水利局 2024", as: "别的年报.txt")
        await bureau.work()
        let before = try await bureau.overview().reports
        #expect(before.map(\.errors).sorted() == [1, 3])
        // One that somebody has damaged keeps no ledger from being opened.
        try bureau.sabotage("UPDATE version SET result = '{' WHERE agency = '水利局'")
        try bureau.sabotage(
            """
            DELETE FROM grdb_migrations WHERE identifier IN ('summaries', 'decisions');
            DROP TRIGGER version_summed; DROP TRIGGER version_resummed; DROP TABLE summary; DROP INDEX version_listed;
            DROP TABLE decision;
            """)
        let ledger = try Ledger(in: FilePath(bureau.scratch.path("state")))
        let overview = { try ledger.overview(at: bureau.now.date, validFor: .seconds(600), receiving: []).reports }
        #expect(try overview().filter { $0.agency == "财政局" } == before.filter { $0.agency == "财政局" })
        #expect(try overview().first { $0.agency == "水利局" }?.errors == 0)
        try bureau.sabotage(
            """
            UPDATE version SET result = (SELECT result FROM version AS other WHERE agency = '财政局')
            WHERE agency = '水利局'
            """)
        #expect(try overview().map(\.errors) == [3, 3])
    }

    /// A state folder with a ledger that nobody has open; gives its id.
    private func makeLedger(in scratch: ScratchFolder, _ folder: String) throws -> String {
        try scratch.makeFolder(folder)
        return try Ledger(in: FilePath(scratch.path(folder))).id
    }

    /// Removes the ledger of a state folder, and nothing else.
    private func removeLedger(in scratch: ScratchFolder, _ folder: String) throws {
        for name in try scratch.names(in: folder) where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: scratch.path("\(folder)/\(name)"))
        }
    }

    private static func isMissing(_ error: any Error) -> Bool {
        if case Ledger.Failure.missing = error { true } else { false }
    }

    @Test func `a file without a byte, or a database without tables, is no ledger where there was one`() throws {
        let scratch = try ScratchFolder()
        let id = try makeLedger(in: scratch, "state")
        let state = FilePath(scratch.path("state"))
        for statement in ["", "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)"] {
            try removeLedger(in: scratch, "state")
            try scratch.write("", to: "state/ledger.sqlite")
            try DatabaseQueue(path: scratch.path("state/ledger.sqlite")).write { try $0.execute(sql: statement) }
            #expect(performing: { try Ledger(in: state) }, throws: Self.isMissing)
            #expect(try scratch.text(of: "state/ledger-id") == "\(id)\n")
            // What a first start leaves that was ended too early.
            try scratch.makeFolder("new")
            try scratch.copy(scratch.path("state/ledger.sqlite"), to: "new/ledger.sqlite")
            #expect(throws: Ledger.Failure.absent) { try Ledger(in: FilePath(scratch.path("new")), making: .never) }
            #expect(throws: Never.self) { try Ledger(in: FilePath(scratch.path("new"))) }
            try FileManager.default.removeItem(atPath: scratch.path("new"))
        }
        #expect(try Ledger(in: state, making: .anew).id != id)
        #expect(throws: Never.self) { try Ledger(in: state) }
    }

    @Test func `another ledger in its place is not used, nor changed, before somebody says so`() throws {
        let scratch = try ScratchFolder()
        let own = try makeLedger(in: scratch, "state")
        let other = try makeLedger(in: scratch, "other")
        let state = FilePath(scratch.path("state"))
        try removeLedger(in: scratch, "state")
        try scratch.copy(scratch.path("other/ledger.sqlite"), to: "state/ledger.sqlite")
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("state/ledger.sqlite")))
        #expect(throws: Ledger.Failure.other(other, than: own)) { try Ledger(in: state) }
        #expect(try Data(contentsOf: URL(filePath: scratch.path("state/ledger.sqlite"))) == bytes)
        #expect(try scratch.text(of: "state/ledger-id") == "\(own)\n")
        let words = Ledger.Failure.other(other, than: own).description(of: state.appending("ledger.sqlite"))
        #expect(words.contains(own) && words.contains(other) && words.contains("rm \(state)/ledger-id"))
        try FileManager.default.removeItem(atPath: scratch.path("state/ledger-id"))
        #expect(try Ledger(in: state).id == other)
        #expect(try scratch.text(of: "state/ledger-id") == "\(other)\n")
    }

    @Test func `what is no file, or no ledger, is damaged`() throws {
        let scratch = try ScratchFolder()
        _ = try makeLedger(in: scratch, "state")
        let state = FilePath(scratch.path("state"))
        try removeLedger(in: scratch, "state")
        try scratch.makeFolder("state/ledger.sqlite")
        #expect(throws: Ledger.Failure.damaged("不是文件")) { try Ledger(in: state) }
        let journal = JournalSource(.folder("/no/folder"), from: .account(0))
        _ = try Recovery(state: state, journal: journal).run("test", at: Date())
        #expect(throws: Never.self) { try Ledger(in: state) }
        try removeLedger(in: scratch, "state")
        try DatabaseQueue(path: scratch.path("state/ledger.sqlite")).write {
            try $0.execute(sql: "CREATE TABLE address (name TEXT)")
        }
        #expect(throws: Ledger.Failure.damaged("其中没有台账")) { try Ledger(in: state) }
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
    func `a ledger that is another account's in a folder of this one says how it is given back`() throws {
        let words = Ledger.Failure.foreign(owner: "root").description(of: "/var/lib/nianbao/ledger.sqlite")
        #expect(words.contains("chown \(Account.own): /var/lib/nianbao/ledger.sqlite*"))
        #expect(!words.contains("sudo"))
        // Whose entries of the journal are believed does not follow from a file that root has put there.
        let scratch = try ScratchFolder()
        _ = try makeLedger(in: scratch, "state")
        try FileManager.default.setAttributes([.ownerAccountID: 4_711], ofItemAtPath: scratch.path("state"))
        #expect(try LedgerFile.journal(of: FilePath(scratch.path("state"))).origin == .account(4_711))
    }

    @Test func `the log of a ledger that is gone is kept, each time`() async throws {
        let scratch = try ScratchFolder()
        let id = try makeLedger(in: scratch, "state")
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        func lose(_ words: String) throws {
            try removeLedger(in: scratch, "state")
            try scratch.write(words, to: "state/ledger.sqlite-wal")
        }
        for words in ["first", "second"] {
            try lose(words)
            _ = try LedgerBuilder(in: settings.state.path, id: id).build { _ in LeftOut() }
            _ = try LedgerFile.adoptRebuilt(in: settings.state.path)
        }
        try lose("third")
        _ = try await Replay(settings: settings, roster: Roster(), directory: nil, log: .silent).makeEmpty()
        let kept = try scratch.names(in: "state").filter { $0.hasPrefix("damaged-") }.flatMap { folder in
            try scratch.names(in: "state/\(folder)").filter { $0.hasSuffix("-wal") }
                .map { try scratch.text(of: "state/\(folder)/\($0)") }
        }
        #expect(kept.sorted() == ["first", "second", "third"])
    }

    @Test func `what was half made anew never becomes the ledger`() throws {
        let scratch = try ScratchFolder()
        let builder = LedgerBuilder(in: FilePath(scratch.path("")), id: String(repeating: "a", count: 32))
        #expect(throws: Errno.ioError) { try builder.build { _ in throw Errno.ioError } }
        #expect(try !scratch.names().contains("ledger-rebuilt.sqlite"))
        _ = try builder.build(from: { _ in LeftOut() }, where: { _ in false })
        #expect(try scratch.names().isEmpty)
    }

    @Test func `the file systems of other machines are known by their names`() throws {
        #expect(try FileSystem(of: "/proc").remoteName == nil)
        #expect(throws: Errno.noSuchFileOrDirectory) { try FileSystem(of: "/does/not/exist") }
        #expect(StartFailure.ledger("l", .remote("NFS")).description.contains("网络共享（NFS）"))
    }
}

extension Bureau {
    func verification() throws -> Verification.Report {
        var settings = Settings()
        settings.state.path = FilePath(scratch.path("state"))
        return try Verification(state: settings.state.path).run()
    }

    /// Makes the tables what they were before the second step of the schema, and before those that rest on it.
    fileprivate func undoStep2() throws {
        try sabotage(
            """
            DROP TRIGGER version_counted; DROP TRIGGER version_recounted; DROP TRIGGER version_succeeded;
            DROP TRIGGER record_counted; DROP TRIGGER record_recounted;
            DROP TRIGGER alert_counted; DROP TRIGGER alert_recounted;
            DROP TABLE figure; DROP TABLE inbox; DROP INDEX record_unconfirmed;
            ALTER TABLE identity DROP COLUMN needs;
            ALTER TABLE record DROP COLUMN chain; ALTER TABLE record DROP COLUMN losses;
            ALTER TABLE record DROP COLUMN confirmed;
            ALTER TABLE publication DROP COLUMN stamp; ALTER TABLE publication DROP COLUMN digest;
            """)
    }
}

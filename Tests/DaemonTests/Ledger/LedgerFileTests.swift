import Alerts
import Daemon
import Fixtures
import Foundation
import GRDB
import Ledger
import Linux
import Office
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
            DELETE FROM grdb_migrations WHERE identifier = 'summaries';
            DROP TRIGGER version_summed; DROP TRIGGER version_resummed; DROP TABLE summary; DROP INDEX version_listed;
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

import Alerts
import Fixtures
import Foundation
import GRDB
import Office
import Services
import SystemPackage
import Testing

@testable import Daemon
@testable import Ledger

@Suite("The figures of the ledger")
struct FiguresTests {
    private let date = Date(timeIntervalSince1970: 1_736_300_000)
    private let inbox = FilePath("/srv/inbox")

    @Test func `the alerts that fire are counted as they come and go`() async throws {
        let bureau = try await Bureau()
        let ledger = bureau.ledger
        let kinds: Set<Alert.Kind> = [.inboxUnreachable, .folderUnreadable, .reportReturned]
        let unreachable = Alert.inboxUnreachable(inbox, .timedOut)
        // What agencies owe stands in their rows, and is no alert of the overview.
        let returned = Alert(.reportReturned, "财政局 2024", "退回")
        for (alerts, count) in [([unreachable], 1), ([unreachable, returned], 1), ([returned], 0), ([], 0)] {
            try await ledger.reconcileAlerts(alerts, of: kinds, at: date)
            #expect(bureau.daemonStatus.figures.alerts == count)
            #expect(try await bureau.overview().alerts.count == count)
        }
        try await ledger.reconcileAlerts([unreachable], of: kinds, at: date)
        let number = try #require(try await ledger.alerts().first?.id)
        #expect(try await ledger.acknowledge(number, why: "", at: date))
        #expect(bureau.daemonStatus.figures.alerts == 1)
    }

    @Test func `a ledger that had alerts before it counted them has them counted`() async throws {
        let bureau = try await Bureau()
        try await bureau.ledger.reconcileAlerts(
            [.inboxUnreachable(inbox, .timedOut)], of: [.inboxUnreachable], at: date)
        try bureau.sabotage(
            """
            DELETE FROM grdb_migrations WHERE identifier = 'alert-figures'; DELETE FROM figure WHERE name GLOB 'alert/*';
            DROP TRIGGER alert_counted; DROP TRIGGER alert_recounted;
            """)
        let daemonStatus = DaemonStatus()
        _ = try Ledger(in: FilePath(bureau.scratch.path("state"))) { figures, _ in daemonStatus.show(figures) }
        #expect(daemonStatus.figures.alerts == 1)
    }

    @Test func `a long look at the ledger keeps nobody from taking something down`() async throws {
        let bureau = try await Bureau()
        let ledger = bureau.ledger
        let (begun, written) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        async let look = ledger.count(after: written, having: begun)
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            DispatchQueue.global().async {
                begun.wait()
                done.resume()
            }
        }
        try await ledger.append([.started], at: date)
        written.signal()
        #expect(try await look == 0, "as it was when it began")
        #expect(try await ledger.records(without: .sent, limit: 10).count == 1)
    }
}

extension Ledger {
    /// Counts the records from beside the ledger, after it has begun to look and somebody has written.
    @concurrent fileprivate nonisolated func count(
        after written: DispatchSemaphore, having begun: DispatchSemaphore
    ) async throws -> Int {
        try await withCheckedThrowingContinuation { done in
            DispatchQueue.global().async {
                done.resume(
                    with: Result {
                        try self.view { database in
                            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM record")
                            begun.signal()
                            written.wait()
                            return try Int.fetchOne(database, sql: "SELECT count(*) FROM record") ?? 0
                        }
                    })
            }
        }
    }
}

import Alerts
import Daemon
import Fixtures
import Ledger
import Rules
import Services
import Synchronization
import SystemPackage
import Testing

@Suite struct SupervisorTests {
    private let notifier = TestNotifier()
    private let daemonStatus = DaemonStatus()
    private let start = ContinuousClock.now
    private let liveness: Liveness
    private let supervisor: Supervisor
    private let hangDetector = HangDetector()
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        let ledger = try Ledger(in: FilePath(scratch.path("")))
        liveness = Liveness(allowances: [.intake: .seconds(60), .journal: .seconds(60)], from: start)
        supervisor = Supervisor(
            DaemonContext(ledger: ledger, status: daemonStatus, liveness: liveness, log: .silent),
            notifier: notifier, hangDetector: hangDetector,
            line: DaemonStatusLine(daemonStatus, hangDetector, scanInterval: .seconds(30)))
    }

    @Test func `it is ready once the first look is under way, and says so once`() async {
        await supervisor.tick(at: start)
        #expect(!notifier.told.contains { $0.contains("READY=1") })
        liveness.progress(.intake, at: start)
        await supervisor.tick(at: start)
        await supervisor.tick(at: start)
        #expect(notifier.told.count { $0.contains("READY=1") } == 1)
    }

    @Test func `the status line says how many reports there are and what is pending`() async {
        var figures = Figures()
        figures.verdicts = [.accepted: 1, .returned: 3, .unreadable: 1]
        figures.unsent = 2
        daemonStatus.show(figures)
        await supervisor.tick(at: start)
        #expect(
            notifier.told == [
                "STATUS=各年度共收 5，合格 1，基本合格 0，退回 3，无法校核 1；待发日志 2；下次扫描 30 秒内\nWATCHDOG=1"
            ])
    }

    @Test func `a watched part that makes no progress ends the signs of life`() async {
        liveness.progress(.intake, at: start)
        liveness.progress(.journal, at: start + .seconds(100))
        await supervisor.tick(at: start + .seconds(60))
        #expect(notifier.isAlive)
        await supervisor.tick(at: start + .seconds(61))
        #expect(!notifier.isAlive)
        #expect(notifier.told.last?.hasSuffix("停滞：收件") == true)
        liveness.progress(.intake, at: start + .seconds(62))
        await supervisor.tick(at: start + .seconds(62))
        #expect(notifier.isAlive)
    }

    @Test(arguments: Component.allCases.filter(\.isWatched))
    func `each of them does, alone`(part: Component) async {
        let watched = Component.allCases.filter(\.isWatched)
        liveness.allow(Dictionary(uniqueKeysWithValues: watched.map { ($0, .seconds(60)) }))
        for other in watched { liveness.progress(other, at: start + .seconds(other == part ? 0 : 60)) }
        await supervisor.tick(at: start + .seconds(60))
        #expect(notifier.isAlive)
        await supervisor.tick(at: start + .seconds(61))
        #expect(!notifier.isAlive)
    }

    @Test func `an inbox that does not answer is said, but a restart would not heal it`() async {
        liveness.progress(.intake, at: start)
        liveness.progress(.journal, at: start + .seconds(100))
        hangDetector.goesOn(at: start + .seconds(1))
        await supervisor.tick(at: start + .seconds(100))
        #expect(notifier.isAlive)
        #expect(notifier.told.last?.contains("STATUS=收件文件夹没有回应") == true)
        hangDetector.call {}
        await supervisor.tick(at: start + .seconds(101))
        #expect(!notifier.isAlive)
    }

    @Test func `a journal that hangs is shown, but a restart would not heal it`() async {
        liveness.progress(.intake, at: start + .seconds(100))
        await supervisor.tick(at: start + .seconds(100))
        #expect(notifier.isAlive)
        #expect(notifier.told.last?.contains("停滞：日志") == true)
    }
}

/// Keeps what it is told.
private final class TestNotifier: Notifier {
    private let lines = Mutex<[String]>([])
    let watchdogInterval: Duration? = nil

    var told: [String] { lines.withLock(\.self) }

    /// The last thing told was a sign of life.
    var isAlive: Bool { told.last?.contains("WATCHDOG=1") == true }

    func notify(_ state: String) {
        lines.withLock { $0.append(state) }
    }
}

import Alerts
import Channels
import Fixtures
import Foundation
import Ledger
import Linux
import Reports
import Services
import Settings
import SystemPackage
import Testing

@testable import Daemon

/// The lookout with a real ledger, and time as the test says.
@Suite("What the alertMonitor sees")
struct AlertMonitorTests {
    private final class Post {
        let scratch: ScratchFolder
        var settings = Settings()
        var roster: Roster
        let ledger: Ledger
        let hangDetector = HangDetector()
        var alertMonitor: AlertMonitor
        var now: ClockReading

        /// One agency, whose report of 2026 was due yesterday.
        init(daemonStatus: DaemonStatus = .caughtUp, _ change: (inout Settings) -> Void = { _ in }) throws {
            scratch = try ScratchFolder()
            for folder in ["state", "status"] { try scratch.makeFolder(folder) }
            settings.state.path = FilePath(scratch.path("state"))
            settings.status.path = FilePath(scratch.path("status"))
            (settings.alerts.diskFree, settings.alerts.inodesFree) = (1, 1)
            settings.channels = ["甲": Channel(kind: .wecom), "乙": Channel(kind: .mail)]
            change(&settings)
            roster = Roster([Agency(name: "青岚市水利局", contact: "办公室 13800000000")])
            ledger = try Ledger(in: settings.state.path)
            alertMonitor = AlertMonitor(
                Configuration(settings: settings, roster: roster),
                DaemonContext(
                    ledger: ledger, status: daemonStatus, liveness: Liveness(allowances: [:]), log: .silent),
                hangDetector: hangDetector)
            now = ClockReading(uptime: .now, date: January.moment(2027, 2, 1, 600))
        }

        func look(after seconds: Int = 0, jumping jump: Int = 0) async {
            now.uptime += .seconds(seconds)
            now.date += Double(seconds + jump)
            await alertMonitor.look(at: now)
        }

        /// The alerts that last, with their stages.
        func alerts() async throws -> [String] {
            try await ledger.alerts().map { "\($0.alert.kind.rawValue) \($0.stage.rawValue)" }
        }

        func notices(_ channel: String = "甲") async throws -> [Notice] {
            try await ledger.dueDeliveries(at: now.date, limit: 100).filter { $0.channel == channel }.map(\.notice)
        }

        func journal() async throws -> [String] {
            try await ledger.records(without: .sent, limit: 100).compactMap { $0.entry.fields["ALERT"] }
        }
    }

    @Test func `a ledger that is removed, or covered by another file, is told of while it runs`() async throws {
        let post = try Post(daemonStatus: DaemonStatus())
        let (path, aside) = (post.scratch.path("state/ledger.sqlite"), post.scratch.path("state/aside"))
        await post.look()
        #expect(try await post.alerts() == [])
        try FileManager.default.moveItem(atPath: path, toPath: aside)
        await post.look(after: 60)
        #expect(try await post.alerts() == ["ledger-gone firing"])
        try post.scratch.write("", to: "state/ledger.sqlite")
        await post.look(after: 60)
        #expect(try await post.alerts() == ["ledger-gone firing"])
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.moveItem(atPath: aside, toPath: path)
        await post.look(after: 60)
        #expect(try await post.alerts() == [])
    }

    @Test func `a report that is overdue is told of to every channel, once a working morning`() async throws {
        let post = try Post()
        await post.look()
        await post.look(after: 60)
        #expect(try await post.alerts() == ["report-overdue firing"])
        #expect(try await post.journal() == ["report-overdue"])
        #expect(try await post.notices("甲").map(\.kind) == ["report-overdue"])
        #expect(try await post.notices("乙").map(\.firing.first?.subject) == ["青岚市水利局 2026"])
        #expect(try await post.notices("乙").map(\.firing.first?.remark) == ["期限 1月31日，联系人 办公室 138******00"])
        await post.look(after: 3600)
        #expect(try await post.notices().count == 1)
        await post.look(after: 86_400)
        let overdue = try await post.notices().filter { $0.kind == "report-overdue" }
        #expect(overdue.map(\.isRepeat) == [false, true])
        #expect(Set(overdue.map(\.thread)).count == 1)
    }

    @Test func `an inbox that can't be reached holds back who has not handed in, until a while after it is back`()
        async throws
    {
        let post = try Post()
        try await post.ledger.reconcileAlerts(
            [.inboxUnreachable("/srv/inbox", .noSuchFileOrDirectory)], of: [.inboxUnreachable], at: post.now.date)
        await post.look(after: 60)
        await post.look(after: 60)
        #expect(try await post.alerts() == ["inbox-unreachable firing", "report-overdue pending"])
        #expect(try await post.notices().map(\.kind) == ["inbox-unreachable"])
        #expect(try await post.journal() == ["inbox-unreachable"])
        try await post.ledger.reconcileAlerts([], of: [.inboxUnreachable], at: post.now.date)
        await post.look(after: 60)
        #expect(try await post.alerts() == ["report-overdue pending"])
        await post.look(after: 601)
        #expect(try await post.alerts() == ["report-overdue firing"])
    }

    @Test func `what came while the daemon was down is looked at before anybody is overdue`() async throws {
        let daemonStatus = DaemonStatus()
        let post = try Post(daemonStatus: daemonStatus)
        await post.look()
        await post.look(after: 60)
        // A backlog takes as long as it takes.
        await post.look(after: 3600)
        #expect(try await post.alerts().isEmpty)
        daemonStatus.showCaughtUp()
        await post.look(after: 60)
        #expect(try await post.alerts() == ["report-overdue firing"])
    }

    @Test func `a clock that jumps over the last day makes nobody overdue`() async throws {
        let post = try Post()
        post.now.date = January.moment(2027, 1, 4, 600)
        await post.look()
        #expect(try await post.alerts().isEmpty)
        await post.look(after: 60, jumping: 40 * 86_400)
        #expect(try await post.alerts() == ["clock-jump firing"])
        await post.look(after: 60, jumping: -40 * 86_400)
        await post.look(after: 60)
        await post.look(after: 60)
        #expect(try await post.alerts().isEmpty)
        // That it jumped, that it jumped back, and that all is well.
        #expect(try await post.journal() == ["clock-jump", "clock-jump", "clock-jump"])
    }

    @Test func `a clock that stays where it has jumped to is believed`() async throws {
        let post = try Post()
        post.now.date = January.moment(2027, 1, 4, 600)
        await post.look()
        await post.look(after: 60, jumping: 40 * 86_400)
        await post.look(after: 60)
        #expect(try await post.alerts() == ["clock-jump firing"])
        await post.look(after: 60)
        #expect(try await post.alerts() == ["report-overdue pending"])
        await post.look(after: 700)
        #expect(try await post.alerts() == ["report-overdue firing"])
    }

    @Test func `a disk that is low is told of again after four hours, and once when it is over`() async throws {
        let post = try Post { $0.alerts.diskFree = .max }
        await post.look()
        await post.look(after: 60)
        let first = try await post.notices().filter { $0.kind == "disk-low" }
        #expect(first.map(\.firing.count) == [2])
        await post.look(after: 3 * 3600)
        #expect(try await post.notices().count { $0.kind == "disk-low" } == 1)
        await post.look(after: 3600)
        #expect(try await post.notices().filter { $0.kind == "disk-low" }.map(\.isRepeat) == [false, true])
        try await post.ledger.reconcileAlerts([], of: [.diskLow], at: post.now.date)
        try await post.ledger.advance(at: post.now.date + 600, morning: nil, post.settings.notices)
        let all = try await post.ledger.dueDeliveries(at: post.now.date + 600, limit: 100).filter { $0.channel == "甲" }
            .map(\.notice).filter { $0.kind == "disk-low" }
        #expect(all.last?.firing.isEmpty == true && all.last?.resolved.count == 2)
        #expect(Set(all.map(\.thread)) == [first[0].id])
    }

    @Test func `an alert that somebody has taken on is not repeated, and one that is muted is told of later`()
        async throws
    {
        let post = try Post { $0.alerts.diskFree = .max }
        try await post.ledger.mute(
            "report-overdue", until: post.now.date + 3600, shown: "", why: "系统切换", at: post.now.date)
        await post.look()
        await post.look(after: 60)
        #expect(try await post.notices().map(\.kind) == ["disk-low"])
        for state in try await post.ledger.alerts() where state.alert.kind == .diskLow {
            #expect(try await post.ledger.acknowledge(state.id, why: "正在扩容", at: post.now.date))
            #expect(try await !post.ledger.acknowledge(state.id, why: "再一次", at: post.now.date))
        }
        await post.look(after: 4 * 3600)
        #expect(try await post.notices().map(\.kind) == ["disk-low", "report-overdue"])
        #expect(try await post.alerts().contains("disk-low acknowledged"))
        #expect(
            try await post.alerts().filter { $0.hasPrefix("disk-low ") }
                == ["disk-low acknowledged", "disk-low acknowledged"])
    }

    @Test
    func `journal entries that nobody takes are an alert, and a channel that delivers nothing is one for the others`()
        async throws
    {
        let post = try Post()
        try await post.ledger.append([.started], at: post.now.date)
        await post.look()
        await post.look(after: 60)
        let delivery = try #require(
            try await post.ledger.dueDeliveries(at: post.now.date, limit: 10).first { $0.channel == "乙" })
        try await post.ledger.begin(delivery, at: post.now.date)
        try await post.ledger.finish(delivery, .done, at: post.now.date)
        await post.look(after: 16 * 60)
        await post.look(after: 60)
        #expect(try await post.alerts().contains("journal-behind firing"))
        #expect(try await post.alerts().contains("channel-failing firing"))
        #expect(try await post.notices("乙").contains { $0.kind == "channel-failing" && $0.firing[0].subject == "甲" })
        #expect(try await !post.notices("甲").contains { $0.kind == "channel-failing" })
    }

    @Test func `a file's name never leaves the house`() async throws {
        let post = try Post()
        let path = InboxPath(folder: FileName("财政局"), name: FileName("张三的年报.docx"))
        try await post.ledger.reconcileAlerts([.fileBroken(path, .ioError)], of: [.fileUnreadable], at: post.now.date)
        await post.look(after: 60)
        let notice = try #require(try await post.notices().first { $0.kind == "file-unreadable" })
        #expect(notice.firing.map(\.subject) == ["“财政局”文件夹中的文件"])
    }

    @Test func `an inbox that hangs is said by who does not wait for it, and nobody counts as overdue`() async throws {
        let post = try Post()
        post.hangDetector.goesOn(at: post.now.uptime)
        await post.look(after: 40)
        #expect(try await !post.alerts().contains("inbox-unreachable firing"))
        // A share that is slow answers now and then.
        post.hangDetector.goesOn(at: post.now.uptime)
        await post.look(after: 40)
        #expect(try await !post.alerts().contains("inbox-unreachable firing"))
        let hung = try Post()
        hung.hangDetector.goesOn(at: hung.now.uptime)
        for _ in 1...3 { await hung.look(after: 60) }
        #expect(try await hung.alerts() == ["inbox-unreachable firing", "report-overdue pending"])
        #expect(try await hung.notices().first?.kind == "inbox-unreachable")
    }

    @Test func `other settings and another roster hold from the next look on`() async throws {
        let post = try Post { $0.alerts.diskFree = .max }
        await post.look()
        await post.look(after: 60)
        #expect(try await post.alerts().contains("report-overdue firing"))
        #expect(try await post.alerts().contains("disk-low firing"))
        var settings = post.settings
        settings.alerts.diskFree = 1
        await post.alertMonitor.adopt(Configuration(settings: settings, roster: Roster([Agency(name: "青岚市财政局")])))
        await post.look(after: 60)
        let subjects = try await post.ledger.alerts().map(\.alert.subject)
        #expect(subjects == ["青岚市财政局 2026"])
    }

    @Test func `a sign of life is left in the status folder`() async throws {
        let post = try Post()
        await post.look()
        let beat = try #require(Heartbeat(in: post.settings.status.path))
        #expect(beat.isAlive(at: post.now.date) && !beat.isAlive(at: post.now.date + 301))
        #expect(!beat.isLast)
    }

    @Test func `a daemon that was told to end is not taken for one that runs`() async throws {
        let post = try Post()
        await post.look()
        await post.alertMonitor.finish()
        #expect(try #require(Heartbeat(in: post.settings.status.path)).isLast)
        await post.look()
        #expect(try !#require(Heartbeat(in: post.settings.status.path)).isLast)
    }
}

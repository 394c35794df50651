import Alerts
import Channels
import Fixtures
import Foundation
import Ledger
import Linux
import Services
import Settings
import Testing

@testable import Delivery

@Suite("Notices on their way")
struct DispatcherTests {
    @Test(arguments: [Channel.Kind.wecom, .dingtalk, .feishu])
    func `a robot takes what is signed as it wants`(kind: Channel.Kind) async throws {
        let room = try PostRoom(kind)
        try await room.alarm()
        await room.work()
        #expect(try room.sink.taken(by: kind.rawValue).map { $0.prefix { !$0.isNewline } } == ["【年报校核·严重】收件文件夹打不开：1 个"])
        try await room.calm()
        await room.work()
        #expect(try room.sink.taken(by: kind.rawValue).last?.contains("已恢复：/srv/nianbao/inbox") == true)
        await room.work(after: 60)
        #expect(try room.sink.requests.count == 2)
    }

    @Test func `a webhook is told in Alertmanager's words, signed`() async throws {
        let room = try PostRoom(.webhook)
        try await room.alarm()
        await room.work()
        try await room.calm()
        await room.work()
        let bodies = try room.sink.requests.compactMap { $0["text"] as? [String: Any] }
        #expect(bodies.map { $0["status"] as? String } == ["firing", "resolved"])
        #expect(Set(bodies.compactMap { $0["groupKey"] as? String }).count == 1)
        #expect(try await room.ledger.dueDeliveries(at: room.now.date + 9000, limit: 9).isEmpty)
    }

    @Test(arguments: ["500", "429", "close", "code 45009", "stall"])
    func `what goes wrong is tried again until it has arrived`(mode: String) async throws {
        let room = try PostRoom(.wecom)
        try room.sink.answer(mode)
        try await room.alarm()
        await room.work()
        await room.work(after: 2)
        #expect(room.said.contains("送不出去"))
        try room.sink.answer("ok")
        await room.work(after: 100)
        let taken = try room.sink.taken(by: "wecom")
        #expect(!taken.isEmpty)
        // Only where it may have arrived does it say that it comes again.
        #expect(taken.last?.contains("（重发）") == ["close", "stall", "500"].contains(mode))
        #expect(room.said.contains("恢复送达"))
    }

    @Test func `a server that is away for an hour loses nothing, and is not flooded`() async throws {
        let room = try PostRoom(.dingtalk)
        room.sink.stop()
        try await room.alarm("/srv/一")
        for _ in 0..<60 { await room.work(after: 60) }
        #expect(try room.sink.requests.isEmpty)
        #expect(try await room.ledger.stuckChannels(before: room.now.date - 900).keys.contains("dingtalk"))
        try await room.ledger.reconcileAlerts([], of: [.inboxUnreachable], at: room.now.date)
        try await room.advance(after: 60)
        try room.sink.start()
        for _ in 0..<65 { await room.work(after: 60) }
        let taken = try room.sink.taken(by: "dingtalk")
        #expect(taken.count == 2 && taken[0].contains("涉及：/srv/一") && taken[1].contains("已恢复：/srv/一"))
        #expect(try await room.ledger.stuckChannels(before: room.now.date).isEmpty)
    }

    @Test func `a ledger that is made anew under the sender is the one that it sends from`() async throws {
        let room = try PostRoom(.wecom)
        await room.work()
        try room.removeLedger()
        await room.work(after: 2)
        await room.work(after: 2)
        #expect(room.said.components(separatedBy: "在此之前不发送告警").count == 2, "\(room.said)")
        try room.makeLedger()
        try await room.alarm()
        await room.work(after: 60)
        #expect(try room.sink.taken(by: "wecom").count == 1)
        #expect(room.said.contains("台账已打开，继续发送"))
    }

    @Test func `a notice of a ledger that was made anew has no id that another one had`() async throws {
        let room = try PostRoom(.webhook)
        let ids = { try await room.ledger.dueDeliveries(at: room.now.date, limit: 9).map(\.notice.id) }
        try await room.alarm()
        let before = try await ids()
        let id = room.ledger.id
        try room.removeLedger()
        _ = try LedgerBuilder(in: room.settings.state.path, id: id).build { _ in LeftOut() }
        try LedgerFile.adoptRebuilt(in: room.settings.state.path)
        try room.makeLedger()
        try await room.alarm("/srv/other")
        #expect(room.ledger.id == id)
        #expect(try await Set(before).isDisjoint(with: ids()) && before.count == 1)
    }

    @Test func `repetitions that nobody was sent are one`() async throws {
        let room = try PostRoom(.wecom)
        room.sink.stop()
        try await room.alarm()
        for _ in 0..<5 { try await room.advance(after: 4 * 3600) }
        let pending = try await room.ledger.dueDeliveries(at: room.now.date, limit: 99)
        #expect(pending.map(\.notice.isRepeat) == [false, true])
    }

    @Test func `however many there are, no robot is given more than it takes in a minute`() async throws {
        let room = try PostRoom(.dingtalk)
        let kinds: [Alert.Kind] = Alert.Kind.allCases.filter {
            $0.traits.cadence != .mornings && $0.traits.cadence != .onAMorning
        }
        for round in 0..<4 {
            for kind in kinds {
                try await room.ledger.reconcileAlerts([Alert(kind, "甲\(round)", "。")], of: [kind], at: room.now.date)
            }
            try await room.advance(after: 310)
        }
        #expect(try await room.ledger.dueDeliveries(at: room.now.date, limit: 999).count > 40)
        for _ in 0..<150 { await room.work(after: 5) }
        #expect(try await room.ledger.dueDeliveries(at: room.now.date, limit: 999).isEmpty)
        #expect(try room.sink.requests.count == room.sink.taken(by: "dingtalk").count)
    }

    @Test func `what waits for one channel keeps nothing from another`() async throws {
        let room = try PostRoom(.dingtalk, .wecom)
        room.settings.channels["wecom"]?.token = "missing"
        room.begin()
        for round in 0..<30 {
            try await room.ledger.reconcileAlerts(
                [Alert(.inboxUnreachable, "甲\(round)", "。")], of: [.inboxUnreachable], at: room.now.date)
            try await room.advance(after: 310)
        }
        for _ in 0..<60 { await room.work(after: 5) }
        let pending = try await room.ledger.dueDeliveries(at: room.now.date + 3600, limit: 99)
        #expect(Set(pending.map(\.channel)) == ["wecom"] && pending.count >= 30)
        #expect(try await room.ledger.dueDeliveries(at: room.now.date + 3600, limit: 5).count == 5)
    }

    @Test func `a sender that dies between sending and noting it sends again, and says so`() async throws {
        let room = try PostRoom(.wecom)
        try await room.alarm()
        let delivery = try #require(try await room.ledger.dueDeliveries(at: room.now.date, limit: 1).first)
        try await room.ledger.begin(delivery, at: room.now.date)
        room.begin()
        await room.work(after: 60)
        #expect(try room.sink.taken(by: "wecom").map { $0.contains("（重发）") } == [true])
    }

    @Test func `full and half hours are left to others`() async throws {
        let room = try PostRoom(.feishu)
        try await room.alarm()
        let past = Int(room.now.date.timeIntervalSince1970) % 1800
        await room.work(after: 1800 - past)
        #expect(try room.sink.requests.isEmpty)
        await room.work(after: 60)
        #expect(try room.sink.taken(by: "feishu").count == 1)
    }

    @Test func `a key that is missing, or that all can read, is said by its name`() async throws {
        let room = try PostRoom(.wecom)
        try room.scratch.permit(0o644, "credentials/token")
        try await room.alarm()
        await room.work()
        #expect(room.said.contains("chmod 0640 \(room.scratch.path("credentials/token"))"))
        #expect(try room.sink.requests.isEmpty)
    }

    @Test func `what is for a channel that the sender does not know waits until it has read of it`() async throws {
        let room = try PostRoom(.wecom)
        let channels = room.settings.channels
        try await room.alarm()
        room.settings.channels = [:]
        room.begin()
        await room.work()
        #expect(room.said.contains("设置中没有这个通道"))
        #expect(try await room.ledger.dueDeliveries(at: room.now.date, limit: 9).count == 1)
        room.settings.channels = channels
        await room.adopt()
        await room.work(after: 90)
        #expect(try room.sink.taken(by: "wecom").count == 1)
        #expect(try await room.ledger.dueDeliveries(at: room.now.date + 9000, limit: 9).isEmpty)
    }

    @Test func `a channel that the office has taken away is given nothing, and forgotten after three days`()
        async throws
    {
        let room = try PostRoom(.wecom)
        try await room.alarm()
        room.settings.channels = [:]
        await room.adopt()
        await room.work()
        await room.work(after: 3 * 86_400)
        #expect(try room.sink.requests.isEmpty)
        #expect(try await room.ledger.dueDeliveries(at: room.now.date + 9000, limit: 9).isEmpty)
    }

    @Test func `who tries a channel that the sender does not know is told so at once`() async throws {
        let room = try PostRoom(.wecom)
        let number = try await room.ledger.test("新群", room.settings.notices, at: room.now.date)
        await room.work()
        let outcome = try await room.ledger.outcome(of: number, through: "新群")
        #expect(outcome?.isDone == false && outcome?.error?.contains("systemctl reload nianbao") == true)
    }

    @Test func `a trial that failed is answered, and not sent later`() async throws {
        let room = try PostRoom(.wecom)
        try room.sink.answer("500")
        let number = try await room.ledger.test("wecom", room.settings.notices, at: room.now.date)
        await room.work()
        #expect(try await room.ledger.outcome(of: number, through: "wecom")?.isDone == false)
        #expect(try await room.ledger.dueDeliveries(at: room.now.date + 9000, limit: 9).isEmpty)
    }

    @Test func `a heartbeat tells whether the daemon lives`() async throws {
        let room = try PostRoom(.heartbeat)
        await room.work()
        let beat = Heartbeat(at: room.now.date + 60).text(in: .gmt)
        try room.scratch.write(beat, to: "status/heartbeat")
        await room.work(after: 61)
        await room.work(after: 10)
        await room.work(after: 3600)
        let paths = try room.sink.requests.compactMap { $0["path"] as? String }
        #expect(paths == ["/beat/\(Sink.token)/fail", "/beat/\(Sink.token)", "/beat/\(Sink.token)/fail"])
    }

    @Test func `no key is in any file, in any word that is said, or in the ledger`() async throws {
        let room = try PostRoom(.wecom, .dingtalk, .feishu, .webhook, .heartbeat)
        for mode in ["500", "code 93000", "close", "ok"] {
            try room.sink.answer(mode)
            try await room.alarm("/srv/\(mode)")
            await room.work(after: 4000)
            await room.work(after: 90)
            try await room.calm()
            await room.work(after: 90)
        }
        room.sink.stop()
        try await room.alarm()
        await room.work(after: 90)
        let grep = ChildProgram("/usr/bin/grep", ["-rlaE", "\(Sink.token)|\(Sink.key)", room.scratch.path])
        let output = Pipe()
        grep.standardOutput = .pipe(output)
        try grep.run()
        let found = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(
            found.split(separator: "\n").sorted()
                == ["key", "token"].map { room.scratch.path("credentials/\($0)")[...] })
        #expect(!room.said.contains("geheim") && !room.said.isEmpty)
    }
}

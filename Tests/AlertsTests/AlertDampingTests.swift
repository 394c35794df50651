import Alerts
import Foundation
import Testing

/// However fast alerts come and go, people and the journal hear of it seldom.
@Suite struct AlertDampingTests {
    /// Alerts over time, as a ledger keeps them.
    private struct Board {
        var now = Date(timeIntervalSince1970: 1_800_000_000)
        private(set) var states: [AlertState] = []
        /// The changes that the journal would be told of.
        private(set) var records = 0

        var lasting: [AlertState] { states.filter { $0.cleared == nil } }
        var subjects: [String] { lasting.map(\.alert.subject).sorted() }

        mutating func find(_ alerts: [Alert], after seconds: Double = 2) {
            now += seconds
            let ended = states.filter {
                $0.cleared.map { now.timeIntervalSince($0) < AlertReconciliation.horizon } ?? false
            }
            let changes = AlertReconciliation(found: alerts, known: lasting, ended: ended, at: now)
            for change in changes.begin {
                var state = AlertState(id: Int64(states.count), change.alert, .firing, since: now, fired: now)
                (state.size, state.isFlapping, state.seen) = (change.size, change.isFlapping, now)
                states.append(state)
            }
            for change in changes.reword {
                guard
                    let index = states.firstIndex(where: {
                        $0.cleared == nil && $0.alert.kind == change.alert.kind
                            && $0.alert.subject == change.alert.subject
                    })
                else { continue }
                (states[index].alert, states[index].size, states[index].worded) = (change.alert, change.size, now)
            }
            for id in changes.seen { states[Int(id)].seen = now }
            for end in changes.end {
                states[Int(end.state.id)].cleared = now
                // The ledger has no such alert any more.
                if end.successor != nil { states[Int(end.state.id)].cleared = .distantPast }
            }
            records += changes.begin.count + changes.reword.count + changes.end.count
        }
    }

    private static func link(_ path: String) -> Alert { Alert(.fileRefused, path, "“\(path)”是链接，不予接收。") }
    private static func links(_ count: Int, in folder: String = "") -> [Alert] {
        (0..<count).map { link("\(folder)链接\(1000 + $0)") }
    }

    @Test func `a link made and removed without end is one alert until it is quiet`() {
        var board = Board()
        for round in 0..<500 { board.find(round.isMultiple(of: 2) ? [Self.link("某局/链接\(round)")] : []) }
        #expect(board.records < 10)
        #expect(board.subjects == ["某局/"])
        #expect(board.lasting.allSatisfy { $0.isFlapping })
        #expect(board.lasting[0].alert.message.contains("“某局”文件夹"))
        board.find([], after: 500)
        #expect(board.subjects == ["某局/"])
        board.find([], after: 200)
        #expect(board.subjects.isEmpty)
    }

    @Test func `what flaps again is held at once, and for longer`() {
        var board = Board()
        for day in stride(from: 0.0, to: 86_400, by: 700) {
            for round in 0..<10 { board.find(round.isMultiple(of: 2) ? [Self.link("链接")] : []) }
            _ = day
            board.find([], after: 680)
        }
        #expect(board.records < 80)
    }

    @Test func `a few alone, many as one that tells how many and a few examples`() {
        var board = Board()
        board.find(Self.links(5, in: "某局/") + Self.links(2))
        #expect(board.lasting.count == 7)
        board.find(Self.links(8, in: "某局/") + Self.links(2))
        #expect(board.subjects == ["某局/", "链接1000", "链接1001"])
        let message = board.lasting.first { $0.alert.subject == "某局/" }?.alert.message ?? ""
        #expect(message.contains("已有 8 个，如 “某局/链接1000”、“某局/链接1001”、“某局/链接1002”"))
        // It stays one until all are gone.
        board.find(Self.links(1, in: "某局/"))
        #expect(board.subjects == ["某局/"])
        board.find([])
        #expect(board.subjects.isEmpty)
    }

    @Test func `what was merged has not come and gone`() {
        var board = Board()
        for count in 1...8 { board.find(Self.links(count)) }
        board.find([])
        board.find(Self.links(1))
        #expect(board.subjects == ["链接1000"])
    }

    @Test func `ten thousand that pile up are told of a few times`() {
        var board = Board()
        for count in stride(from: 1, to: 10_000, by: 50) { board.find(Self.links(count)) }
        #expect(board.subjects == ["./"])
        #expect(board.records < 25)
    }

    @Test func `a folder each does not get round it`() {
        var board = Board()
        for round in 0..<400 { board.find([Self.link("夹\(round)/链接")]) }
        #expect(board.records < 60)
        #expect(board.subjects == ["//"])
        board = Board()
        board.find((0..<5_000).map { Self.link("夹\($0)/链接") })
        #expect(board.records == 1)
    }

    @Test func `words that change all the time change ever more rarely`() {
        var board = Board()
        for round in 0..<5_000 { board.find([Alert(.diskLow, "/var", "可用 \(round) MB")]) }
        #expect(board.records < 20)
        #expect(board.lasting.count == 1)
    }

    @Test func `a folder that is full and not full is one alert`() {
        var board = Board()
        let full = Alert(.statusUnwritable, "/srv/status", "写不进去。")
        for round in 0..<1_000 { board.find(round.isMultiple(of: 2) ? [full] : []) }
        #expect(board.records < 10)
        #expect(board.subjects == ["/srv/status"])
        #expect(board.lasting[0].alert.message.contains("一再出现又恢复"))
    }

    @Test func `twice is no flapping, and what is said of reports never flaps`() {
        var board = Board()
        for _ in 0..<2 {
            board.find([Self.link("链接")])
            board.find([])
        }
        #expect(board.states.allSatisfy { !$0.isFlapping })
        for _ in 0..<10 {
            board.find([Alert(.reportReturned, "某局 2026", "退回")])
            board.find([])
        }
        #expect(board.subjects.isEmpty)
    }

    @Test func `what flaps is told of once`() {
        var facts = AlertPlan.Facts()
        let began = Date(timeIntervalSince1970: 1_800_000_000)
        var state = AlertState(id: 1, Self.link("./"), .firing, since: began, fired: began)
        state.alert.kind = .fileUnreadable
        facts.alerts = [state]
        #expect(AlertPlan(facts, at: began + 60).tell.count == 1)
        facts.alerts[0].told = began + 60
        facts.lastTold = [.fileUnreadable: began + 60]
        #expect(AlertPlan(facts, at: began + 86_400).tell.count == 1)
        facts.alerts[0].isFlapping = true
        #expect(AlertPlan(facts, at: began + 86_400).tell.isEmpty)
    }
}

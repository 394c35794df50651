import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import ReaderInterface
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

/// A report that is filed where it belongs as soon as that is known, through the real reader and the real rules.
@Suite("Reports that are filed anew") struct RefilingTests {
    let bureau: Bureau
    private let settings: Settings

    init() async throws {
        bureau = try await Bureau()
        settings = bureau.settings
    }

    func check(by roster: Roster = Roster(), characters: Int? = nil) async throws {
        var settings = settings
        if let characters { settings.limits.characters = characters }
        let checker = ReportChecker(settings, roster: roster, knowledge: bureau.ledger)
        try await bureau.check { try await checker.check($0, to: $1) }
    }

    func drop(
        _ agency: String, licensing: String = "11", reviewed: String? = nil, as path: String
    ) async throws {
        var report = SampleReport()
        report.agency = agency
        report.disclosure[.licensing] = [licensing]
        if let reviewed { report.review[.reconsideration]?[4] = reviewed }
        try bureau.drop(TextLayout.tabs.text(of: report), as: path)
        await bureau.work()
        bureau.wait(.seconds(60))
    }

    private func recheck(by roster: Roster = Roster()) async throws -> [Recheck.Change] {
        try await Recheck(settings: settings, roster: roster).run(records: true, at: bureau.now.date)
    }

    @Test func `what can be read at last is its body's report for its year`() async throws {
        try await check(characters: 500)
        try await drop("青岚市水利局", as: "年报.txt")
        #expect(try await bureau.reports() == ["年报 未知年度 v1 unreadable"])
        let received = try await bureau.versions().map(\.receivedAt)
        #expect(try await recheck().map(\.isChange) == [true])
        #expect(try await bureau.reports() == ["青岚市水利局 2024 v1 accepted"])
        #expect(try await bureau.versions().map(\.receivedAt) == received)
        #expect(try bureau.ledger.totals(of: 2024, roster: Roster()).included.map(\.agency) == ["青岚市水利局"])
        #expect(try await recheck().map(\.isChange) == [false])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `what can be read at last is history where the body has handed in a later version`() async throws {
        try await check(characters: 500)
        try await drop("青岚市水利局", as: "年报.txt")
        try await check()
        try await drop("青岚市水利局", licensing: "12", as: "更正.txt")
        _ = try await recheck()
        #expect(try await bureau.reports().map { $0.prefix(14) } == ["青岚市水利局 2024 v1"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a file that even its reading brought down is filed by what it says once it is judged`() async throws {
        try bureau.drop("accepted 青岚市水利局 2024", as: "年报.txt")
        let file = try #require(bureau.inbox.look().files.first)
        let arrival = Arrival(
            file: file, content: try bureau.archive.keep(file, from: bureau.inbox), at: bureau.now.date)
        for _ in 0..<4 {
            _ = try await bureau.ledger.begin(arrival)
            try await bureau.restart()
        }
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 failed"])
        bureau.wait(.seconds(60))
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市水利局 2024 v1 accepted"])
        #expect(try await bureau.alerts().isEmpty)
        #expect(try bureau.verification().deviations == [])
    }

    /// Goes by another roster, as the service does when it starts or reads its settings anew.
    func reload(_ roster: Roster) async throws {
        try await check(by: roster)
        try await bureau.ledger.rejudgeMoved(by: Placement(roster))
        bureau.wait(.seconds(60))
        await bureau.work()
    }

    @Test func `a body that has two names once more is asked for by the report that counts`() async throws {
        try await check(by: Self.merged)
        try await drop("青岚市体育局", reviewed: "99", as: "a.txt")
        let split = Roster([Agency(name: "青岚市文体局"), Agency(name: "青岚市体育局")])
        try await reload(split)
        let apart = try bureau.desk(roster: split)
        #expect(try await apart.version(of: "青岚市文体局", year: "2024") == nil, "it is another one's by now")
        let history = try #require(try await apart.version(of: "青岚市文体局", year: "2024", number: 1))
        #expect(DeskText.show(history, receipt: "").contains("收到，已由后来放入的版本取代"))
        try await reload(Self.merged)
        let again = try bureau.desk(roster: Self.merged)
        for name in ["青岚市文体局", "青岚市体育局"] {
            let version = try #require(try await again.version(of: name, year: "2024"))
            #expect(version.agency == "青岚市体育局" && !version.isSuperseded, "\(name)")
            let numbered = try await again.version(of: name, year: "2024", number: 1)
            #expect(numbered?.agency == "青岚市体育局", "\(name)")
        }
    }

    private func returns(of folder: String, by roster: Roster) async throws -> String {
        try bureau.scratch.makeFolder("returns")
        var settings = settings
        settings.returns.folder = FilePath(bureau.scratch.path("returns"))
        await ReturnsPublisher(Configuration(settings: settings, roster: roster), bureau.context)
            .publish(at: bureau.now)
        return try bureau.scratch.text(of: "returns/\(folder)/回执.html")
    }

    private func licensing(by roster: Roster) throws -> String? {
        try bureau.ledger.totals(of: 2024, roster: roster).tally[.disclosureCell(.licensing, column: 0)]?.digits
    }

    static let merged = Roster([Agency(name: "青岚市文体局", otherNames: ["青岚市体育局", "青岚市文旅局"])])

    @Test func `bodies that were merged and get rows of their own have what each handed in`() async throws {
        try await check(by: Self.merged)
        try await drop("青岚市体育局", licensing: "20", as: "a.txt")
        try await drop("青岚市文旅局", licensing: "50", as: "b.txt")
        try await drop("青岚市体育局", licensing: "21", as: "c.txt")
        try await drop("青岚市文旅局", licensing: "51", as: "d.txt")
        let split = Roster([Agency(name: "青岚市文体局"), Agency(name: "青岚市体育局"), Agency(name: "青岚市文旅局")])
        try await reload(split)
        #expect(
            try await bureau.reports().map { $0.prefix(14) } == ["青岚市体育局 2024 v2", "青岚市文旅局 2024 v2"])
        let count = try await bureau.records().count
        try await reload(split)
        #expect(try await bureau.records().count == count)
        #expect(try bureau.verification().deviations == [])
    }

    static let mistaken = Roster([
        Agency(name: "青岚市教育局", otherNames: ["青岚市体育中心"], folder: "jiaoyu"),
        Agency(name: "青岚市体育局", folder: "tiyu"),
    ])
    static let corrected = Roster([
        Agency(name: "青岚市教育局", folder: "jiaoyu"),
        Agency(name: "青岚市体育局", otherNames: ["青岚市体育中心"], folder: "tiyu"),
    ])

    @Test(arguments: [corrected, Roster([corrected.agencies[0]])])
    func `a name in the wrong row is taken out, and the body that had it sees nothing of the other's`(
        roster: Roster
    ) async throws {
        try await check(by: Self.mistaken)
        try await drop("青岚市教育局", licensing: "12", as: "教育.txt")
        try await drop("青岚市体育中心", licensing: "2222", as: "体育.txt")
        try await drop("青岚市教育局", licensing: "13", as: "教育2.txt")
        #expect(try await returns(of: "jiaoyu", by: Self.mistaken).contains("2222"))
        try await reload(roster)
        let body = roster.agencies.count > 1 ? "青岚市体育局" : "青岚市体育中心"
        #expect(try await bureau.reports().map { $0.prefix(body.count + 8) }.contains("\(body) 2024 v1"))
        #expect(try await bureau.reports().count == 2)
        #expect(try await !returns(of: "jiaoyu", by: roster).contains("2222"))
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a name in the wrong row is followed where the report lies in its own body's folder`() async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", as: "tiyu/t.txt")
        #expect(try await bureau.reports() == ["（tiyu文件夹报来）青岚市教育局 2024 v1 returned"])
        try await reload(Self.corrected)
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
        #expect(try licensing(by: Self.corrected) == "11")
        try await reload(Self.mistaken)
        #expect(try await bureau.reports() == ["（tiyu文件夹报来）青岚市教育局 2024 v2 returned"])
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a body that is renamed, or called otherwise by its report, keeps what it has`() async throws {
        try await check(by: Roster([Agency(name: "青岚市水利局"), Agency(name: "青岚市林业局")]))
        try await drop("市水利局", as: "a.txt")
        let before = try await bureau.reports()
        for roster in [
            Roster([Agency(name: "青岚市水务局", otherNames: ["青岚市水利局"])]), Roster([Agency(name: "青岚市林业局")]),
            Roster([Agency(name: "青岚市水利局"), Agency(name: "青岚县水利局")]), Roster(),
        ] {
            try await reload(roster)
            #expect(try await bureau.reports() == before)
        }
    }

    @Test(arguments: [1, 3, 4]) func `runs that die in judging again leave it to be done`(deaths: Int) async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", as: "tiyu/t.txt")
        try await bureau.ledger.rejudgeMoved(by: Placement(Self.corrected))
        let kept = try #require(try await bureau.ledger.nextToRejudge(at: bureau.now.date))
        for _ in 0..<deaths {
            _ = try await bureau.ledger.begin(kept.arrival)
            try await bureau.restart()
        }
        try await check(by: Self.corrected)
        await bureau.work()
        if deaths > Ledger.Suspect.deathsEnough {
            #expect(try await bureau.alerts() == ["judging-failed"])
            bureau.wait(.seconds(60))
            await bureau.work()
        }
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
        #expect(try await bureau.ledger.suspects(at: bureau.now.date).isEmpty)
        await bureau.look()
        #expect(try await bureau.alerts().isEmpty)
    }

    /// Begins by a roster as the service does: nothing is being judged by another one.
    private func start(_ roster: Roster, whileJudging: Bool = false) async throws {
        try await bureau.ledger.rejudgeMoved(by: Placement(roster), whileJudging: whileJudging)
    }

    @Test func `what was judged while the roster changed is looked at by the next start`() async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await start(Self.corrected, whileJudging: true)
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", as: "tiyu/t.txt")
        try await start(Self.corrected)
        try await check(by: Self.corrected)
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
    }

    @Test func `a roster that was away in between is another one`() async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await start(Self.corrected)
        try await start(Roster())
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", as: "tiyu/t.txt")
        try await start(Self.corrected)
        try await check(by: Self.corrected)
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
    }

    @Test func `what could not be judged again is looked at by each start`() async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", as: "tiyu/t.txt")
        let before = try await bureau.reports()
        try move("state/archive", to: "aside")
        try await start(Self.corrected)
        try await check(by: Self.corrected)
        await bureau.work()
        #expect(try await bureau.reports() == before)
        try move("aside", to: "state/archive")
        try await start(Self.corrected)
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
        try await start(Self.corrected)
        #expect(try await bureau.ledger.nextToRejudge(at: bureau.now.date) == nil)
    }

    private func move(_ from: String, to target: String) throws {
        try FileManager.default.moveItem(atPath: bureau.scratch.path(from), toPath: bureau.scratch.path(target))
    }

    @Test func `what was history where it was filed by mistake counts where it belongs, and leaves no gap`()
        async throws
    {
        try await check(by: Self.mistaken)
        try await drop("青岚市体育中心", licensing: "12", as: "a.txt")
        try await drop("青岚市体育局", licensing: "13", as: "b.txt")
        for _ in 0..<2 {
            try await reload(Self.corrected)
            #expect(try await bureau.reports().map { $0.prefix(6) } == ["青岚市体育局"])
            #expect(try licensing(by: Self.corrected) == "13")
            try await reload(Self.mistaken)
            #expect(try await bureau.reports().map { $0.prefix(6) } == ["青岚市体育局", "青岚市教育局"])
            #expect(try licensing(by: Self.mistaken) == "25")
        }
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `what was history because of a report that is filed elsewhere now counts again`() async throws {
        let other = Roster([
            Agency(name: "青岚市教育局", otherNames: ["青岚市体育中心", "青岚市体校"]), Agency(name: "青岚市体育局"),
        ])
        let first = Roster([
            Agency(name: "青岚市教育局", otherNames: ["青岚市体育中心"]),
            Agency(name: "青岚市体育局", otherNames: ["青岚市体校"]),
        ])
        let last = Roster([
            Agency(name: "青岚市教育局", otherNames: ["青岚市体校"]),
            Agency(name: "青岚市体育局", otherNames: ["青岚市体育中心"]),
        ])
        try await check(by: first)
        try await drop("青岚市体校", licensing: "12", as: "a.txt")
        try await drop("青岚市体育中心", licensing: "13", as: "b.txt")
        try await reload(other)
        #expect(try licensing(by: other) == "13")
        try await reload(last)
        #expect(try await bureau.reports().map { $0.prefix(6) } == ["青岚市体育局", "青岚市教育局"])
        #expect(try licensing(by: last) == "25")
        #expect(try bureau.verification().deviations == [])
    }

    @Test func `a file that was moved counts where it lies now`() async throws {
        try bureau.scratch.makeFolder("inbox/tiyu")
        try await check(by: Self.corrected)
        try await drop("青岚市体育中心", as: "t.txt")
        try bureau.move("t.txt", to: "tiyu/t.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["青岚市体育局 2024 v1 accepted"])
        try await reload(Self.mistaken)
        #expect(try await bureau.reports() == ["（tiyu文件夹报来）青岚市教育局 2024 v1 returned"])
        #expect(try bureau.verification().deviations == [])
    }
}

import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Services
import Settings
import SystemPackage
import Testing

@Suite struct PublisherTests {
    private let totals = ["totals-2024.csv", "totals-2024.html", "totals-2024.json", "totals-2024.xlsx"]
    private let general = ["alerts.json", "index.html", "nianbao.prom", "register.csv", "register.xlsx"]
    private let desk = ["核销单.xlsx", "核销结果.html"]
    private let totalsPages: [Page] = [
        .totals(year: 2024, .csv), .totals(year: 2024, .html), .totals(year: 2024, .json),
        .totals(year: 2024, .xlsx),
    ]

    /// Longer than the pages about all reports ever rest after they were written.
    private static let rest = Duration.seconds(60)

    @Test func `the name of a page tells which it is`() {
        for page in [.result, .receipt, .agencyYears("财政局"), .agencyYears("con")] + Page.single + totalsPages {
            #expect(Page(rawValue: page.rawValue) == page)
        }
        #expect(totalsPages.map(\.rawValue) == totals)
        for name in [
            "totals-.json", "totals-2024", "totals-2024.xls", "totals-02024.json", "TOTALS-2024.json",
            "years/../a.html", "years/.html",
        ] {
            #expect(Page(rawValue: name) == nil)
        }
    }

    @Test func `the totals of a year change with its reports, and those of another do not`() async throws {
        let bureau = try await Bureau()
        let publisher = bureau.publisher(roster: Roster([Agency(name: "财政局"), Agency(name: "水利局")]))
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        await publisher.publish(at: bureau.now)
        let first = try bureau.scratch.text(of: "status/totals-2024.json")
        #expect(first.contains("\"returned\"") && first.contains("\"missing\""))
        #expect(try bureau.scratch.text(of: "status/totals-2024.html").contains("尚未报送"))
        #expect(try bureau.scratch.text(of: "status/totals-2024.csv").contains("表,行,栏,合计"))

        try bureau.drop("returned 财政局 2023", as: "旧.txt")
        await bureau.work()
        bureau.wait(Self.rest)
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/totals-2024.json") == first)
        #expect(try bureau.scratch.names(in: "status").contains("totals-2023.json"))

        try bureau.drop("unreadable 财政局 2024", as: "年报二.txt")
        await bureau.work()
        bureau.wait(Self.rest)
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/totals-2024.json").contains("\"unreadable\""))
    }

    @Test func `a new roster makes new totals at the next start`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        await bureau.publisher().publish(at: bureau.now)
        #expect(try !bureau.scratch.text(of: "status/totals-2024.json").contains("水利局"))
        await bureau.publisher(roster: Roster([Agency(name: "水利局")])).publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/totals-2024.json").contains("水利局"))
    }

    @Test func `a start and an end leave pages that change with time as they are while they are young`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.turnClock(toChangeOf: "年报.txt")
        await bureau.publisher().publish(at: bureau.now)
        let pages = ["index.html", "status.json", "alerts.json", "nianbao.prom"]
        let stamps = { try pages.map { try WrittenFile.stamp(of: FilePath(bureau.scratch.path("status/\($0)"))) } }
        let first = try stamps()
        // However long it took to write them.
        try bureau.turnClock(toChangeOf: "nianbao.prom", in: "status")
        bureau.wait(.seconds(60))
        try await bureau.ledger.append([.stopping], at: bureau.now.date)
        try await bureau.ledger.append([.started], at: bureau.now.date)
        await bureau.publisher().publish(at: bureau.now)
        #expect(try stamps() == first)
        // They hold for ten minutes.
        bureau.wait(.seconds(300))
        await bureau.publisher().publish(at: bureau.now)
        #expect(try zip(stamps(), first).allSatisfy { $0 != $1 })
    }

    @Test func `a start leaves totals and register as they are while nothing else would stand in them`() async throws {
        let bureau = try await Bureau()
        let roster = Roster([Agency(name: "财政局"), Agency(name: "水利局", group: "市直部门")])
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        await bureau.publisher(roster: roster).publish(at: bureau.now)
        let tables = totals + ["register.csv", "register.xlsx"]
        let stamps = { try tables.map { try WrittenFile.stamp(of: FilePath(bureau.scratch.path("status/\($0)"))) } }
        let first = try stamps()
        bureau.wait(Self.rest)
        await bureau.publisher(roster: roster).publish(at: bureau.now)
        #expect(try stamps() == first)
        #expect(try await bureau.ledger.isPublished())

        let regrouped = Roster([Agency(name: "财政局"), Agency(name: "水利局", group: "乡镇")])
        await bureau.publisher(roster: regrouped).publish(at: bureau.now)
        #expect(try zip(stamps(), first).allSatisfy { $0 != $1 })
    }

    @Test func `a start brings back totals and register that were removed or changed meanwhile`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        await bureau.publisher().publish(at: bureau.now)
        let (kept, register) = try (
            bureau.scratch.text(of: "status/totals-2024.csv"), bureau.scratch.text(of: "status/register.csv")
        )
        try bureau.scratch.write("改过", to: "status/totals-2024.csv")
        try FileManager.default.removeItem(atPath: bureau.scratch.path("status/register.csv"))
        let publisher = bureau.publisher()
        for _ in 1...2 { await publisher.publish(at: bureau.now) }
        #expect(try bureau.scratch.text(of: "status/totals-2024.csv") == kept)
        #expect(try bureau.scratch.text(of: "status/register.csv") == register)
    }

    @Test func `a judged report has its result and its receipt, and the overview lists it`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("returned 财政局 2024", as: "年报.txt")
        await bureau.work()
        await bureau.publisher().publish(at: bureau.now)
        #expect(
            try bureau.scratch.names(in: "status") == general + ["reports", "status.json"] + totals + [
                "years", "years.html",
            ] + desk)
        #expect(
            try bureau.scratch.names(in: "status/reports/2024/财政局/v1") == ["receipt.html", "result.json"])
        let written = try JSON.value(
            ReportResult.self, from: try bureau.scratch.text(of: "status/reports/2024/财政局/v1/result.json"))
        #expect(try await bureau.versions().map(\.result) == [written])
        #expect(try bureau.scratch.text(of: "status/index.html").contains("财政局"))
    }

    @Test func `every version keeps its folder`() async throws {
        let bureau = try await Bureau()
        for verdict in ["returned", "accepted"] {
            try bureau.drop("\(verdict) 财政局 2024", as: "年报.txt")
            await bureau.work()
        }
        await bureau.publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "status/reports/2024/财政局") == ["v1", "v2"])
    }

    @Test func `a status folder that is missing is an alert, and what is pending comes later`() async throws {
        let bureau = try await Bureau()
        let (status, away) = (bureau.scratch.path("status"), bureau.scratch.path("away"))
        try FileManager.default.moveItem(atPath: status, toPath: away)
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now)
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.messages(of: .alert).count == 1)
        #expect(try await bureau.alerts() == ["status-unwritable"])
        #expect(!FileManager.default.fileExists(atPath: status))

        try FileManager.default.moveItem(atPath: away, toPath: status)
        bureau.wait(Self.rest)
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts().isEmpty)
        #expect(try bureau.scratch.names(in: "status/reports/2024") == ["财政局"])
    }

    @Test func `a file that can't be written is told of as that file, and all others are written`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        // What lies under its name is a folder that holds something.
        let place = "status/reports/2024/财政局/v1"
        try bureau.scratch.makeFolder("\(place)/receipt.html/里面")
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts().isEmpty)
        #expect(try bureau.scratch.names(in: place).contains("result.json"))
        #expect(try bureau.scratch.text(of: "status/index.html").contains("财政局"))
        for _ in 1...5 {
            bureau.wait(.seconds(3600))
            await publisher.publish(at: bureau.now)
        }
        let aside = try await bureau.ledger.itemsSetAside()
        #expect(aside.map(\.name) == ["receipt.html"])
        #expect(aside.first?.error.contains("reports/2024/财政局/v1/receipt.html 是") == true, "\(aside)")
        try FileManager.default.removeItem(atPath: bureau.scratch.path("\(place)/receipt.html"))
        bureau.wait(.seconds(3600))
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20).isEmpty)
    }

    @Test func `an overview is written anew before it is no longer valid`() async throws {
        let bureau = try await Bureau()
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now)
        let first = try bureau.scratch.text(of: "status/status.json")
        bureau.wait(.seconds(10))
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/status.json") == first)
        bureau.wait(.seconds(300))
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "status/status.json") != first)
    }

    @Test func `a crash before the done mark means that the file is written again`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        let pending = try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20)
        #expect(
            pending.map(\.page) == [
                .receipt, .result, .agencyYears("财政局"), .alerts, .overview, .metrics, .register(.csv), .register(.xlsx),
                .status,
            ]
                + totalsPages + [.years, .waivers])
        try bureau.scratch.makeFolder("status/reports/2024/财政局/v1")
        try bureau.scratch.write("半", to: "status/reports/2024/财政局/v1/.result.json.draft")
        await bureau.publisher().publish(at: bureau.now)
        #expect(try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20).isEmpty)
        #expect(
            try bureau.scratch.names(in: "status/reports/2024/财政局/v1") == ["receipt.html", "result.json"])
    }

    @Test func `the pages about all reports rest while reports keep coming, and are not left out for good`()
        async throws
    {
        let bureau = try await Bureau()
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now, sparing: true)
        let first = try bureau.scratch.text(of: "status/status.json")
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.look()
        // No time has passed since: the receipt is written, the overview rests.
        let rested = bureau.now
        bureau.wait(.seconds(2))
        await bureau.look()
        await publisher.publish(at: rested, sparing: true)
        #expect(try bureau.scratch.names(in: "status/reports/2024/财政局/v1") == ["receipt.html", "result.json"])
        #expect(try bureau.scratch.text(of: "status/status.json") == first)
        bureau.wait(.seconds(150))
        await publisher.publish(at: bureau.now, sparing: true)
        #expect(try bureau.scratch.text(of: "status/status.json").contains("财政局"))
        #expect(try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20).isEmpty)
    }

    @Test func `what could not be written before the end is pending still`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        let pending = try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20)
        await bureau.publisher().publish(at: bureau.now, until: .now - .seconds(1))
        let left = try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20).map(\.page)
        #expect(Set(left).isSuperset(of: pending.map(\.page)))
        await bureau.publisher().publish(at: bureau.now, until: .now + .seconds(600))
        #expect(try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20).isEmpty)
    }

    @Test func `a status folder that stays missing is one alert, however often the publisher is woken`() async throws {
        let bureau = try await Bureau()
        try FileManager.default.removeItem(atPath: bureau.scratch.path("status"))
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        let publisher = bureau.publisher()
        for _ in 1...200 {
            await publisher.publish(at: bureau.now, sparing: true)
            bureau.wait(.seconds(1))
        }
        #expect(try await bureau.messages(of: .alert, .cleared).count == 1)

        try bureau.scratch.makeFolder("status")
        bureau.wait(.seconds(60))
        await publisher.publish(at: bureau.now, sparing: true)
        #expect(try await bureau.messages(of: .cleared).count == 1)
        #expect(try bureau.scratch.names(in: "status/reports/2024") == ["财政局"])
    }

    @Test func `a page that can't be made is set aside, and the others do not wait for it`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.sabotage("UPDATE version SET result = json_remove(result, '$.format')")
        try bureau.drop("accepted 水利局 2023", as: "旧.txt")
        await bureau.work()
        let publisher = bureau.publisher()
        for _ in 1...5 {
            await publisher.publish(at: bureau.now)
            bureau.wait(.seconds(3600))
        }
        #expect(try bureau.scratch.names(in: "status/reports/2023/水利局/v1") == ["receipt.html", "result.json"])
        let aside = try await bureau.ledger.itemsSetAside()
        #expect(aside.map(\.name).contains("receipt.html"))
        #expect(aside.allSatisfy { $0.count == 1 && !$0.error.isEmpty })
    }

    @Test func `the alert on what was set aside ends with the run that writes it`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.sabotage("UPDATE publication SET aside = '2025-01-01 00:00:00.000' WHERE page = 'receipt.html'")
        let aside = try await bureau.ledger.itemsSetAside().map { Alert(.itemSetAside, $0.name, $0.error) }
        try await bureau.ledger.reconcileAlerts(aside, of: [.itemSetAside], at: bureau.now.date)
        #expect(try await bureau.alerts() == ["item-set-aside"])
        let publisher = bureau.publisher()
        await publisher.finish()
        await publisher.endSetAside(at: bureau.now)
        #expect(try await bureau.alerts() == [])
        #expect(try await bureau.ledger.isPublished())
    }

    @Test func `a page that kills one run after the other is set aside`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        for _ in 1...5 {
            let pending = try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20)
            let receipt = try #require(pending.first { $0.page == .receipt })
            try await bureau.ledger.begin(receipt, at: bureau.now.date)
            // The run dies here; the next one closes what it left.
            try await bureau.ledger.closeInterrupted(at: bureau.now.date)
        }
        let pending = try await bureau.ledger.pendingPages(at: bureau.now.date, limit: 20)
        #expect(!pending.contains { $0.page == .receipt } && pending.contains { $0.page == .result })
        #expect(try await bureau.ledger.itemsSetAside().map(\.name) == ["receipt.html"])
    }

    /// The attempts of a page in a row that have failed.
    private func attempts(_ page: Page, _ bureau: Bureau) throws -> Int? {
        try bureau.number("SELECT attempts FROM publication WHERE page = '\(page.rawValue)'")
    }

    @Test func `a page that can't be made counts once a try, also after a run that was killed`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.sabotage("UPDATE version SET result = json_remove(result, '$.format')")
        await bureau.publisher().publish(at: bureau.now)
        #expect(try attempts(.receipt, bureau) == 1)

        let next = try await Bureau(scratch: bureau.scratch)
        try await next.ledger.closeInterrupted(at: next.now.date)
        #expect(next.ledger.wasInterrupted)
        await next.publisher().publish(at: next.now)
        #expect(try attempts(.receipt, next) == 2)
    }

    @Test func `after a run that was killed each page is marked by itself, before the next one is begun`() async throws
    {
        let bureau = try await Bureau()
        for name in ["财政局", "水利局"] {
            try bureau.drop("accepted \(name) 2024", as: "\(name).txt")
            await bureau.work()
        }
        let next = try await Bureau(scratch: bureau.scratch)
        try await next.ledger.closeInterrupted(at: next.now.date)
        // The ledger takes no beginning of the second report's pages: to those before, that is as if the run had died there.
        try next.sabotage(
            """
            CREATE TRIGGER death BEFORE UPDATE OF begun ON publication WHEN new.version = 2 AND new.begun IS NOT NULL
            BEGIN SELECT RAISE(ABORT, 'death'); END
            """)
        await next.publisher().publish(at: next.now)
        let written = "SELECT count(*) FROM publication WHERE written = wanted AND begun IS NULL AND version = "
        #expect(try next.number(written + "1") == 2)
        #expect(try next.number(written + "2") == 0)
    }

    @Test(arguments: ["../../outside", "..", "2024/../../outside"])
    func `no page is written outside the folder, whatever the ledger says`(place: String) async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        try bureau.sabotage("UPDATE version SET agency = '\(place)'")
        try bureau.drop("accepted 水利局 2024", as: "另一份.txt")
        await bureau.work()
        await bureau.publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.names().filter { $0.contains("outside") } == [])
        #expect(try bureau.scratch.names(in: "status/reports") == ["2024"])
        #expect(try bureau.scratch.names(in: "status/reports/2024") == ["水利局"])
        #expect(try await bureau.alerts().isEmpty, "the folder itself takes files")
    }
}

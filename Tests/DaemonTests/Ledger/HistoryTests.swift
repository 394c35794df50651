import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

/// Reports of two years and several bodies, through the real engine and the real ledger.
@Suite("What the ledger knows of other reports")
struct HistoryTests {
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let archive: Archive
    private let inbox: Inbox

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state"] { try scratch.makeFolder(folder) }
        ledger = try Ledger(in: FilePath(scratch.path("state")))
        archive = try Archive(in: FilePath(scratch.path("state")), limit: 1_000_000)
        inbox = Inbox(path: FilePath(scratch.path("inbox")))
    }

    /// Hands in a report and gives what was recorded of it.
    @discardableResult
    private func handIn(
        _ report: SampleReport, as name: String, on day: String = "2025-01-20", roster: Roster = Roster()
    ) async throws -> ReportResult {
        try scratch.write(TextLayout.tabs.text(of: report), to: "inbox/\(name)")
        let file = try #require(inbox.look().files.first { $0.path.name == FileName(name) })
        let date = try Date("\(day)T15:00:00Z", strategy: .iso8601)
        let arrival = Arrival(file: file, content: try archive.keep(file, from: inbox), at: date)
        let checker = ReportChecker(roster: roster, knowledge: ledger)
        let checked = try await checker.check(Submission(arrival, in: archive))
        try await ledger.record(arrival, checked)
        return checked.result
    }

    private func rules(_ result: ReportResult) -> [String] { result.findings.map(\.rule) }

    private var lastYear: SampleReport {
        var report = SampleReport()
        report.year = 2023
        // What this year's report carries in and has in force follows from these.
        report.requests[.carriedOut] = SampleReport().requests[.carriedIn]
        report.disclosure[.normativeDocuments] = ["4", "1", "16"]
        for column in 0..<7 {
            report[.received, column] =
                report[.total, column] + report[.carriedOut, column] - report[.carriedIn, column]
        }
        return report
    }

    @Test func `the first report of a body is compared with nothing`() async throws {
        #expect(try await handIn(lastYear, as: "2023.txt").verdict == .accepted)
    }

    @Test func `figures that follow from last year's are right`() async throws {
        try await handIn(lastYear, as: "2023.txt")
        let result = try await handIn(SampleReport(), as: "2024.txt")
        #expect(!rules(result).contains("carry-over"))
        #expect(!rules(result).contains("effective-count"))
    }

    @Test func `figures that do not follow are found in their columns`() async throws {
        var last = lastYear
        for column in [0, 6] {
            last[.carriedOut, column] -= 1
            last[.received, column] -= 1
        }
        last.disclosure[.normativeDocuments] = ["4", "1", "20"]
        try await handIn(last, as: "2023.txt")
        let result = try await handIn(SampleReport(), as: "2024.txt")
        #expect(
            result.findings.filter { $0.rule == "carry-over" }.map(\.at) == [
                "requests/carried_in/natural_person", "requests/carried_in/total",
            ])
        #expect(result.findings.first { $0.rule == "effective-count" }?.facts["sum"] == .number(21))
    }

    @Test func `a report that nobody asked for is not late, one of the year before is`() async throws {
        let roster = Roster([Agency(name: "青岚市水利局")])
        var old = SampleReport()
        old.year = 2021
        #expect(try await !rules(handIn(old, as: "2021.txt", on: "2025-02-20", roster: roster)).contains("late"))
        #expect(
            try await rules(handIn(SampleReport(), as: "2024.txt", on: "2025-02-20", roster: roster)).contains("late"))
    }

    @Test func `last year's text with new numbers is nearly a copy`() async throws {
        try await handIn(lastYear, as: "2023.txt")
        let result = try await handIn(SampleReport(), as: "2024.txt")
        let copy = result.findings.first { $0.rule == "near-copy" }
        #expect(copy?.at == "section/1")
        #expect(copy?.facts["twin"] == .text("本机关 2023 年度报告"))
    }

    @Test func `another body's text is told by its name`() async throws {
        var other = SampleReport()
        other.agency = "青岚市林业局"
        try await handIn(other, as: "林业局.txt", on: "2025-01-19")
        let result = try await handIn(SampleReport(), as: "水利局.txt")
        #expect(result.findings.first { $0.rule == "near-copy" }?.message.contains("青岚市林业局") == true)
    }

    @Test func `a report under a short name is the agency's of the roster`() async throws {
        let roster = Roster([Agency(name: "青岚市水利局", deadline: MonthDay("1-25"))])
        var short = SampleReport()
        short.agency = "市水利局"
        try await handIn(SampleReport(), as: "全称.txt", roster: roster)
        let second = try await handIn(short, as: "简称.txt", on: "2025-01-28", roster: roster)
        #expect(second.agency == "市水利局")
        #expect(rules(second).contains("resubmitted"))
        // The first version was in time, so the second is.
        #expect(!rules(second).contains("late"))
    }

    @Test func `a body that was in time under its old name is not late with a version under its new one`() async throws
    {
        let (old, new) = ("青岚市水利局", "青岚市水务局")
        let before = Roster([Agency(name: old, deadline: MonthDay("1-25"))])
        let after = Roster([Agency(name: new, otherNames: [old], deadline: MonthDay("1-25"))])
        var renamed = SampleReport()
        renamed.agency = new
        try await handIn(SampleReport(), as: "旧.txt", roster: before)
        #expect(try await !rules(handIn(renamed, as: "新.txt", on: "2025-01-28", roster: after)).contains("late"))
    }

    /// Reports of two bureaus and of the government that sums them up.
    private func parts() -> (water: SampleReport, forest: SampleReport, sum: SampleReport, roster: Roster) {
        var (water, forest, sum) = (SampleReport(), SampleReport(), SampleReport())
        forest.agency = "青岚市林业局"
        sum.agency = "青岚市人民政府"
        water.disclosure[.fees] = ["4000.214619"]
        forest.disclosure[.fees] = ["166"]
        for row in [DisclosureRow.normativeDocuments, .licensing, .penalties, .coercion] {
            sum.disclosure[row] = sum.disclosure[row]?.map { String(2 * (Int($0.filter(\.isNumber)) ?? 0)) }
        }
        sum.disclosure[.fees] = ["4166.214619"]
        sum.requests = sum.requests.mapValues { $0.map { String(2 * (Int($0) ?? 0)) } }
        sum.review = sum.review.mapValues { $0.map { String(2 * (Int($0) ?? 0)) } }
        let roster = Roster([
            Agency(name: "青岚市人民政府", sumsUp: true), Agency(name: "青岚市水利局"), Agency(name: "青岚市林业局"),
        ])
        return (water, forest, sum, roster)
    }

    @Test func `a government's report that is the sum of its agencies' is right`() async throws {
        let (water, forest, sum, roster) = parts()
        try await handIn(water, as: "水利局.txt", roster: roster)
        try await handIn(forest, as: "林业局.txt", roster: roster)
        #expect(!rules(try await handIn(sum, as: "政府.txt", roster: roster)).contains("aggregate"))
        let totals = try ledger.totals(of: 2024, roster: roster)
        #expect(totals.included.map(\.agency) == ["青岚市林业局", "青岚市水利局"])
        #expect(totals.leftOut.isEmpty && totals.broken.isEmpty && totals.differences.isEmpty)
        #expect(totals.own?.agency == "青岚市人民政府")
    }

    @Test func `swapped digits are found in their cell, with the sum beside`() async throws {
        var (water, forest, sum, roster) = parts()
        sum.disclosure[.fees] = ["4166.241619"]
        try await handIn(water, as: "水利局.txt", roster: roster)
        try await handIn(forest, as: "林业局.txt", roster: roster)
        let found = try await handIn(sum, as: "政府.txt", roster: roster).findings.filter { $0.rule == "aggregate" }
        #expect(found.map(\.at) == ["disclosure/fees_10k_yuan/1"])
        #expect(
            found.first?.message
                == "表二“行政事业性收费”行“本年收费金额（单位：万元）”栏填写为 4166.241619，各单位报告之和为 4166.214619（共汇总 2 份合格报告）。")
    }

    @Test func `while reports are missing, that is said once`() async throws {
        let (water, _, sum, roster) = parts()
        try await handIn(sum, as: "早.txt", roster: roster)
        #expect(try ledger.totals(of: 2024, roster: roster).included.isEmpty)
        try await handIn(water, as: "水利局.txt", roster: roster)
        var again = sum
        again.disclosure[.coercion] = ["59"]
        let found = try await handIn(again, as: "政府.txt", roster: roster).findings.filter { $0.rule == "aggregate" }
        #expect(found.count == 1)
        #expect(found.first?.message.contains("另有 1 个单位的报告未报送或未合格，没有计入：青岚市林业局") == true)
    }

    @Test func `another body's report is not held against the sum`() async throws {
        let (water, forest, _, roster) = parts()
        try await handIn(water, as: "水利局.txt", roster: roster)
        #expect(!rules(try await handIn(forest, as: "林业局.txt", roster: roster)).contains("aggregate"))
    }

    @Test func `who is not on the roster, and who is late, is told`() async throws {
        let roster = Roster([Agency(name: "青岚市水利局", deadline: MonthDay("1-25"))])
        #expect(
            rules(try await handIn(SampleReport(), as: "水利局.txt", on: "2025-01-26", roster: roster)).contains("late"))
        var stranger = SampleReport()
        stranger.agency = "东屏区档案馆"
        #expect(rules(try await handIn(stranger, as: "档案馆.txt", roster: roster)).contains("agency-unknown"))
    }
}

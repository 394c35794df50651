import Foundation
import Reports
import Rules
import Testing

@testable import Office

/// The whole way from a report to what is stored and printed, with reports that nobody would write.
@Suite struct HostileReportTests {
    /// What a journal entry, a row of the ledger and a page hold.
    private static let mostBytes = 256 * 1024

    /// More of them than the tests try: `NIANBAO_SEEDS=5000`.
    private static let seeds = 0..<(ProcessInfo.processInfo.environment["NIANBAO_SEEDS"].flatMap { Int($0) } ?? 150)

    @Test func `no report ends the program or makes a long result`() throws {
        var versions: [ReportVersion] = []
        for seed in Self.seeds {
            let result = try result(of: seed)
            let text = try JSON.line(result)
            #expect(text.utf8.count <= Self.mostBytes, "seed \(seed)")
            let stored = try JSON.value(ReportResult.self, from: text)
            #expect(try JSON.line(stored).utf8.count <= Self.mostBytes)
            versions.append(Samples.version("单位\(seed)", version: seed + 1, result: stored))
        }
        for (before, now) in zip(versions, versions.dropFirst()) where now.version % 5 == 0 {
            let revision = Revision(from: before, to: now)
            #expect(revision.open.count + revision.new.count == now.result.findings.count { $0.severity != .info })
            #expect(!ReceiptPage.html(for: now, after: before).isEmpty)
            #expect(!TextReceipt.text(for: now.result).isEmpty)
        }
        let totals = Totals(year: 2024, versions: versions, summingUp: "单位0")
        #expect(try !TotalsFile.json(for: totals).isEmpty)
        #expect(totals.broken.count <= 100)
    }

    @Test func `a result of the worst words in every place stays short`() throws {
        var report = Report()
        let worst = String(repeating: "\u{1}", count: 5_000)
        report.agency = worst
        report.headings = (0..<500).map { Heading(section: Section.allCases[$0 % 6], marker: worst, title: worst) }
        for section in Section.allCases {
            report.passages[section] = (0..<100).map { "××\(worst)\($0)公开办函〔2019〕60号\(worst)" }
        }
        report.statements = Statement.Matter.allCases.flatMap { matter in
            Section.allCases.map { section in
                Statement(
                    matter: matter, number: 7, unit: "件", time: .reportYear, scope: .unmarked, sentence: worst + "7件",
                    section: section)
            }
        }
        let row = PrintedRow(
            label: worst, wording: .different, cells: Array(repeating: .words(worst), count: 7), printed: 9,
            excerpt: worst)
        report.requests = PrintedTable(rows: Dictionary(uniqueKeysWithValues: RequestRow.allCases.map { ($0, row) }))
        report.breakdowns = (0..<500).map { _ in
            Breakdown(total: 1, parts: [2], unit: "件", sentence: worst, section: .overview)
        }
        var result = ReportResult(file: "年报.txt", sha256: "", bytes: 1, verdict: .returned)
        let findings = Rulebook.findings(in: report)
        result.fill(from: report, findings: findings)
        #expect(try JSON.line(result).utf8.count <= Self.mostBytes)
        #expect(Verdict(findings: findings) == .returned)
    }

    private func result(of seed: Int) throws -> ReportResult {
        var hostile = HostileReport(seed: seed)
        let (report, context) = (hostile.report(), hostile.context())
        let findings = Rulebook.findings(in: report, knowing: context)
        var result = ReportResult(file: "年报.txt", sha256: "", bytes: 1, verdict: Verdict(findings: findings))
        result.fill(from: report, findings: findings)
        return result
    }
}

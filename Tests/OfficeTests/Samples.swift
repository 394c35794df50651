import Foundation
import Reports
import Rules

@testable import Office

/// Results and versions made by hand, so that these tests need neither a file nor the rulebook.
enum Samples {
    /// 2025-01-20 09:30 in China.
    static let morning = Date(timeIntervalSince1970: 1_737_336_600)

    /// The result of a report that has all its tables, every number zero.
    static func result(_ verdict: Verdict = .accepted, findings: [Finding] = []) -> ReportResult {
        var report = Report()
        report.agency = "清河县财政局"
        report.year = 2024
        report.headings = Section.allCases.map { Heading(section: $0, marker: "\($0.numeral)、", title: $0.title) }
        report.disclosure = table(DisclosureRow.allCases) { $0.columns.count }
        report.requests = table(RequestRow.allCases) { _ in Applicant.allCases.count }
        report.review = table(ReviewBlock.allCases) { _ in ReviewOutcome.allCases.count }
        var result = ReportResult(
            file: "财政局.txt", sha256: String(repeating: "ab", count: 32), bytes: 31_245, format: "txt",
            verdict: verdict)
        result.fill(from: report, findings: findings)
        return result
    }

    private static func table<ID: FormRow>(_ ids: [ID], width: (ID) -> Int) -> PrintedTable<ID> {
        PrintedTable(
            rows: Dictionary(
                uniqueKeysWithValues: ids.map { id in
                    let cells = Array(repeating: Cell.count(0), count: width(id))
                    return (id, PrintedRow(label: "", cells: cells, printed: cells.count, excerpt: ""))
                }))
    }

    static func finding(
        _ rule: String, _ severity: Severity = .error, at place: Place, message: String = "两数不等",
        excerpt: String = "", facts: [String: Fact] = [:]
    ) -> Finding {
        Finding(
            rule: rule, severity: severity, at: place, message: message, fix: "请核对原始台账后改正。",
            source: "国办公开办函〔2021〕30号", excerpt: excerpt, facts: facts)
    }

    /// A report that contradicts itself in each way the tables can show.
    static var contradictory: ReportResult {
        var result = result(
            .returned,
            findings: [
                finding(
                    "section-title", .warning, at: .section(.requests), message: "标题与规定的不同",
                    excerpt: "三、收到和处理政府信息公开情况"),
                finding(
                    "table3-row-total", at: .requests(.received), message: "前六栏之和为 1，总计栏为 2。",
                    excerpt: "0\t1\t0\t0\t0\t0\t2", facts: ["stated": .number(2), "sum": .number(1)]),
                finding(
                    "table3-balance", at: .requestsColumn(.business), message: "一、二项之和 1，三、四项之和 2。",
                    facts: ["left": .number(1), "right": .number(2)]),
                finding(
                    "cell-not-number", at: .disclosureCell(.rules, column: 1), message: "此处不是数字。",
                    facts: ["found": .text("无")]),
                finding(
                    "table4-total", at: .review(.reconsideration), message: "四项之和为 11，总计栏为 0。",
                    facts: ["stated": .number(0), "sum": .number(11)]),
                finding("overview-long", .info, at: .section(.overview), message: "正文 1,320 字，原则上不超过 1,000 字。"),
            ])
        result.requests?[RequestRow.received.rawValue] = [0, 1, 0, 0, 0, 0, 2]
        result.requests?[RequestRow.total.rawValue] = [0, 2, 0, 0, 0, 0, 2]
        result.requests?[RequestRow.otherOther.rawValue] = .some(nil)
        result.disclosure?.rules = [0, nil, 0]
        result.review?[ReviewBlock.reconsideration.rawValue] = [10, 1, 0, 0, 0]
        return result
    }

    static func version(
        _ agency: String = "清河县财政局", year: String = "2024", version: Int = 1, result: ReportResult = result()
    ) -> ReportVersion {
        ReportVersion(
            year: year, agency: agency, version: version, receivedAt: morning, result: result,
            path: "reports/\(year)/\(agency)/v\(version)")
    }

    static func overview(
        _ versions: [ReportVersion] = [], alerts: [OverviewAlert] = [], expected: [ExpectedAgency] = []
    ) -> Overview {
        Overview(
            generatedAt: morning, validUntil: morning.addingTimeInterval(600), ledgerRecord: 17, expected: expected,
            reports: versions.map(ReportSummary.init), alerts: alerts)
    }
}

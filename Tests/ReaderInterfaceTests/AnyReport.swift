import Foundation
import ReaderInterface
import Reports

/// Reports as a reader fills them.
enum AnyReport {
    /// One with something in every place.
    static var full: Report {
        var report = Report()
        report.title = Title(text: "青岚市水利局2024年政府信息公开工作年度报告", year: 2024, agency: "青岚市水利局")
        report.agency = "青岚市水利局"
        report.year = 2024
        report.period = Period(
            first: Period.Day(year: 2024, month: 1, day: 1), last: Period.Day(year: 2024, month: 12, day: 31),
            excerpt: "2024年1月1日至12月31日")
        report.signature = "青岚市水利局"
        report.headings = Section.allCases.map { Heading(section: $0, marker: "\($0.numeral)、", title: $0.title) }
        report.preamble = ["青岚市水利局2024年政府信息公开工作年度报告", "现公布年度报告。"]
        for section in Section.allCases { report.passages[section] = ["全年收到申请 8 件，办结 6 件，办结率 75%。"] }
        report.disclosure = table(in: .disclosure)
        report.requests = table(in: .requests)
        report.review = table(in: .review)
        report.undividedOther = row("（六）其他处理", width: 7)
        report.outdatedLabels = ["3.其他"]
        let sentence = "全年收到申请 8 件，办结 6 件，办结率 75%。"
        report.statements = [
            Statement(
                matter: .received, number: 8, unit: "件", time: .reportYear, scope: .office, sentence: sentence,
                section: .overview)
        ]
        report.breakdowns = [
            Breakdown(total: 8, parts: [6, 2], unit: "件", sentence: sentence, section: .overview)
        ]
        report.rates = [Rate(percent: "75", part: 6, whole: 8, sentence: sentence, section: .overview)]
        return report
    }

    private static func table<ID: FormRow>(in section: Section) -> PrintedTable<ID> {
        let rows = ID.allCases.map { ($0, row("\($0)", width: $0.width)) }
        return PrintedTable(rows: Dictionary(uniqueKeysWithValues: rows), section: section)
    }

    static func row(_ label: String, width: Int) -> PrintedRow {
        let cells: [Cell] = [.count(0), .blank, .words("无"), .amount("41.5")]
        return PrintedRow(
            label: label, cells: (0..<width).map { cells[$0 % cells.count] }, printed: width, excerpt: "\(label) | 0")
    }

    /// An answer as a reader could write it that keeps to no bound.
    static func written(_ report: Report) throws -> [UInt8] {
        let answer = Unbounded(schema: ReaderAnswer.schema, format: .txt, report: report)
        return [UInt8](try JSONEncoder().encode(answer))
    }

    private struct Unbounded: Encodable {
        var schema: String
        var format: Format
        var report: Report
    }
}

import Foundation
import Rules

/// A line of the overview's table: a body and how it stands.
struct DeskRow {
    var number: Int
    var agency: String
    /// What a search looks through: every name, the group, the contact.
    var words: String
    /// The group, one or none: where the table has a column of groups.
    var groups: [String]
    var sumsUp: Bool
    var state: String
    var sign: String
    var stateName: String
    /// What the office has decided on the report; empty where that is nothing.
    var note: String
    /// The place of the state when lines are sorted by it.
    var rank: Int
    var errors: String
    var warnings: String
    var version: String
    /// The moment of arrival; of a body that is missing, its last day.
    var time: String
    /// The address of the receipt, one or none.
    var receipts: [String]
    /// The address of the page of its years, one or none.
    var years: [String]

    /// A body of the roster.
    init(_ line: YearStanding.Line, number: Int, showsGroup: Bool, _ dates: DeadlineWords, in zone: TimeZone) {
        let agency = line.agency
        let words = ([agency.name] + agency.otherNames + [agency.group, agency.contact]).filter { !$0.isEmpty }
        self.init(line.state, line.report, number: number, agency.name, words: words.joined(separator: " "), in: zone)
        groups = showsGroup ? [agency.group] : []
        sumsUp = agency.sumsUp
        if line.report == nil { time = dates.lastDay(of: line) }
    }

    /// A report of a body that the roster does not have.
    init(_ report: ReportSummary, number: Int, in zone: TimeZone) {
        self.init(.judged(report.verdict), report, number: number, report.agency, words: report.agency, in: zone)
    }

    private init(
        _ state: DeskState, _ report: ReportSummary?, number: Int, _ agency: String, words: String, in zone: TimeZone
    ) {
        self.number = number
        self.agency = agency
        self.words = words
        groups = []
        sumsUp = false
        self.state = state.rawValue
        sign = state.sign
        stateName = state.name
        note = [report?.isEntered == true ? "人工录入" : "", report?.note ?? ""].filter { !$0.isEmpty }
            .joined(separator: "，")
        rank = DeskState.allCases.firstIndex(of: state) ?? 0
        errors = report?.digits(\.errors) ?? ""
        warnings = report?.digits(\.warnings) ?? ""
        version = report.map { "第 \($0.version) 版" } ?? ""
        time = report?.receivedAt.brief(in: zone) ?? ""
        receipts = report.map { [$0.receipt] } ?? []
        years =
            report.flatMap { report in
                Int(report.year).map { _ in [StatusAddress.of(Filing.yearsPage(of: report.agency))] }
            } ?? []
    }
}

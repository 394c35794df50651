package import Foundation
import Rules

/// What the desk says at a terminal. Lines with their ends; times are those of `zone`.
package enum DeskText {
    /// How a year stands, in numbers, and what is wrong at the moment.
    package static func status(
        of standing: YearStanding, in overview: Overview, style: TextStyle = TextStyle(), zone: TimeZone = .china
    ) -> String {
        let head = "\(standing.heading)：\(summary(of: standing, at: overview.generatedAt, zone))"
        let counts = standing.counts
        let states = DeskState.allCases.compactMap { state in
            counts[state].map { "  " + style.paint("\(state.sign) \(state.name) \($0)", state.tone) + "\n" }
        }
        let alerts = overview.alerts.map { "  \($0.since.brief(in: zone))  \($0.message.printable)\n" }
        let trouble = style.paint("需要处理（\(alerts.count) 项）：", .strong, .bad)
        return style.paint(head, .strong) + "\n" + states.joined() + total(of: overview, zone)
            + (alerts.isEmpty ? [] : ["\(trouble)\n"] + alerts).joined()
    }

    /// The bodies of the roster and then the others, a line each; without `states` all of them.
    package static func list(
        _ standing: YearStanding, states: [DeskState] = [], at date: Date, style: TextStyle = TextStyle(),
        zone: TimeZone = .china
    ) -> String {
        let dates = DeadlineWords(standing, at: date, in: zone)
        let isWanted = { (state: DeskState) in states.isEmpty || states.contains(state) }
        let lines = standing.lines.filter { isWanted($0.state) }
        let others = standing.others.filter { isWanted(.judged($0.verdict)) }
        guard !lines.isEmpty || !others.isEmpty else { return "\(standing.heading)：没有符合的单位。\n" }
        let rows = lines.map { row($0.agency.name, $0.agency.group, $0.state, $0.report, dates.lastDay(of: $0), zone) }
        let further = others.map {
            row(
                $0.agency, Int(standing.year) == nil ? standing.group(of: $0) : "（名录以外）", .judged($0.verdict), $0, "",
                zone)
        }
        let isGrouped = (rows + further).contains { !$0[1].text.isEmpty }
        let columns = [
            TextTable.Column(head: "单位"), .init(head: "分组"), .init(head: "结论"), .init(head: "须改正", isNumber: true),
            .init(head: "请核实", isNumber: true), .init(head: "版本", isNumber: true), .init(head: "收到时间"),
        ]
        var table = TextTable(columns: columns, rows: rows + further)
        if !isGrouped { table.removeColumn(1) }
        return table.text(style)
    }

    /// The bodies whose report has not come, with whom to ask.
    package static func missing(
        _ standing: YearStanding, at date: Date, style: TextStyle = TextStyle(), zone: TimeZone = .china
    ) -> String {
        guard Int(standing.year) != nil else { return "\(standing.heading)：这些报告没有写明年度，不能据以判断谁没有报送。\n" }
        guard !standing.lines.isEmpty else { return "\(standing.heading)：没有名录，无从知道谁没有报送。请在设置中写明名录（roster.path）。\n" }
        let missing = standing.missing
        guard !missing.isEmpty else { return "\(standing.heading)：名录中的 \(standing.lines.count) 个单位已全部报送。\n" }
        let dates = DeadlineWords(standing, at: date, in: zone)
        let rows = missing.map { line in
            [
                TextTable.Cell(line.agency.name), .init(line.agency.group), .init(line.state.name, line.state.tone),
                .init(dates.lastDay(of: line)), .init(line.agency.contact),
            ]
        }
        let heads = ["单位", "分组", "状态", "期限", "联系人"].map { TextTable.Column(head: $0) }
        let head = "\(standing.heading)：\(summary(of: standing, at: date, zone))"
        return style.paint(head, .strong) + "\n" + TextTable(columns: heads, rows: rows).text(style)
    }

    /// Every version of an agency's reports, a line each.
    package static func history(
        _ lines: [Register.Line], style: TextStyle = TextStyle(), zone: TimeZone = .china
    ) -> String {
        let columns = [
            TextTable.Column(head: "年度"), .init(head: "版本", isNumber: true), .init(head: "结论"),
            .init(head: "须改正", isNumber: true), .init(head: "请核实", isNumber: true), .init(head: "收到时间"),
            .init(head: "文件"), .init(head: "备注"),
        ]
        let rows = lines.map { line in
            let report = line.report
            let state = DeskState.judged(report.verdict)
            return [
                TextTable.Cell(report.year), .init(String(report.version)),
                .init("\(state.sign) \(state.name)", state.tone), .init(report.digits(\.errors)),
                .init(report.digits(\.warnings)), .init(report.receivedAt.brief(in: zone)), .init(report.place),
                .init(report.remark, .faint),
            ]
        }
        var table = TextTable(columns: columns, rows: rows)
        if lines.allSatisfy({ $0.report.remark.isEmpty }) { table.removeColumn(columns.count - 1) }
        return table.text(style)
    }

    /// What came of one version: when it came, the findings, and where the receipt is.
    package static func show(
        _ version: ReportVersion, receipt: String, style: TextStyle = TextStyle(), zone: TimeZone = .china
    ) -> String {
        let past = version.isSuperseded ? "，\(ReportSummary.superseded)" : ""
        let came = "第 \(version.version) 版，\(version.receivedAt.said(in: zone)) 收到\(past)"
        let head = style.paint(version.name.printable, .strong) + "　\(came)\n"
        return head + TextReceipt.text(for: version, style: style, zone: zone)
            + style.paint("回执：\(receipt)", .faint) + "\n"
    }

    /// A body of which nothing has come for a year, or not that version; with what else there is of it.
    package static func nothing(
        of agency: String, year: String, version: Int? = nil, others: [ReportSummary] = []
    ) -> String {
        let known = others.map { "\($0.year) 第 \($0.version) 版（\(DeskState.judged($0.verdict).name)）" }
        let hint = known.isEmpty ? "" : "现有 \(known.joined(separator: "、"))，用 --year 指明年度。"
        let name = Filing.name(agency: agency, year: year, version: version)
        return "\(name.printable)：没有收到报告。\(hint)\n"
    }

    private static func row(
        _ name: String, _ group: String, _ state: DeskState, _ report: ReportSummary?, _ lastDay: String,
        _ zone: TimeZone
    ) -> [TextTable.Cell] {
        [
            .init(name), .init(group), .init("\(state.sign) \(state.name)\(note(of: report))", state.tone),
            .init(report?.digits(\.errors) ?? ""), .init(report?.digits(\.warnings) ?? ""),
            .init(report.map { String($0.version) } ?? ""),
            report.map { .init($0.receivedAt.brief(in: zone)) } ?? .init(lastDay, .faint),
        ]
    }

    private static func note(of report: ReportSummary?) -> String {
        guard let note = report?.note, !note.isEmpty else { return "" }
        return "（\(note)）"
    }

    /// All current reports, as the service counts them in its status line, and how many are of which year.
    private static func total(of overview: Overview, _ zone: TimeZone) -> String {
        let years = overview.standings(in: zone).filter { $0.received > 0 }
        guard years.count > 1 else { return "" }
        let parts = years.map { "\($0.heading) \($0.received) 份" }.joined(separator: "，")
        return "  各年度共收到 \(overview.reports.count) 份：\(parts)\n"
    }

    private static func summary(of standing: YearStanding, at date: Date, _ zone: TimeZone) -> String {
        guard !standing.lines.isEmpty else { return "已收 \(standing.received) 份" }
        let missing = standing.missing.count
        let deadline = DeadlineWords(standing, at: date, in: zone).summary
        return "应报 \(standing.lines.count) 个单位，已报 \(standing.submitted) 个，未报 \(missing) 个。\(deadline)"
    }
}

extension YearStanding {
    /// The year in words.
    var heading: String { Int(year).map { "\($0) 年度" } ?? year }
}

extension TextTable {
    fileprivate mutating func removeColumn(_ index: Int) {
        columns.remove(at: index)
        for row in rows.indices { rows[row].remove(at: index) }
    }
}

extension DeskState {
    fileprivate var tone: TextStyle.Tone {
        switch self {
        case .judged(let verdict): verdict.tone
        case .missing: .careful
        case .overdue: .bad
        }
    }
}

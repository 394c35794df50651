import Foundation
import Reports
import Rules

extension OfficeBody {
    /// The columns of the table of bodies.
    static let heads = ["序号", "单位", "分组", "结论", "须改正", "请核实", "已核销", "版本", "报送期限", "收到时间"]

    /// The line of the body as HTML, all text in it escaped.
    func html(number: Int, in zone: TimeZone) -> String {
        let notes = [sumsUp ? "汇总报告" : "", isListed ? "" : "名录以外"].filter { !$0.isEmpty }
        let note = notes.isEmpty ? "" : " <small>\(notes.joined(separator: "，"))</small>"
        let entered = report?.isEntered == true ? " <small>人工录入</small>" : ""
        let late = isLate ? " <small>逾期报送</small>" : ""
        return """
            <tr><td class="count">\(number)</td><th scope="row">\(agency.escapedForHTML)\(note)</th>\
            <td class="group">\(group.escapedForHTML)</td><td class="verdicts"><span class="verdict \(state.rawValue)">\
            <span aria-hidden="true">\(state.sign)</span> \(state.name)</span>\(entered)</td>\
            \(count("须改正", \.errors))\(count("请核实", \.warnings))\(count("已核销", \.waived))\
            <td>\(report.map { "第 \($0.version) 版" } ?? "")</td>\
            <td class="day">\((deadline.map { "期限 \($0)" } ?? "").escapedForHTML)</td>\
            <td>\(report?.receivedAt.brief(in: zone) ?? "")\(late)</td></tr>
            """
    }

    private func count(_ name: String, _ path: KeyPath<Submitted, Int>) -> String {
        "<td class=\"count\" data-name=\"\(name)\">\(digits(path))</td>"
    }

    /// The number of findings in digits; a dash where nothing was checked, which is not the same as none.
    func digits(_ path: KeyPath<Submitted, Int>) -> String {
        guard let report, case .judged(let verdict) = state else { return "" }
        return verdict.isOfContent ? String(report[keyPath: path]) : "—"
    }
}

import Foundation
import Reports
import Rules

/// A line of the table of levels: an office with all below it, or its own bodies alone, and how these stand with a year.
struct OfficeRow {
    var name: String
    /// The address of its page; `nil` for a line that has none.
    var link: String?
    var note = ""
    /// `nil` where nothing is known of it.
    var year: OfficeYear?
    /// When the last record was recorded.
    var recorded = ""

    static let heads =
        ["应报", "已报", "其中逾期", "报送率", "逾期未报送", "未报送"] + Verdict.allCases.map(\.shortName) + ["收到"]

    /// The line as HTML, all text in it escaped: there can be thousands of them, too many to be looked up from a template.
    var html: String {
        let name = self.name.escapedForHTML
        let title = link.map { "<a href=\"\($0.escapedForHTML)\">\(name)</a>" } ?? name
        let small = note.isEmpty ? "" : " <small>\(note.escapedForHTML)</small>"
        return "<tr><th scope=\"row\">\(title)\(small)</th>\(cells)<td>\(recorded.escapedForHTML)</td></tr>"
    }

    private var cells: String {
        guard year != nil else { return OfficeRow.heads.map { _ in "<td class=\"count none\">—</td>" }.joined() }
        return zip(OfficeRow.heads, numbers).map { head, number in
            "<td class=\"count\(number == "0" ? " none" : "")\" data-name=\"\(head)\">\(number)</td>"
        }.joined()
    }

    /// The numbers below the heads; none where nothing is known.
    var numbers: [String] {
        guard let year else { return [] }
        let share = year.expected == 0 ? "—" : "\(year.percent)%"
        let verdicts = Verdict.allCases.map { year.verdicts[$0] ?? 0 }
        return [String(year.expected), String(year.submitted), String(year.late), share]
            + ([year.overdue, year.missing] + verdicts + [year.received]).map(String.init)
    }
}

extension OfficeRow {
    /// A level, seen from a page at an address.
    init(_ level: Province.Level, _ year: String, from top: String, in zone: TimeZone) {
        let name = level.office?.name ?? ""
        let isKnown = level.heard > 0
        self.init(
            name: name, link: top + StatusAddress.of(OfficeAddress.page(of: name)), note: level.note,
            year: isKnown ? level.year(year) : nil, recorded: level.recordedAt?.brief(in: zone) ?? "")
    }

    /// The levels below one, before them its own bodies, and the sum.
    static func table(
        of province: Province, below name: String?, _ year: String, from top: String, in zone: TimeZone
    ) -> (rows: [String], sum: String) {
        let level = name.flatMap { province[$0] } ?? province.whole
        let below = province.levels(below: name).map { OfficeRow($0, year, from: top, in: zone) }
        var own: [OfficeRow] = []
        if let office = level.own, let figures = office.years.first(where: { $0.year == year }), figures.isOfAny {
            own = [OfficeRow(name: "本级各单位", year: figures, recorded: office.recordedAt?.brief(in: zone) ?? "")]
        }
        return ((own + below).map(\.html), OfficeRow(name: "合计", year: level.year(year)).html)
    }
}

extension OfficeYear {
    /// Whether there is any body or report.
    var isOfAny: Bool { expected > 0 || received > 0 }
}

extension Province.Level {
    /// What is to be said beside the name: how many offices are below it, and of how many nothing has come.
    fileprivate var note: String {
        let silent = sending - heard
        let isAlone = sending == 1 && (own != nil || office?.certificate != nil)
        if isAlone { return silent > 0 ? "尚未收到记录" : own?.hasRoster == false ? "名录未收到" : "" }
        return "\(sending) 个办公室" + (silent > 0 ? "，\(silent) 个尚未收到记录" : "")
    }
}

extension Verdict {
    /// The verdict in the space of a number.
    var shortName: String { String(name.prefix { $0 != "，" }) }
}

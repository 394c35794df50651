package import Reports

/// The offices for a terminal.
package enum OfficeList {
    /// A line an office in the order of the list, then a line for each thing that is wrong.
    package static func text(
        _ offices: [CollectedOffice], _ troubles: [OfficeTrouble], _ roster: OfficeRoster, on today: Period.Day
    ) -> String {
        let known = Dictionary(offices.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let names = roster.offices.isEmpty ? offices.map(\.name) : roster.offices.map(\.name)
        let lines = names.map { name in
            let indent = String(repeating: "  ", count: roster.depth(of: name))
            guard let office = known[name] else {
                return indent + name + (roster[name]?.certificate == nil ? "" : "  还没有记录")
            }
            return "\(indent)\(name)  记录 \(office.record)\(Self.said(office, on: today))"
        }
        let wrong = troubles.map { "✗ \($0.words)" }
        return (lines.isEmpty ? ["还没有收到任何办公室的记录。"] : lines).joined(separator: "\n") + "\n"
            + (wrong.isEmpty ? "" : "\n" + wrong.joined(separator: "\n") + "\n")
    }

    /// The newest year that is not still to come.
    private static func said(_ office: CollectedOffice, on today: Period.Day) -> String {
        let year = office.years.first { Int($0.year).map { $0 <= today.year } ?? true }
        guard office.hasRoster else {
            return "  名录未收到" + (year.map { "，\($0.year) 年度收到报告 \($0.received) 份" } ?? "")
        }
        return year.map { year in
            let late = year.late > 0 ? "（按时 \(year.submitted - year.late)，逾期 \(year.late)）" : ""
            return "  \(year.year) 年度：应报 \(year.expected)，已报 \(year.submitted)\(late)，逾期未报 \(year.overdue)"
        } ?? ""
    }
}

import Fixtures
import Reports

extension Mutator {
    static let tables = [
        Mutator("form-outdated", "heads or an item of 2019") { specimen, random in
            specimen.report.wording = random.pick([
                ["第二十条第（八）项": "第二十条第（九）项"], ["本年制发件数": "本年新制作数量", "现行有效件数": "对外公开总数量"],
                ["本年处理决定数量": "上一年项目数量"],
            ])
            return Expectation("form-outdated disclosure")
        },
        Mutator("table-missing", "a table left out") { specimen, random in
            let table = random.pick(FormTable.allCases)
            specimen.report.placement[table] = nil
            return Expectation("table-missing \(table.rawValue)", may: ["section-empty \(path(table.section))"])
        },
        Mutator("table-misplaced", "a table in another section") { specimen, random in
            let table = random.pick(FormTable.allCases)
            specimen.report.placement[table] = random.pick(Section.allCases.filter { $0 != table.section })
            return Expectation("table-misplaced \(table.rawValue)")
        },
        Mutator("table-row-missing", "a row of table three left out") { specimen, random in
            let row = random.pick(RequestRow.allCases)
            specimen.report.requests[row] = nil
            return Expectation("table-row-missing requests/\(row.rawValue)")
        },
        Mutator("table-row-missing", "a row of table two left out") { specimen, random in
            let row = random.pick(DisclosureRow.allCases)
            specimen.report.disclosure[row] = nil
            return Expectation("table-row-missing disclosure/\(row.rawValue)")
        },
        Mutator("table-row-missing", "其他处理 undivided") { specimen, _ in
            let rows = RequestRow.allCases.filter { $0.group == .other }
            specimen.report.undividedOther = Applicant.allCases.indices.map { column in
                String(rows.reduce(0) { $0 + (specimen.figures.requests[$1]?[column] ?? 0) })
            }
            return Expectation("table-row-missing requests/other")
        },
        Mutator("table-row-label", "a letter of a label left out or wrong") { specimen, random in
            let row = random.pick(RequestRow.allCases.filter { $0.label.count >= 8 && $0 != .partlyGranted })
            var letters = Array(row.label)
            let position = Int.random(in: 3..<letters.count, using: &random)
            guard letters[position].isLetter else { return nil }
            letters.replaceSubrange(position...position, with: random.once(in: 2) ? [] : ["某"])
            specimen.report.wording[row.label] = String(letters)
            return Expectation("table-row-label requests/\(row.rawValue)")
        },
        Mutator("table-row-width", "a value too many") { specimen, random in
            let row = random.pick(RequestRow.allCases)
            specimen.report.requests[row]?.append("0")
            return Expectation(
                "table-row-width requests/\(row.rawValue)", may: ["table-unreadable requests/\(row.rawValue)"])
        },
        Mutator("table-unreadable", "two numbers run together") { specimen, random in
            let row = random.pick(RequestRow.allCases)
            let column = Int.random(in: 0..<6, using: &random)
            var values = specimen.report.requests[row] ?? []
            let gap = specimen.layout.partsCells ? random.pick(["", " ", "　"]) : ""
            values.replaceSubrange(column...column + 1, with: [values[column] + gap + values[column + 1]])
            specimen.report.requests[row] = values
            return Expectation(
                "table-unreadable requests/\(row.rawValue)", may: ["table-row-width requests/\(row.rawValue)"])
        },
    ]

    private static func path(_ section: Section) -> String { Place.section(section).path }
}

extension TextLayout {
    /// Whether a sign stands between cells, so that a blank one shows.
    var partsCells: Bool { self != .spaces && self != .vertical }

    /// Whether a blank cell of table 4, which has but one row of numbers, shows where it stands.
    var showsBlanksOfReview: Bool { partsCells && self != .bars }
}

import Fixtures
import Reports

extension Mutator {
    static let readings = [
        Mutator("form-of-its-time", "a report of 2019 or 2020 in the form of then, its sums right or wrong") {
            specimen, random in
            let text = EarlierForm.text(
                of: specimen.body.name, random.pick([2019, 2020]), received: Int.random(in: 0...900, using: &random),
                isWrong: random.once(in: 2))
            specimen.ownBytes = Array(text.utf8)
            return Expectation("form-of-its-time file")
        },
        Mutator("title-wording", "a report on the work") { specimen, _ in
            let title = "\(specimen.body.name)\(specimen.report.year)年政府信息公开工作报告"
            specimen.report.head = [title] + specimen.author.preamble()
            return Expectation("title-wording title", may: ["narrative-requests"])
        },
        Mutator("table-head", "a misprinted head") { specimen, random in
            let (head, misprint, table) = random.pick([
                ("本年废止件数", "本年废纸件数", FormTable.disclosure), ("现行有效件数", "现行有郊件数", .disclosure),
                ("科研机构", "科研机钩", .requests), ("社会公益组织", "社会公溢组织", .requests),
            ])
            specimen.report.wording = [head: misprint]
            // A head in a paragraph, or in pieces, is one with the text around it.
            let isRow = specimen.layout == .tabs || specimen.layout == .markdown
            return isRow ? Expectation("table-head \(table.rawValue)") : Expectation(must: [], may: ["table-head"])
        },
        Mutator("cell-note", "a unit or a note beside a number") { specimen, random in
            let (row, column) = (random.pick(RequestRow.allCases), random.pick(Applicant.allCases))
            let number = specimen.number(row, column)
            specimen.write(
                "\(number)" + random.pick(["件", "."] + (specimen.layout.partsCells ? ["（含上年结转1件）"] : [])), row, column)
            return Expectation("cell-note requests/\(row.rawValue)/\(column.rawValue)")
        },
    ]
}

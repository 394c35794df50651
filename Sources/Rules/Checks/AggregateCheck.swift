import Reports

/// The report of a government, which is a sum, against the sum of the reports that it is made of.
enum AggregateCheck {
    /// More cells than this are one finding a table: the reason is one then.
    private static let mostCells = 20

    static func hits(in report: Report, _ context: Context) -> [Hit] {
        guard let aggregate = context.aggregate, aggregate.reports > 0 else { return [] }
        let cells = FormRow.all(in: report).flatMap { differing($0, aggregate) }
        // While reports are missing the sums are bound to differ, and that is said once.
        if !aggregate.leftOut.isEmpty { return cells.isEmpty ? [] : [summary(cells, aggregate)] }
        guard cells.count > mostCells else { return cells.map { hit($0, aggregate) } }
        return FormTable.allCases.compactMap { table in
            let own = cells.filter { $0.table == table }
            return own.isEmpty ? nil : summary(own, aggregate)
        }
    }

    /// A cell whose number is not the sum.
    private struct Difference {
        let table: FormTable
        let at: Place
        let stated: ExactDecimal
        let sum: ExactDecimal
        let excerpt: String
    }

    private static func differing(_ row: FormRow, _ aggregate: Aggregate) -> [Difference] {
        guard let printed = row.printed, let cells = printed.cells else { return [] }
        return zip(cells, row.columns).compactMap { cell, place in
            guard let stated = cell.digits.flatMap({ ExactDecimal($0) }), let sum = aggregate.tally[place],
                stated != sum
            else { return nil }
            return Difference(table: row.table, at: place, stated: stated, sum: sum, excerpt: printed.excerpt)
        }
    }

    private static func hit(_ cell: Difference, _ aggregate: Aggregate) -> Hit {
        Hit(
            at: cell.at, excerpt: cell.excerpt[...], facts: facts(cell, aggregate),
            words: ["difference": words(cell), "omitted": ""])
    }

    /// Many cells in one finding, the first of them as the example. They may be of several tables.
    private static func summary(_ cells: [Difference], _ aggregate: Aggregate) -> Hit {
        let first = cells[0]
        var facts = facts(first, aggregate)
        facts["cells"] = .texts(cells.map(\.at.path))
        let tables = FormTable.words(for: cells.map(\.at))
        let others =
            cells.count == 1 ? words(first) : "\(tables)有 \(cells.count) 格与各单位报告之和不一致，如\(words(first))"
        return Hit(
            at: .table(first.table), excerpt: first.excerpt[...], facts: facts,
            words: ["difference": others, "omitted": omitted(aggregate.leftOut)])
    }

    private static func facts(_ cell: Difference, _ aggregate: Aggregate) -> [String: Fact] {
        ["stated": fact(cell.stated), "sum": fact(cell.sum), "reports": .number(aggregate.reports)]
    }

    private static func fact(_ number: ExactDecimal) -> Fact { number.count.map(Fact.number) ?? .text(number.digits) }

    private static func words(_ cell: Difference) -> String {
        "\(cell.at.description)填写为 \(cell.stated.digits)，各单位报告之和为 \(cell.sum.digits)"
    }

    /// The bodies that are not in the sum, a few of them by name.
    private static func omitted(_ agencies: [String]) -> String {
        guard !agencies.isEmpty else { return "" }
        let named = agencies.prefix(5).joined(separator: "、")
        return "，另有 \(agencies.count) 个单位的报告未报送或未合格，没有计入：\(named)\(agencies.count > 5 ? "等" : "")"
    }
}

import Reports
import Rules

/// The numbers of the years as a table: a row a measure, a column a year, the change since the year before under each number.
struct YearTable {
    /// A block of rows.
    struct Block {
        var name: String
        var measures: [Measure]
        var rates: [YearRate]
    }

    static let blocks = [
        Block(
            name: "收到和处理申请", measures: [.received, .carriedIn] + Measure.outcomes + [.total, .carriedOut],
            rates: [.completed, .disclosed, .refused]),
        Block(
            name: "主动公开",
            measures: [
                .normativeIssued, .normativeAbolished, .normativeInForce, .licensing, .penalties, .coercion, .fees,
            ], rates: []),
        Block(
            name: "行政复议和行政诉讼",
            measures: [.reconsideration, .reconsiderationCorrected, .litigation, .litigationCorrected],
            rates: [.reconsiderationCorrected, .litigationCorrected]),
    ]

    /// What stands for a number that there is not: it is no zero.
    static let gap = "缺"
    /// What stands for a share of nothing.
    static let dash = "—"

    let comparison: YearComparison

    var table: TableView {
        let years = comparison.columns
        let heads = [TableView.Head(text: "项目", scope: "col")] + years.map { .init(text: "\($0.year) 年", scope: "col") }
        return TableView(
            id: "years", caption: "历年数字对比", head: [TableView.Row(heads: heads)],
            body: [basis] + comparedRow
                + Self.blocks.flatMap { block in
                    [TableView.Row(heads: [.init(text: block.name, columns: years.count + 1, scope: "colgroup")])]
                        + block.measures.map(row) + block.rates.map(row)
                })
    }

    /// What the numbers of each year are: of which report, or of how many bodies.
    private var basis: TableView.Row {
        let isOfAll = comparison.agency == nil
        return TableView.Row(
            heads: [.init(text: isOfAll ? "计入的单位" : "报告")],
            cells: comparison.columns.map { column in
                isOfAll ? TableView.Cell(text: "\(column.bodies) 个") : Self.state(of: column)
            })
    }

    private static func state(of column: YearComparison.Column) -> TableView.Cell {
        if let reason = column.leftOut.first?.reason { return .init(text: reason.words, style: "absent") }
        return .init(text: column.report?.verdict.name ?? gap)
    }

    /// Over how many bodies changes are worked out, one row or none.
    private var comparedRow: [TableView.Row] {
        guard comparison.agency == nil, comparison.columns.contains(where: { $0.basis != nil }) else { return [] }
        return [
            TableView.Row(
                heads: [.init(text: "较上年所比的单位")],
                cells: comparison.columns.map { .init(text: $0.basis.map { "\($0.bodies) 个" } ?? Self.dash) })
        ]
    }

    private func row(_ measure: Measure) -> TableView.Row {
        TableView.Row(
            heads: [.init(text: measure.label)],
            cells: comparison.columns.map { column in
                cell(column.measures?[measure]?.digits, column.change(of: measure))
            })
    }

    private func row(_ rate: YearRate) -> TableView.Row {
        TableView.Row(
            heads: [.init(text: rate.name)],
            cells: comparison.columns.map { column in
                cell(Self.share(rate, of: column), column.change(of: rate))
            })
    }

    /// A share of a year as it is shown; `nil` where the year has no numbers.
    static func share(_ rate: YearRate, of column: YearComparison.Column) -> String? {
        column.measures.map { _ in column.percent(rate).map { "\($0)%" } ?? dash }
    }

    private func cell(_ text: String?, _ change: YearChange?) -> TableView.Cell {
        TableView.Cell(
            text: text ?? Self.gap, notes: change.map { [$0.words] } ?? [],
            style: text == nil ? "absent" : change?.isBig == true ? "big" : "")
    }
}

/// The plots of the years.
struct YearCharts {
    let comparison: YearComparison

    var charts: [Chart] {
        [
            chart("outcomes", "申请怎样办结", "件", .bars, Measure.outcomes),
            chart("requests", "收到和办理的申请", "件", .lines, [.received, .total, .carriedOut]),
            rates,
            chart(
                "review", "复议和诉讼", "件", .lines,
                [.reconsideration, .reconsiderationCorrected, .litigation, .litigationCorrected]),
        ]
            + [Measure.normativeIssued, .normativeInForce, .licensing, .penalties, .coercion, .fees].map {
                chart("measure-\($0.rawValue)", $0.name, $0.unit, .bars, [$0])
            }
    }

    private func chart(
        _ id: String, _ title: String, _ unit: String, _ form: Chart.Form, _ measures: [Measure]
    ) -> Chart {
        Chart(
            id: id, title: title, unit: unit, form: form, years: comparison.columns.map(\.year),
            series: measures.map { measure in
                let numbers = comparison.columns.map { $0.measures?[measure] }
                return .init(
                    name: measure.name, values: numbers.map { $0?.approximate }, digits: numbers.map { $0?.digits })
            })
    }

    private var rates: Chart {
        Chart(
            id: "rates", title: "办理各率", unit: "%", form: .lines, years: comparison.columns.map(\.year),
            series: [YearRate.completed, .disclosed, .refused].map { rate in
                .init(
                    name: rate.name,
                    values: comparison.columns.map { $0.measures.flatMap { rate.percent(of: $0) } },
                    digits: comparison.columns.map { $0.percent(rate) })
            })
    }
}

import Reports

/// The three tables of a sample report, row by row, as the form prints them.
enum FormGrid {
    /// A printed row: its labels (or the heads of columns), a place that a merged cell covers empty; then its numbers.
    struct Row {
        var labels: [String]
        var values: [String] = []

        /// All places, the covered ones too.
        var cells: [String] { labels + values }
        /// The cells that begin in this row.
        var ownCells: [String] { labels.filter { !$0.isEmpty } + values }
        /// The row's own label without the groups' to its left.
        var withoutGroups: [String] {
            let filled = labels.filter { !$0.isEmpty }
            return values.isEmpty ? filled : filled.suffix(1) + values
        }
    }

    /// Four columns.
    static func disclosure(_ report: SampleReport) -> [Row] {
        let items: [(String, [DisclosureRow])] = [
            ("第二十条第（一）项", [.rules, .normativeDocuments]), ("第二十条第（五）项", [.licensing]),
            ("第二十条第（六）项", [.penalties, .coercion]), ("第二十条第（八）项", [.fees]),
        ]
        let rows = items.flatMap { item, rows in
            [Row(labels: [item, "", "", ""]), Row(labels: padded(["信息内容"] + rows[0].columns, to: 4))]
                + rows.compactMap { row in
                    report.disclosure[row].map { Row(labels: [row.label], values: $0) }
                }
        }
        return reworded(rows, as: report)
    }

    /// Ten columns: three of labels, seven of numbers.
    static func requests(_ report: SampleReport) -> [Row] {
        var rows = [
            Row(labels: padded(["（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", "", "", "申请人情况"], to: 10)),
            Row(labels: ["", "", "", "自然人", "法人或其他组织", "", "", "", "", "总计"]),
            Row(labels: ["", "", "", "", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", ""]),
        ]
        var group: RequestGroup?
        for row in RequestRow.allCases {
            if let undivided = report.undividedOther, row.group == .other {
                if group != .other { rows.append(Row(labels: ["", RequestGroup.other.label, ""], values: undivided)) }
            } else if let values = report.requests[row] {
                rows.append(Row(labels: labels(of: row, opensGroup: row.group != group), values: values))
            }
            group = row.group
        }
        return reworded(rows, as: report)
    }

    /// Fifteen columns.
    static func review(_ report: SampleReport) -> [Row] {
        let outcomes = ReviewOutcome.allCases.map(\.label)
        let blank = Array(repeating: "", count: 5)
        let rows = [
            Row(labels: padded(["行政复议", "", "", "", "", "行政诉讼"], to: 15)),
            Row(labels: padded(outcomes + ["未经复议直接起诉", "", "", "", "", "复议后起诉"], to: 15)),
            Row(labels: blank + outcomes + outcomes),
            Row(labels: [], values: ReviewBlock.allCases.flatMap { report.review[$0] ?? [] }),
        ]
        return reworded(rows, as: report)
    }

    /// The rows with the report's own words for labels and heads.
    private static func reworded(_ rows: [Row], as report: SampleReport) -> [Row] {
        rows.map { Row(labels: $0.labels.map { report.wording[$0] ?? $0 }, values: $0.values) }
    }

    /// The three label cells of a row, as the form merges them.
    private static func labels(of row: RequestRow, opensGroup: Bool) -> [String] {
        switch row {
        case .received, .carriedIn, .carriedOut: [row.label, "", ""]
        case .granted: ["三、本年度办理结果", row.label, ""]
        case .partlyGranted, .total: ["", row.label, ""]
        default: ["", opensGroup ? row.group?.label ?? "" : "", row.label]
        }
    }

    private static func padded(_ row: [String], to width: Int) -> [String] {
        row + Array(repeating: "", count: max(0, width - row.count))
    }
}

import Reports

extension Catalogue {
    /// What stands in the cells. Blank, words and zero are three different things.
    static let cells: [Rule] = [
        Rule(
            "cell-blank", .error, source: form,
            finds: "表二、表三、表四有空格",
            message: "{at}是空白。",
            fix: "请填写数字，没有的填 0。",
            explanation: .cellBlank,
            grouping: .byTable,
            check: .cells { cell, _ in cell == .blank }),
        Rule(
            "cell-not-number", .error, source: form,
            finds: "应填数量之处写了文字、符号、负数或不完整的数",
            message: "{at}写的是{“found”}，不是数量。",
            fix: "请填写不小于 0 的整数（收费金额可以有小数），没有的填 0，不写“无”“/”“—”。",
            explanation: .cellNotNumber,
            grouping: .byTable,
            check: .cells(isNoNumber)),
    ]

    /// An amount of money is a number in the row of fees alone.
    @Sendable private static func isNoNumber(_ cell: Cell, in row: FormRow) -> Bool {
        switch cell {
        case .count, .blank: false
        case .amount: row.at != .disclosure(.fees)
        case .words: true
        }
    }
}

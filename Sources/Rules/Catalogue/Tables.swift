import Reports

extension Catalogue {
    /// The three tables: there, in their place, of the form in force, with every row whole.
    static let tables: [Rule] = [
        Rule(
            "form-outdated", .error, source: "\(form)，代替国办公开办函〔2019〕60号",
            finds: "表格是 2019 年的旧格式",
            message: "表格仍为 2019 年的旧格式，其中有“{found}”。",
            fix: "请改用国办公开办函〔2021〕30号规定的表格，重新填写。",
            explanation: .formOutdated,
            replaces: followingFromOutdatedForm,
            check: .report { report in
                guard !report.outdatedLabels.isEmpty, !report.isInFormOfItsTime else { return [] }
                let labels = report.outdatedLabels.distinct.joined(separator: "、")
                return [Hit(at: .table(.disclosure), excerpt: labels[...], facts: ["found": .text(labels)])]
            }),
        Rule(
            "table-missing", .error, source: article50,
            finds: "缺少表二、表三或表四",
            message: "没有找到{at}（“{title}”部分的表格）。",
            fix: "请在“{heading}”部分补上规定的表格；表格为图片的，请改为可以复制文字的表格。",
            explanation: .tableMissing,
            check: .report { report in
                FormTable.allCases.filter { !report.has($0) }.map { Hit(at: .table($0), words: sectionWords($0)) }
            }),
        Rule(
            "table-misplaced", .warning, source: form,
            finds: "表格不在规定的部分之内",
            message: "{at}没有放在“{heading}”部分之内，而在{found}。",
            fix: "请把{at}移到“{heading}”标题之下。",
            explanation: .tableMisplaced,
            check: .report { report in FormTable.allCases.compactMap { misplaced($0, in: report) } }),
        Rule(
            "table-row-missing", .error, source: form,
            finds: "缺少格式规定的行（“其他处理”未分三行的，三行均缺）",
            message: "缺少{at}。",
            fix: "请按格式补上{“label”}行，没有的填 0。",
            explanation: .tableRowMissing,
            grouping: .byTable,
            check: .missingRows),
        Rule(
            "table-row-label", .warning, source: form,
            finds: "行的名称与格式不一致或有误字",
            message: "{at}的名称写作{“found”}，格式规定为{“label”}。",
            fix: "请把行的名称改为{“label”}。",
            explanation: .tableRowLabel,
            grouping: .byTable,
            check: .rows { row in
                guard let printed = row.printed, printed.wording == .different, !printed.label.isEmpty else {
                    return nil
                }
                return Hit(
                    at: row.at, excerpt: printed.excerpt[...], facts: ["found": .text(printed.label)],
                    words: ["label": row.label])
            }),
        Rule(
            "table-row-width", .warning, source: form,
            finds: "一行的数值个数与栏数不一致",
            message: "{at}有 {found} 个数值，格式规定为 {columns} 栏。",
            fix: "请核对这一行，每栏填一个数，不多不少。",
            explanation: .tableRowWidth,
            grouping: .byTable,
            check: .rows { row in
                guard let printed = row.printed, printed.printed != row.printedColumns else { return nil }
                return Hit(
                    at: row.at, excerpt: printed.excerpt[...], facts: ["found": .number(printed.printed)],
                    words: ["columns": String(row.printedColumns)])
            }),
        Rule(
            "table-unreadable", .error, source: form,
            finds: "一行的数值分不开，不作猜测",
            message: "{at}的数值无法逐栏分开{flattened}，未作校核。",
            fix: "请使用规定格式的表格，把这一行的数值逐格填写，一格一个数，不要连写；全文连成一段的，请提交原始文件。",
            explanation: .tableUnreadable,
            grouping: .byTable,
            check: .report { report in
                FormRow.all(in: report).filter { $0.printed.map { $0.cells == nil } ?? false }.map { row in
                    Hit(
                        at: row.at, excerpt: (row.printed?.excerpt ?? "")[...],
                        words: ["flattened": report.isFlattened ? "（全文连成一段，表格已经打散）" : ""])
                }
            }),
    ]

    /// What is bound to be found in the tables of the form of 2019: other rows, other columns, and numbers of another meaning. Its sums are
    /// those of the form in force.
    private static let followingFromOutdatedForm: Set = [
        "table-row-missing", "table-row-label", "table-row-width", "table-unreadable", "cell-blank", "cell-not-number",
        "rule-making-power", "narrative-normative-documents", "narrative-decisions", "effective-count",
    ]

    /// Where the section itself is missing a table can't stand in it, and that finding is enough.
    private static func misplaced(_ table: FormTable, in report: Report) -> Hit? {
        guard report.has(table), report.heading(of: table.section) != nil else { return nil }
        let holder = report.sectionHolding(table)
        guard holder != table.section else { return nil }
        let found = holder.map { "“\($0.heading)”部分" } ?? "第一个标题之前"
        return Hit(at: .table(table), facts: ["found": .text(found)], words: sectionWords(table))
    }

    private static func sectionWords(_ table: FormTable) -> [String: String] {
        ["heading": table.section.heading, "title": table.section.title]
    }
}

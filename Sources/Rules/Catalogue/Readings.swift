import Reports

extension Catalogue {
    /// What the reader had to settle: another form, another wording, more in a cell than a number.
    static let readings: [Rule] = [
        Rule(
            "form-of-its-time", .info, source: "国办公开办函〔2019〕60号",
            finds: "2019、2020 年度的报告使用当时的格式",
            message: "这是 {year} 年度的报告，使用的是当时的格式（国办公开办函〔2019〕60号），不按现行格式校核，也不计入汇总。",
            fix: "无须处理；2021 年度及以后的报告请使用现行格式。",
            explanation: .formOfItsTime,
            replaces: judgedByTheForm,
            check: .report { report in
                guard report.isInFormOfItsTime, let year = report.year else { return [] }
                return [Hit(at: .file, facts: ["year": .number(year)])]
            }),
        Rule(
            "title-wording", .warning, source: form,
            finds: "标题写作工作报告，不是年度报告",
            message: "标题写作“{found}”，格式规定为“政府信息公开工作年度报告”。",
            fix: "请核对文件是不是年度报告；是的，请把标题改为“……年政府信息公开工作年度报告”。",
            explanation: .titleWording,
            check: .report { report in
                guard let title = report.title, isWorkReport(title.text.compact) else { return [] }
                return [Hit(at: .title, excerpt: title.text[...], facts: ["found": .text(title.text)])]
            }),
        Rule(
            "table-head", .warning, source: form,
            finds: "栏目名称与格式不一致、有误字，或次序不同",
            message: "{at}的栏目{what}为“{found}”，格式规定为“{official}”。",
            fix: "请按格式改正栏目；次序不同的，请核对各栏的数字。",
            explanation: .tableHead,
            check: .report { report in
                report.headDeviations.map { deviation in
                    Hit(
                        at: .table(deviation.table), facts: ["found": .text(deviation.found)],
                        words: ["official": deviation.official, "what": deviation.isOrder ? "次序" : "名称"])
                }
            }),
        Rule(
            "cell-note", .warning, source: form,
            finds: "一格中除数字外还有说明、单位或符号，已读出数字",
            message: "{at}写的是{“found”}，已读作 {number}。",
            fix: "请核对读出的数字；说明请写在正文中，格内只填数字。",
            explanation: .cellNote,
            grouping: .byTable,
            check: .rows(noted)),
    ]

    /// The rules of the form in force, which say nothing of a report that was made before it.
    private static let judgedByTheForm = Set(
        (sections + tables + sums + cells + substance + narrative + statements).map(\.id)
            + ["title-wording", "table-head", "cell-note", "title-missing", "year-stale", "fee-statement-missing"]
            + ["superseded-citation", "problems-thin", "placeholder-left", "residue", "late", "carry-over"]
            + ["effective-count", "aggregate", "near-copy"])

    /// 工作报告, 情况报告: what is about the work in general, not the report that the law asks for.
    private static func isWorkReport(_ title: String) -> Bool {
        !title.mentionsAny(of: ["年度报告", "年报", "年度工作报告"]) && title.mentionsAny(of: ["工作报告", "工作总结", "情况报告", "情况的报告"])
    }

    /// A row with notes, at its cell where there is one only.
    @Sendable private static func noted(_ row: FormRow) -> Hit? {
        guard let printed = row.printed, let cells = printed.cells, !printed.notes.isEmpty else { return nil }
        let notes = printed.notes.filter { cells.indices.contains($0.key) && row.columns.indices.contains($0.key) }
            .sorted { $0.key < $1.key }
        guard let first = notes.first else { return nil }
        let place = notes.count == 1 ? row.columns[first.key] : row.at
        return Hit(
            at: place, excerpt: printed.excerpt[...],
            facts: ["found": .text(notes.map(\.value).joined(separator: "、"))],
            words: ["number": notes.map { cells[$0.key].quoted }.joined(separator: "、")])
    }
}

import Reports

extension Catalogue {
    /// The report against the year before, against other bodies, and against the office's roster and dates.
    static let history: [Rule] = [
        Rule(
            "carry-over", .error, source: "\(form)，表三",
            finds: "上年结转与上一年度报告的结转下年度不一致",
            message: "{at}填写为 {stated}，而 {year} 年度报告同一栏“结转下年度继续办理”为 {previous}。",
            fix: "请与上一年度报告核对；上一年度有误的，请先更正上一年度报告，并在文字中说明。",
            explanation: .carryOver,
            check: .known(HistoryChecks.carryOver)),
        Rule(
            "effective-count", .warning, source: "\(form)，表二",
            finds: "现行有效件数与上一年度推算不一致（清理、重新登记的除外）",
            message: "{at}的现行有效件数为 {stated}，按 {year} 年度的 {previous} 件加本年制发、减本年废止，应为 {sum}。",
            fix: "请核对制发、废止和现行有效三个数；因清理或重新登记变动的，请在文字中说明。",
            explanation: .effectiveCount,
            check: .known(HistoryChecks.effectiveCount)),
        Rule(
            "aggregate", .warning, source: "\(form)第二条第（二）项",
            finds: "本级政府报告的数字不等于各单位报告之和",
            message: "{difference}（共汇总 {reports} 份合格报告{omitted}）。",
            fix: "请与汇总表逐格核对：数字抄错的改正；各单位报告有误的，请其更正后重新报送。",
            explanation: .aggregate, discretion: .aggregate,
            check: .known(AggregateCheck.hits)),
        Rule(
            "near-copy", .warning, source: "\(form)第一条第（五）项",
            finds: "总体情况或存在的主要问题与上一年度、其他机关的文字几乎相同",
            message: "{at}与{twin}的文字相似度为 {found}%。",
            fix: "请结合本机关当年的实际情况重新撰写，避免年年雷同、相互雷同。",
            explanation: .nearCopy, discretion: .nearCopy,
            check: .known(HistoryChecks.nearCopy)),
        Rule(
            "agency-unknown", .warning, source: "本机关名录",
            finds: "报告的机关不在名录中",
            message: "“{agency}”不在名录中，或与名录中不止一个单位相近。",
            fix: "请核对报告中的单位名称；名称无误的，请由主管部门把它补入名录。",
            explanation: .agencyUnknown,
            check: .known(HistoryChecks.unknownAgency)),
        Rule(
            "folder-mismatch", .error, source: "本机关名录",
            finds: "报告放在别的单位的收件文件夹里",
            message: "文件在“{owner}”的收件文件夹里，报告写的却是“{agency}”。本报告单独存放，不计入任何一个单位的报送。",
            fix: "放错文件夹的，请移到本单位的收件文件夹；写错单位名称的，请改正；都不是的，请主管部门查明来源。",
            explanation: .folderMismatch, replaces: ["agency-unknown", "near-copy"],
            discretion: .always("文件在一个单位的收件文件夹里，报告写的却是另一个单位。本报告单独存放，不计入任何一个单位的报送。"),
            check: .known(HistoryChecks.folderMismatch)),
        Rule(
            "owner-changed", .warning, source: "—",
            finds: "新的一版与上一版不是同一个账户放入的",
            message: "上一版由账户“{before}”放入，本版由账户“{found}”放入。",
            fix: "请与报送单位核实本版确系其报送；核实以后无须处理。",
            explanation: .ownerChanged, discretion: .always("上一版与本版不是同一个账户放入的。"),
            check: .known(HistoryChecks.ownerChanged)),
        Rule(
            "late", .warning, source: "《政府信息公开条例》第四十九条",
            finds: "超过报送期限",
            message: "报送日期为 {found}，期限为 {deadline}。",
            fix: "请尽快公布；以后请在期限前报送。",
            explanation: .late,
            check: .known(HistoryChecks.late)),
        Rule(
            "resubmitted", .info, source: "\(form)第三条",
            finds: "同一机关同一年度的新版本",
            message: "这是同一年度的第 {found} 版，以本版为准。",
            fix: "无须处理；如系误报，请告知主管部门。",
            explanation: .resubmitted,
            check: .known(HistoryChecks.resubmitted)),
        Rule(
            "file-type", .info, source: "—",
            finds: "文件扩展名与内容不是同一种格式",
            message: "文件的扩展名是 .{claimed}，内容是{found}；已按内容读取。",
            fix: "报告不必修改；扩展名写错的，请改正，以免别人打不开。",
            explanation: .fileType,
            check: .known { _, context in
                context.contradiction.map { type in
                    [Hit(at: .file, facts: ["claimed": .text(type.claimed), "found": .text(type.found)])]
                } ?? []
            }),
        duplicate,
    ]

    /// Found by who keeps the ledger.
    static let duplicate = Rule(
        "duplicate", .info, source: "—",
        finds: "与收到过的文件完全相同",
        message: "与收到过的文件内容完全相同，沿用原来的结论。",
        fix: "无须处理；如要更正，请修改后重新报送。",
        explanation: .duplicate,
        check: .elsewhere)
}

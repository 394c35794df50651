/// The rulebook as a manual page.
package enum RulesManual {
    /// The page in Chinese, with all that is known of each rule. `docs/man/zh_CN/nianbao-rules.7` is this text.
    package static var page: String { ([head] + Rulebook.rules.map(entry) + [tail]).joined() }

    private static let head = """
        .\\" 由 nianbao rules --manual 按规则的表生成，请勿直接修改。
        .TH NIANBAO\\-RULES 7 2026-11-30 nianbao 校核规则
        .mso zh.tmac
        .ad l
        .nh
        .SH 名称
        nianbao\\-rules \\- nianbao 的校核规则
        .SH 说明
        规则 \(Roff.text(Rulebook.edition)) 版，共 \(Rulebook.rules.count) 条。
        须改正：报告与法定格式或自身相矛盾，退回修改。请核实：需要人工看一眼。供参考：知道就好。
        编号以 unreadable 开头的，是文件无法校核的原因，结论为“无法校核”，既不算通过，也不算有错。
        .PP
        轻重可以在设置的 [rules] 一节按编号调整或停用，现行的用 \\fBnianbao rules\\fR 查看。
        哪些报告有某一处问题，在日志里查：\\fBjournalctl \\-u nianbao NIANBAO_RULE=\\fI编号\\fR。
        .SH 规则

        """

    private static let tail = """
        .SH 参见
        .BR nianbao (1),
        .BR nianbao.toml (5),
        .BR nianbao\\-journal (7)

        """

    private static func entry(_ rule: Rule) -> String {
        let explanation = rule.explanation
        return """
            .SS \(Roff.text(rule.id))
            \(Roff.text("（\(rule.severityName)）\(rule.finds)"))
            .PP
            \(Roff.text(explanation.why))
            .PP
            \(Roff.text("不符合：\(explanation.remark)"))
            .RS
            \(Roff.block(explanation.breaks.lines)).RE
            .PP
            符合：
            .RS
            \(Roff.block(explanation.keeps.lines)).RE
            .PP
            \(Roff.text("改法：\(rule.advice)"))
            .br
            \(Roff.text("依据：\(rule.source)"))

            """
    }
}

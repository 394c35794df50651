import Rules

/// What judging a report once more has changed, for a terminal.
package enum RecheckText {
    /// One report: the verdict then and now, and the findings that went and came. Lines with their ends.
    package static func text(
        for version: ReportVersion, now: ReportResult, style: TextStyle = TextStyle()
    ) -> String {
        let then = version.result
        let head = "\(version.agency.printable) \(version.year) 第 \(version.version) 版"
        let verdicts =
            then.verdict == now.verdict
            ? style.paint(now.verdict.name, now.verdict.tone)
            : "\(style.paint(then.verdict.name, then.verdict.tone)) → \(style.paint(now.verdict.name, now.verdict.tone))"
        let gone = then.findings.filter { !now.findings.contains($0) }
        let new = now.findings.filter { !then.findings.contains($0) }
        return (["\(style.paint(head, .strong))　\(verdicts)"] + gone.map { line("－", $0) } + new.map { line("＋", $0) })
            .joined(separator: "\n") + "\n"
    }

    /// The closing line.
    package static func summary(checked: Int, changed: Int, recorded: Bool) -> String {
        let kept = changed == 0 ? "" : recorded ? "，已记入台账" : "；未记入台账，加 --record 记入"
        return "重新校核 \(checked) 份，结果有变化 \(changed) 份\(kept)。\n"
    }

    private static func line(_ sign: String, _ finding: ResultFinding) -> String {
        "  \(sign) \(finding.rule)：\(finding.message.printable)"
    }
}

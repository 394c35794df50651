import Rules

/// What judging a report once more has changed, for a terminal.
package enum RecheckText {
    /// One report: the verdict then and now, and the findings that went and came. Lines with their ends.
    package static func text(
        for version: ReportVersion, now: ReportResult, style: TextStyle = TextStyle()
    ) -> String {
        let then = version.result
        let stood = version.standing.verdict
        let stands = Standing(now, version: version.version, version.decisions).verdict
        let head = version.versionName.printable
        let verdicts =
            stood == stands
            ? style.paint(stands.name, stands.tone)
            : "\(style.paint(stood.name, stood.tone)) → \(style.paint(stands.name, stands.tone))"
        // By what is shown of them: a finding that is the same but for what programs read of it has not gone and come.
        let (before, after) = (then.findings.map(shown), now.findings.map(shown))
        let gone = without(after, in: before).map { "  － " + $0 }
        let new = without(before, in: after).map { "  ＋ " + $0 }
        return (["\(style.paint(head, .strong))　\(verdicts)"] + gone + new).joined(separator: "\n") + "\n"
    }

    /// The lines that are not among others; of equal ones as many as there are more.
    private static func without(_ others: [String], in lines: [String]) -> [String] {
        var left = Dictionary(others.map { ($0, 1) }, uniquingKeysWith: +)
        return lines.filter { line in
            left[line, default: 0] -= 1
            return left[line, default: 0] < 0
        }
    }

    /// The closing line.
    package static func summary(checked: Int, changed: Int, recorded: Bool) -> String {
        let kept = changed == 0 ? "" : recorded ? "，已记入台账" : "；未记入台账，加 --record 记入"
        return "重新校核 \(checked) 份，结果有变化 \(changed) 份\(kept)。\n"
    }

    /// What is said of a version whose copy can't be read.
    package static func lost(_ version: ReportVersion) -> String {
        "\(version.versionName)的存档不见了或已损坏，没有重新校核，结论不变。请从备份恢复存档文件，或请报送单位重新报送。"
            .printable
    }

    private static func shown(_ finding: ResultFinding) -> String { "\(finding.rule)：\(finding.message.printable)" }
}

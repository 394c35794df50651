import Rules

/// The words of the receipt to the agency, fit to be sent as they are.
enum Opinion {
    /// What the check came to and what to do now, without blame; `day` is the last day for a corrected report, where there is one.
    static func words(for result: ReportResult, _ standing: Standing, by day: String? = nil) -> String {
        let (errors, warnings) = (standing.count(of: .error), standing.count(of: .warning))
        let report = result.year.map { " \($0) 年政府信息公开工作年度报告" } ?? "年度报告"
        let until = day.map { "于 \($0)前" } ?? ""
        let again = day == nil ? "后" : "，\(until)"
        let waived = standing.waived.isEmpty ? "" : "另有 \(standing.waived.count) 处已由校核单位核销，不需处理。"
        if let overrule = standing.overrule {
            let decided = standing.verdict == .accepted
            return "报送的\(report)" + (decided ? accepted(overrule, standing) : returned(overrule, standing, again))
        }
        switch standing.verdict {
        case .accepted:
            return "报送的\(report)经校核，\(standing.waived.isEmpty ? "格式与数据均符合要求" : "没有须改正和须核实之处")。\(waived)"
        case .acceptedWithWarnings:
            return "报送的\(report)经校核，未发现必须改正的问题，有 \(warnings) 处请核实：确有出入的，请\(until)更正后重新报送；核实无误的，不必重报。\(waived)"
        case .returned:
            let look = warnings == 0 ? "" : "，另有 \(warnings) 处请一并核实"
            return "报送的\(report)经校核，有 \(errors) 处须改正\(look)。现予退回，请按下列意见修改\(again)重新报送。\(waived)"
        case .unreadable:
            return "收到的文件未能校核，原因见下。请按说明处理\(again)重新报送。"
        case .failed:
            return "本系统出现故障，尚未完成校核，将自动重试。这与报送的文件无关，暂不需要处理。"
        }
    }

    private static func accepted(_ overrule: Decision, _ standing: Standing) -> String {
        let findings = standing.lines.isEmpty ? "" : "系统的校核意见附后，仅供参考。"
        return "经校核单位人工核对，认定为合格。\(reason(overrule))\(findings)"
    }

    private static func returned(_ overrule: Decision, _ standing: Standing, _ again: String) -> String {
        let findings = standing.open.isEmpty ? "" : "，并按下列意见"
        let reason = overrule.why.isEmpty ? "理由请向校核单位了解。" : reason(overrule)
        return "经校核单位人工核对，现予退回。\(reason)请据此\(findings)修改\(again)重新报送。"
    }

    private static func reason(_ overrule: Decision) -> String { overrule.why.isEmpty ? "" : "理由：\(overrule.why)。" }
}

extension ReportResult {
    /// The findings, the gravest first, otherwise in the order of the form.
    var findingsByWeight: [ResultFinding] {
        Severity.allCases.flatMap { severity in findings.filter { $0.severity == severity } }
    }
}

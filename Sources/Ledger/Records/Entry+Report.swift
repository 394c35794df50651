import Linux
import Office
import Rules

extension Entry {
    /// How many findings of a report have an entry of their own.
    private static let findings = 20

    /// What the journal is told of a report that was judged: the verdict, then what was found.
    ///
    /// A second judgement of the same bytes is an event of its own.
    static func judged(_ version: ReportVersion, _ facts: ArrivalFacts, again: Bool = false) throws -> [Entry] {
        let standing = version.standing
        let path = facts.file.path
        let common = fields(of: version, standing, at: path)
        var judged = common
        judged["ERRORS"] = String(standing.count(of: .error))
        judged["WARNINGS"] = String(standing.count(of: .warning))
        // Decisions on an earlier version that hold for this one, too.
        if !standing.waived.isEmpty { judged["WAIVED"] = String(standing.waived.count) }
        if standing.overrule != nil { judged["OVERRULED"] = standing.checked.rawValue }
        if let entry = version.entry {
            judged.merge(entry.who.fields) { $1 }
            if !entry.why.isEmpty { judged["WHY"] = entry.why }
        }
        judged["EQUALS"] = version.equal.map(String.init)
        judged["RESULT"] = try JSON.line(version.result)
        judged["FACTS"] = try JSON.line(facts)
        let verdict = Entry(
            again ? .rejudged : .judged, standing.verdict.priority,
            "\(again ? "重新校核，" : "")\(version.entry == nil ? "" : "人工录入，")\(standing.verdict.name)：\(said(version, standing, facts))",
            fields: judged)
        let open = standing.openAsFound(in: version.result)
        let shown = open.prefix(findings).map { finding($0, version, common) }
        let left = open.count - shown.count
        guard left > 0 else { return [verdict] + shown }
        let more = "\(version.name)：另有 \(left) 处，见 \(version.path)/receipt.html。"
        return [verdict] + shown + [Entry(.finding, .info, more, fields: common)]
    }

    /// What the journal is told when bytes come again under another name.
    static func duplicate(_ version: ReportVersion, _ facts: ArrivalFacts) throws -> Entry {
        let path = facts.file.path
        var duplicate = fields(of: version, version.standing, at: path)
        duplicate["FACTS"] = try JSON.line(facts)
        return Entry(
            .duplicate, .info,
            "重复报送：文件“\(path.display)”与 \(version.versionName)内容完全相同，不再校核。",
            fields: duplicate)
    }

    private static func finding(
        _ finding: ResultFinding, _ version: ReportVersion, _ common: [String: String]
    ) -> Entry {
        var fields = common
        fields["RULE"] = finding.rule
        fields["AT"] = finding.at
        fields["SEVERITY"] = finding.severity.rawValue
        return Entry(
            .finding, finding.severity.priority, "\(version.name)：\(finding.message)", fields: fields)
    }

    private static func fields(
        of version: ReportVersion, _ standing: Standing, at path: InboxPath
    ) -> [String: String] {
        var fields = [
            "AGENCY": version.agency, "YEAR": version.year, "VERSION": String(version.version), "FILE": path.display,
            "VERDICT": standing.verdict.rawValue,
        ]
        if !version.result.sha256.isEmpty { fields["SHA256"] = version.result.sha256 }
        return fields
    }

    /// 某局 2024 第 1 版，错误 2 处，提醒 1 处（某局/年报.docx）
    private static func said(_ version: ReportVersion, _ standing: Standing, _ facts: ArrivalFacts) -> String {
        let (errors, warnings) = (standing.count(of: .error), standing.count(of: .warning))
        var parts = [version.versionName]
        if version.result.verdict == .unreadable {
            parts += version.result.findings.prefix(1).map(\.message)
        } else {
            if errors > 0 { parts.append("错误 \(errors) 处") }
            if warnings > 0 { parts.append("提醒 \(warnings) 处") }
            if !standing.waived.isEmpty { parts.append("已核销 \(standing.waived.count) 处") }
        }
        if standing.overrule != nil { parts.append("校核结论为\(standing.checked.name)，由办公室改定") }
        if let equal = version.equal { parts.append("与第 \(equal) 版内容相同") }
        if let later = facts.supersededBy { parts.append("先于第 \(later.number) 版放入，只作为历史版本") }
        return parts.joined(separator: "，") + "（\(facts.file.path.display)）"
    }
}

extension Verdict {
    fileprivate var priority: JournalPriority {
        switch self {
        case .accepted: .info
        case .acceptedWithWarnings: .notice
        case .returned: .warning
        case .unreadable, .failed: .error
        }
    }
}

extension Severity {
    fileprivate var priority: JournalPriority {
        switch self {
        case .error: .warning
        case .warning: .notice
        case .info: .info
        }
    }
}

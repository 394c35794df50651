package import Foundation
package import Rules

/// The result of a report for a terminal: calm, and with all that the printed receipt says but for the tables.
package enum TextReceipt {
    /// The result, lines with their ends.
    package static func text(for result: ReportResult, style: TextStyle = TextStyle()) -> String {
        text(for: result, Standing(result), style, decisions: [])
    }

    /// A version as it stands after what the office has decided.
    package static func text(
        for version: ReportVersion, style: TextStyle = TextStyle(), zone: TimeZone = .china
    ) -> String {
        let standing = version.standing
        let overrules = standing.overrule.map { ["由办公室改定，校核结论为\(standing.checked.name)。理由：\($0.record(in: zone))"] }
        let former = standing.formerOverrule.map { [$0.verdictAsksAgain] }
        let decisions = [version.entry?.words].compactMap(\.self) + (overrules ?? []) + (former ?? [])
        return text(for: version.result, standing, style, decisions: decisions)
            + waived(standing, of: version.version, style, zone)
    }

    private static func text(
        for result: ReportResult, _ standing: Standing, _ style: TextStyle, decisions: [String]
    ) -> String {
        let verdict = style.paint("\(standing.verdict.sign) \(standing.verdict.name)", .strong, standing.verdict.tone)
        let who = [result.agency, result.year.map { "\($0) 年度" }].compactMap { $0?.printable }
        var lines = [style.paint(result.file.printable, .strong), "  " + (who + [verdict]).joined(separator: "　")]
        lines += decisions.map { "  " + $0.printable }
        for severity in Severity.allCases {
            let open = standing.open.filter { $0.finding.severity == severity }
            guard !open.isEmpty else { continue }
            let name = severity.name(in: standing.checked)
            lines += ["", "  " + style.paint("\(name)（\(open.count) 处）", .strong, severity.tone)]
            for line in open {
                let former = line.former.map { [$0.asksAgain] } ?? []
                lines += entry(line.finding, number: line.number, style, fixing: true, [("说明：", former)])
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// What does not count, with the reasons and by whom.
    private static func waived(
        _ standing: Standing, of number: Int, _ style: TextStyle, _ zone: TimeZone
    ) -> String {
        guard !standing.waived.isEmpty else { return "" }
        let lines = standing.waived.flatMap { line in
            let why = line.waiver.map { [$0.record(in: zone)] + [$0.origin(seenFrom: number)].compactMap(\.self) } ?? []
            return entry(line.finding, number: line.number, style, fixing: false, [("核销：", why)])
        }
        let head = "  " + style.paint("已核销（\(standing.waived.count) 处）", .strong, .faint)
        return (["", head] + lines).joined(separator: "\n") + "\n"
    }

    /// The closing line: how many were checked and what they came to. `unread` files gave no result at all.
    package static func summary(of verdicts: [Verdict], unread: Int = 0, style: TextStyle = TextStyle()) -> String {
        let counts = Verdict.allCases.compactMap { verdict in
            let count = verdicts.count { $0 == verdict }
            return count == 0 ? nil : style.paint("\(verdict.name) \(count)", verdict.tone)
        }
        let missed = unread == 0 ? [] : [style.paint("读不到 \(unread)", .bad)]
        return "共 \(verdicts.count + unread) 份：\((counts + missed).joined(separator: "，"))\n"
    }

    /// How many files came to which verdict, and their names: all of those that want something, a few of the rest.
    package static func table(
        of files: [(file: String, verdict: Verdict)], style: TextStyle = TextStyle()
    ) -> String {
        let rows = Verdict.allCases.compactMap { verdict -> [TextTable.Cell]? in
            let names = files.filter { $0.verdict == verdict }.map(\.file)
            guard !names.isEmpty else { return nil }
            let shown = verdict == .accepted ? 3 : 20
            let list = names.prefix(shown).joined(separator: "、") + (names.count > shown ? " 等" : "")
            return [.init(verdict.name, verdict.tone), .init(String(names.count)), .init(list)]
        }
        let columns = [TextTable.Column(head: "结论"), TextTable.Column(head: "份数", isNumber: true), .init(head: "文件")]
        return TextTable(columns: columns, rows: rows).text(style)
    }

    private static func entry(
        _ finding: ResultFinding, number: Int, _ style: TextStyle, fixing: Bool, _ decisions: [(String, [String])]
    ) -> [String] {
        let label = String(number).leftPadded(to: 4) + ". "
        let indent = String(repeating: " ", count: label.count)
        let fixes = finding.fix.isEmpty || !fixing ? [] : [finding.fix]
        let details = [("改法：", fixes), ("原文：", finding.quotes), ("依据：", finding.sources)] + decisions
        return lines(finding.heading, after: label, indent, style) { style.paint($0, .strong) }
            + details.flatMap { name, words in
                zip([name] + Array(repeating: "      ", count: words.count), words).flatMap { name, words in
                    lines(words, after: indent + name, indent + "      ", style) { style.paint($0, .faint) }
                }
            }
    }

    /// Words from a file or the rulebook, broken into lines: the first after `first`, the others after `indent`.
    private static func lines(
        _ words: String, after first: String, _ indent: String, _ style: TextStyle, paint: (String) -> String
    ) -> [String] {
        let pieces = words.printable.wrapped(to: style.width.map { max($0 - indent.columns, 20) })
        return zip([first] + Array(repeating: indent, count: pieces.count), pieces).map { $0 + paint($1) }
    }
}

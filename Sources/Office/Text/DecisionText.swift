import Rules

/// What is said at a terminal of decisions. Lines with their ends.
package enum DecisionText {
    /// The findings of a version to choose from: by number, or by `rule@place`.
    package static func findings(_ lines: [Standing.Line]) -> String {
        lines.map { line in
            let waived = line.isWaived ? "（已核销）" : ""
            let number = String(line.number).leftPadded(to: 3)
            return "  \(number). \(line.finding.heading.printable)\(waived)　\(line.key.name)\n"
        }.joined()
    }

    /// What became of a finding.
    package static func done(_ line: Standing.Line, _ what: String) -> String {
        "\(what) \(line.number). \(line.finding.heading.printable)（\(line.key.name)）\n"
    }

    /// What the verdict of such a report does not change.
    private static let misplaced = "这份报告放在别的单位的收件文件夹里，不论怎样核销、改定，都不计入任何一个单位的报送，也不计入汇总和历年对比；要计入，请把文件移到该单位的文件夹。"

    /// The closing line: how a version stands now.
    package static func standing(of version: ReportVersion, style: TextStyle = TextStyle()) -> String {
        let standing = version.standing
        let verdict = style.paint(standing.verdict.name, .strong, standing.verdict.tone)
        // What could not be read has a reason, and no findings.
        let counts =
            !standing.checked.isOfContent
            ? []
            : [
                (standing.count(of: .error), "须改正"), (standing.count(of: .warning), "请核实"),
                (standing.waived.count, "已核销"),
            ].filter { $0.0 > 0 }.map { "\($0.1) \($0.0) 处" }
        let rest = counts.isEmpty ? "" : "（\(counts.joined(separator: "，"))）"
        let misplaced = Filing.isApart(version.agency) ? "\(Self.misplaced)\n" : ""
        return
            "\(version.agency.printable) \(version.year) 第 \(version.version) 版现在的结论：\(verdict)\(rest)。\n\(misplaced)"
    }
}

extension FindingKey {
    /// As a command takes it.
    package var name: String { "\(rule)@\(at)" }
}

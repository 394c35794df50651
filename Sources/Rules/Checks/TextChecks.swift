import Reports

/// What single sections must and must not say.
enum TextChecks {
    /// Where the section itself is missing, that finding is enough. The form of 2019, for reports before 2021, asks for no statement.
    static func feeStatement(in report: Report) -> [Hit] {
        let text = report.substance(of: .other).joined(separator: "\n")
        guard report.heading(of: .other) != nil, report.year ?? 2021 >= 2021, !statesFees(text) else { return [] }
        return [Hit(at: .section(.other), excerpt: text.prefix(0))]
    }

    /// Whether a text says something of fees.
    static func statesFees(_ text: String) -> Bool { text.mentionsAny(of: ["处理费", "收费", "费用", "收取"]) }

    /// A section with nothing in it has a finding of its own.
    static func problems(in report: Report) -> [Hit] {
        let text = text(of: .problems, in: report)
        guard text.lettersAndDigits.count >= 10 else { return [] }
        let missing = [
            text.mentionsAny(of: problemWords) ? nil : "存在的问题",
            text.mentionsAny(of: measureWords) ? nil : "改进措施",
        ].compactMap { $0 }
        guard !missing.isEmpty else { return [] }
        return [
            Hit(
                at: .section(.problems), excerpt: text.prefix(0),
                facts: ["found": .text(missing.joined(separator: "和"))])
        ]
    }

    /// A marking of secrecy at the head of the document: 秘密★1年, 内部资料.
    static func secrecy(in report: Report) -> [Hit] {
        report.preamble.prefix(headLines).compactMap { line in
            let text = line.compact
            guard let mark = secrecyMarks.first(where: text.mentions) ?? internalMark(text) else { return nil }
            return Hit(at: .file, excerpt: line[...], around: mark, facts: ["found": .text(mark)])
        }
    }

    /// The lines in which a marking stands.
    private static let headLines = 8
    private static let secrecyMarks = ["绝密★", "机密★", "秘密★"]

    /// 内部资料 as a line of its own, alone or with 注意保存 behind it, and not a mention of such material.
    private static func internalMark(_ line: String) -> String? {
        line.hasPrefix("内部资料") && line.count <= 16 ? "内部资料" : nil
    }

    private static let problemWords = [
        "问题", "不足", "差距", "短板", "薄弱", "有待", "欠缺", "困难", "滞后", "仍需", "还需", "不够", "不高", "不强", "不到位", "不及时", "瓶颈",
    ]
    private static let measureWords = [
        "改进", "加强", "提升", "提高", "措施", "下一步", "整改", "完善", "优化", "强化", "加大", "推进", "规范", "拓展", "拓宽",
    ]

    private static func text(of section: Section, in report: Report) -> String {
        (report.passages[section] ?? []).joined(separator: "\n")
    }
}

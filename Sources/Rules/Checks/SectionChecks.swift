import Reports

/// What the headings and the length of the sections tell.
enum SectionChecks {
    static func titles(in report: Report) -> [Hit] {
        report.headings.compactMap { heading in
            let official = [heading.section.title, heading.section.longTitle].compactMap { $0?.lettersAndDigits }
            guard !official.contains(heading.title.lettersAndDigits) else { return nil }
            return hit(heading, found: heading.title)
        }
    }

    /// The numeral counts, not the stop behind it: 一. and （一） are no other number.
    static func numbering(in report: Report) -> [Hit] {
        report.headings.compactMap { heading in
            let marker = heading.marker.compact
            guard marker.lettersAndDigits != heading.section.numeral else { return nil }
            return hit(heading, found: marker.isEmpty ? "无" : marker)
        }
    }

    static func order(in report: Report) -> [Hit] {
        var hits: [Hit] = []
        var furthest: Heading?
        for heading in report.headings {
            if let before = furthest, heading.section < before.section {
                hits.append(hit(heading, found: before.section.heading))
            } else {
                furthest = heading
            }
        }
        return hits
    }

    /// A section that holds a table, even one that stands elsewhere by mistake, is not empty.
    static func empty(in report: Report) -> [Hit] {
        Section.allCases.compactMap { section in
            let hasTable = FormTable.allCases.contains { $0.section == section && report.has($0) }
            guard !hasTable, report.heading(of: section) != nil else { return nil }
            let text = report.substance(of: section).joined().lettersAndDigits
            guard text.count < shortest, section != .other || !TextChecks.statesFees(text) else { return nil }
            return Hit(
                at: .section(section), excerpt: text[...], facts: ["found": .text(text.isEmpty ? "空白" : text)],
                severity: section == .problems ? .error : nil)
        }
    }

    static func aspects(in report: Report) -> [Hit] {
        let text = overview(of: report)
        guard !text.isEmpty else { return [] }
        let missing = aspectWords.filter { !text.mentionsAny(of: $0.words) }.map(\.aspect)
        guard !missing.isEmpty else { return [] }
        return [Hit(at: .section(.overview), facts: ["found": .text(missing.joined(separator: "、"))])]
    }

    static func length(in report: Report, _ context: Context) -> [Hit] {
        let count = overview(of: report).count
        let limit = context.thresholds.overviewCharacters
        guard count > limit else { return [] }
        return [Hit(at: .section(.overview), facts: ["found": .number(count)], words: ["limit": String(limit)])]
    }

    /// Fewer letters than this say nothing.
    private static let shortest = 10

    /// The five aspects of 总体情况, each with the words by which reports go into it.
    private static let aspectWords: [(aspect: String, words: [String])] = [
        ("主动公开", ["主动公开", "公开内容", "发布信息", "信息发布"]),
        ("依申请公开", ["依申请", "公开申请", "申请公开"]),
        ("政府信息管理", ["信息管理", "保密审查", "规范性文件", "信息审核"]),
        ("政府信息公开平台建设", ["平台", "网站", "新媒体", "公众号"]),
        ("监督保障", ["监督", "保障", "考核", "培训"]),
    ]

    private static func overview(of report: Report) -> String {
        (report.passages[.overview] ?? []).joined().compact
    }

    private static func hit(_ heading: Heading, found: String) -> Hit {
        let section = heading.section
        return Hit(
            at: .section(section), excerpt: (heading.marker + heading.title)[...], facts: ["found": .text(found)],
            words: ["heading": section.heading, "title": section.title, "numeral": section.numeral])
    }
}

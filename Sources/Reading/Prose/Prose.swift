package import Reports

/// Reads what sentences state in numbers: what is counted, how many, over which time, for whom.
package enum Prose {
    /// More of a kind than any report has; what goes beyond is no report's prose.
    private static let mostOfAKind = 500

    /// Fills in the statements, breakdowns and rates of a report from its passages.
    package static func read(_ report: inout Report) {
        let years = Set([report.year, report.period?.last.year].compactMap { $0 })
        for section in Section.allCases {
            for paragraph in report.passages[section] ?? [] {
                var context = Context(paragraph: paragraph, section: section, reportYears: years)
                for text in paragraph.sentences where report.statements.count < mostOfAKind {
                    let sentence = Sentence(text, section: section)
                    report.rates += RateReader.rates(in: sentence, context: context)
                    report.statements += StatementReader.statements(in: sentence, context: &context)
                    report.breakdowns += BreakdownReader.breakdowns(in: sentence)
                }
            }
        }
        report.statements = Array(report.statements.prefix(mostOfAKind))
        report.breakdowns = Array(report.breakdowns.prefix(mostOfAKind))
        report.rates = Array(report.rates.prefix(mostOfAKind))
    }
}

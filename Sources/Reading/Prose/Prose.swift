package import Reports

/// Reads what sentences state in numbers: what is counted, how many, over which time, for whom.
package enum Prose {
    /// More of a kind than any report has; what goes beyond is no report's prose.
    private static let mostOfAKind = 500

    /// The sentences of a paragraph; one that tells the parts of what the one before counts goes with it: 公开400条。其中，….
    private static func sentences(of paragraph: String) -> [String] {
        paragraph.sentences.reduce(into: []) { sentences, sentence in
            if sentence.hasPrefix("其中"), let last = sentences.last, last.utf8.count + sentence.utf8.count < longest {
                sentences[sentences.count - 1] = last + sentence
            } else {
                sentences.append(sentence)
            }
        }
    }

    /// In bytes, of two sentences that are read as one.
    private static let longest = 1_200

    /// Fills in the statements, breakdowns and rates of a report from its passages.
    package static func read(_ report: inout Report) {
        let years = Set([report.year, report.period?.last.year].compactMap { $0 })
        for section in Section.allCases {
            for paragraph in report.passages[section] ?? [] {
                var context = Context(paragraph: paragraph, section: section, reportYears: years)
                for text in sentences(of: paragraph) where report.statements.count < mostOfAKind {
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

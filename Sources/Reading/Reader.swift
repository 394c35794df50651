package import Documents
package import ReaderInterface
package import Reports

/// Finds the national form in a document and fills in a report.
///
/// One way for every layout: rows are known by their labels, headings by their titles. What can't be told apart stays `nil`;
/// nothing is guessed and nothing is judged.
package enum Reader {
    /// The report that a document holds.
    ///
    /// Throws `Unreadable.notAReport` where the document has neither three of the sections nor a table of the form.
    package static func report(in document: Document) throws(Unreadable) -> Report {
        let flattened = FlattenedText(document)
        let scan = FormScan(Transcript(flattened?.document ?? document))
        let headings = HeadingFinder.headings(in: scan.prose)
        guard headings.count >= 3 || !scan.begins.isEmpty else {
            throw .notAReport("没有找到年度报告的各部分标题，也没有找到表二、表三、表四")
        }
        var report = Report()
        let frame = Frame(prose: scan.prose, headings: headings)
        report.headings = headings.map(\.heading)
        report.preamble = frame.preamble
        report.passages = frame.passages
        FormTables(scan, section: frame.section(at:)).fill(&report)
        flattened?.fill(&report)
        identify(&report)
        Prose.read(&report)
        return report
    }

    /// Whether a report breaks off inside its tables or before them: nothing of what stands behind them is there.
    package static func breaksOff(_ report: Report) -> Bool {
        report.signature == nil && !report.headings.contains { $0.section > .review }
    }

    /// Whether a document that holds no report begins as one: with its title, or the first of its headings.
    package static func isBeginning(_ document: Document) -> Bool {
        let prose = FormScan(Transcript(document)).prose
        return HeadingFinder.headings(in: prose).contains { $0.heading.section == .overview }
            || TitleReader.title(in: prose.map(\.text)) != nil
    }

    /// Who reports, on which year.
    private static func identify(_ report: inout Report) {
        let text = Section.allCases.flatMap { report.passages[$0] ?? [] }
        report.title = TitleReader.title(in: report.preamble)
        report.period = PeriodReader.period(in: report.preamble + text)
        report.signature = AgencyFinder.signature(in: report.passages[.other] ?? text)
        report.agency =
            AgencyFinder.fullName(report.title?.agency, report.signature)
            ?? AgencyFinder.publisher(in: report.preamble) ?? AgencyFinder.agency(in: report.preamble + text)
        report.year =
            report.title?.year ?? report.period?.last.year ?? YearReader.first(in: text.joined(separator: "\n"))
    }
}

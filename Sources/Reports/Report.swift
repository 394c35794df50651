/// An annual report as it was read: what it says in each place of the national form, and nothing where it says nothing.
///
/// A report knows no file format and holds no judgement.
package struct Report: Sendable, Equatable, Codable {
    package var title: Title?
    /// The body that reports, as the report calls it: the title first, else the text.
    package var agency: String?
    /// The year reported on: that of the title, else of the period, else of the text.
    package var year: Int?
    package var period: Period?
    /// The body named in the signature at the end.
    package var signature: String?

    /// The headings of the sections, in the order in which they stand.
    package var headings: [Heading] = []
    /// What stands before the first heading, title included: a paragraph each.
    package var preamble: [String] = []
    /// The prose of each section, a paragraph each, its tables left out.
    package var passages: [Section: [String]] = [:]

    package var disclosure: PrintedTable<DisclosureRow>?
    package var requests: PrintedTable<RequestRow>?
    /// （六）其他处理 printed as one row, as the form of 2019 had it.
    package var undividedOther: PrintedRow?
    package var review: PrintedTable<ReviewBlock>?
    /// Labels of the superseded form of 2019 that stand in the tables, as printed.
    package var outdatedLabels: [String] = []
    /// Heads of the tables that are not the form's.
    package var headDeviations: [HeadDeviation] = []
    /// Whether the text has lost its lines and its tables: all of it stood in one paragraph.
    package var isFlattened = false

    /// What the sentences count that the tables count too.
    package var statements: [Statement] = []
    /// The totals that sentences give together with their parts.
    package var breakdowns: [Breakdown] = []
    /// The percentages that sentences give together with their numbers.
    package var rates: [Rate] = []

    package init() {}

    /// Whether the report is on a year in which the form of 国办公开办函〔2019〕60号 was in force, and is made by it.
    package var isInFormOfItsTime: Bool {
        guard let year else { return false }
        return (2019...2020).contains(year) && !outdatedLabels.isEmpty
    }

    /// The heading of a section, the first if it stands twice.
    package func heading(of section: Section) -> Heading? { headings.first { $0.section == section } }

    /// Whether table, of whichever kind, was found.
    package func has(_ table: FormTable) -> Bool {
        switch table {
        case .disclosure: disclosure != nil
        case .requests: requests != nil
        case .review: review != nil
        }
    }

    /// The section under whose heading a table stands; `nil` before the first heading or where there is no such table.
    package func sectionHolding(_ table: FormTable) -> Section? {
        switch table {
        case .disclosure: disclosure?.section
        case .requests: requests?.section
        case .review: review?.section
        }
    }
}

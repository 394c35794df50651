import Documents
import Reports

/// A report whose text lost its lines: sections, tables and all in one paragraph, the cells of the tables run together.
///
/// The headings still stand out, and so do the tables; what their numbers are nobody can tell: 5100006 may be many things.
struct FlattenedText {
    /// The document with lines around the headings, and without the tables.
    private(set) var document: Document
    /// What stood in the place of each table.
    private(set) var tables: [FormTable: String] = [:]

    /// `nil` where no paragraph holds several sections.
    init?(_ document: Document) {
        self.document = Document()
        for block in Self.joined(document).blocks {
            guard case .paragraph(let text) = block, text.utf8.count >= Self.shortest, let lines = lines(of: text)
            else {
                self.document.blocks.append(block)
                continue
            }
            self.document.blocks += lines.map(Block.paragraph)
        }
        if tables.isEmpty { return nil }
    }

    /// The document with its paragraphs as one where each section has lost its lines for itself: then the first and the last label
    /// of table 3 stand in one paragraph.
    private static func joined(_ document: Document) -> Document {
        let texts = document.blocks.map { if case .paragraph(let text) = $0 { text } else { "" } }
        let isLost = texts.contains { text in
            text.mentions("本年新收政府信息公开申请数量") && text.mentions("结转下年度继续办理")
        }
        guard isLost, !texts.contains("") else { return document }
        return Document(blocks: [.paragraph(texts.joined(separator: "\n"))])
    }

    /// A text cut behind the title with which it begins.
    private static func cutBehindTitle(_ text: String) -> [String] {
        let start = text.prefix(longestTitle)
        for end in start.ranges(of: "报告").map(\.upperBound) where TitleText(String(start[..<end])) != nil {
            return [String(text[..<end]), String(text[end...])]
        }
        return [text]
    }

    private static let longestTitle = 80

    /// In bytes: less than the labels of table 3 have.
    private static let shortest = 1_500

    /// The paragraph cut into headings and what stands between; `nil` where it holds fewer than three of them.
    private mutating func lines(of text: String) -> [String]? {
        let scalars = Array(text.unicodeScalars)
        var cuts: [(section: Section, range: Range<Int>)] = []
        for section in Section.allCases {
            let start = cuts.last?.range.upperBound ?? 0
            let titles = [section.longTitle, section.title].compactMap { $0 }.map { "\(section.numeral)、\($0)" }
            guard
                let range = titles.compactMap({ scalars.range(of: $0, from: start) }).min(by: {
                    $0.lowerBound < $1.lowerBound
                })
            else { continue }
            cuts.append((section, range))
        }
        guard cuts.count >= 3 else { return nil }
        var lines = Self.cutBehindTitle(String(scalars[..<cuts[0].range.lowerBound]))
        for (position, cut) in cuts.enumerated() {
            let end = position + 1 < cuts.count ? cuts[position + 1].range.lowerBound : scalars.count
            lines.append(String(scalars[cut.range]))
            lines += body(of: cut.section, Array(scalars[cut.range.upperBound..<end]))
        }
        return lines.filter { !$0.isEmpty }
    }

    /// The prose of a section before and behind its table, which is kept apart.
    private mutating func body(of section: Section, _ scalars: [Unicode.Scalar]) -> [String] {
        guard let table = FormTable.allCases.first(where: { $0.section == section }),
            let (start, label) = Self.extent(of: table, in: scalars)
        else { return [String(scalars[...])] }
        let end =
            scalars[label...].firstIndex { !$0.isDigit && $0 != "." && !Folding.isInvisible($0) }
            ?? scalars.count
        tables[table] = String(scalars[start..<end])
        return [String(scalars[..<start]), String(scalars[end...])]
    }

    /// Where a table begins, and where its last label ends, whatever white space is left between its cells.
    private static func extent(of table: FormTable, in scalars: [Unicode.Scalar]) -> (start: Int, label: Int)? {
        let places = scalars.indices.filter { !Folding.isInvisible(scalars[$0]) }
        let letters = places.map { scalars[$0] }
        guard let start = beginnings(of: table).compactMap({ letters.range(of: $0, from: 0)?.lowerBound }).min(),
            let end = ends(of: table).compactMap({ letters.lastRange(of: $0)?.upperBound }).max(), end > start
        else { return nil }
        return (places[start], places[end - 1] + 1)
    }

    private static func beginnings(of table: FormTable) -> [String] {
        switch table {
        case .disclosure: ["第二十条第", "信息内容本年"]
        case .requests: ["（本列数据的勾稽关系", "(本列数据的勾稽关系", "申请人情况自然人", "一、本年新收政府信息公开申请数量"]
        case .review: ["行政复议行政诉讼结果维持", "行政复议行政诉讼未经复议", "结果维持结果纠正", "行政复议行政诉讼"]
        }
    }

    /// The last label of a table, behind which its last numbers stand.
    private static func ends(of table: FormTable) -> [String] {
        switch table {
        case .disclosure: ["行政事业性收费"]
        case .requests: ["结转下年度继续办理"]
        case .review: ["尚未审结总计"]
        }
    }
}

extension FlattenedText {
    /// Puts the tables into a report as what they are: there, and unread.
    func fill(_ report: inout Report) {
        report.isFlattened = true
        if tables[.disclosure] != nil {
            report.disclosure = PrintedTable(rows: unread(\.label) { $0.columns.count }, section: .disclosure)
        }
        if tables[.requests] != nil {
            report.requests = PrintedTable(rows: unread(\.label) { _ in Applicant.allCases.count }, section: .requests)
        }
        if tables[.review] != nil {
            let columns = ReviewBlock.allCases.count * ReviewOutcome.allCases.count
            report.review = PrintedTable(rows: unread(\.label) { _ in columns }, section: .review)
        }
    }

    private func unread<ID: FormRow>(
        _ label: (ID) -> String, columns: (ID) -> Int
    ) -> [ID: PrintedRow] {
        Dictionary(
            uniqueKeysWithValues: ID.allCases.map { id in
                (id, PrintedRow(label: label(id), cells: nil, printed: columns(id), excerpt: ""))
            })
    }
}

extension [Unicode.Scalar] {
    /// Where some words stand first from a place on.
    fileprivate func range(of words: String, from start: Int) -> Range<Int>? {
        let wanted = Array(words.unicodeScalars)
        guard let first = wanted.first, count - start >= wanted.count else { return nil }
        for index in start...(count - wanted.count) where self[index] == first {
            if self[index..<index + wanted.count].elementsEqual(wanted) { return index..<index + wanted.count }
        }
        return nil
    }

    /// Where some words stand last.
    fileprivate func lastRange(of words: String) -> Range<Int>? {
        let wanted = Array(words.unicodeScalars)
        guard count >= wanted.count else { return nil }
        for index in stride(from: count - wanted.count, through: 0, by: -1) where self[index] == wanted.first {
            if self[index..<index + wanted.count].elementsEqual(wanted) { return index..<index + wanted.count }
        }
        return nil
    }
}

extension String {
    fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
        self.init(String.UnicodeScalarView(scalars))
    }
}

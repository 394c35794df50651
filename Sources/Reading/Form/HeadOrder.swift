import Reports

/// The heads of the columns as they are printed: in which order, and which under another wording.
///
/// A table whose columns stand in another order than the form's is read by its heads, or not at all.
struct HeadOrder {
    private(set) var deviations: [HeadDeviation] = []
    /// The printed place of each column of 规章 and 行政规范性文件.
    private(set) var disclosure: [Int]?
    /// The printed place of each column of table 3.
    private(set) var requests: [Int]?
    /// The printed place of each column of table 4, and whether it can be read at all.
    private(set) var review: [Int]?
    private(set) var unreadable: Set<FormTable> = []

    /// Takes note of a row of heads.
    mutating func note(_ line: Transcript.Line) {
        guard line.isRow else { return }
        let words = line.texts.map { Label($0).words }
        for (text, word) in zip(line.texts, words) { noteWording(text, word) }
        noteDisclosure(words)
        noteRequests(words)
        noteReview(words)
    }

    /// A head that is misprinted, or in other words of the same length: parts of a head that a page cut are neither.
    private mutating func noteWording(_ text: String, _ word: String) {
        guard word.utf8.count <= 60, !TableHeads.isKnown(word), deviations.count < Self.most else { return }
        let letters = Array(word.unicodeScalars)
        let near = TableHeads.official.first { head in
            let wanted = Array(head.head.unicodeScalars)
            let differing = zip(wanted, letters).count { $0 != $1 }
            return wanted.count == letters.count && wanted.count >= 4 && differing * 3 <= wanted.count
        }
        guard let near else { return }
        deviations.append(HeadDeviation(table: near.table, found: Folding.oneLine(text), official: near.head))
    }

    private mutating func noteDisclosure(_ words: [String]) {
        guard let order = order(of: DisclosureRow.rules.columns, in: words), order != Array(0..<3) else { return }
        noteOrder(.disclosure, words.filter(DisclosureRow.rules.columns.contains), DisclosureRow.rules.columns)
        disclosure = order
    }

    /// 自然人 and 总计 stand in a row above the five kinds of bodies.
    private mutating func noteRequests(_ words: [String]) {
        let bodies = Applicant.allCases.map(\.label).dropFirst().dropLast().map { Label($0).words }
        if let order = order(of: bodies, in: words), order != Array(0..<5) {
            noteOrder(.requests, words.filter(bodies.contains), bodies)
            requests = [0] + order.map { $0 + 1 } + [6]
        }
        if let person = words.firstIndex(of: "自然人"), let total = words.firstIndex(of: "总计"), total < person {
            noteOrder(.requests, ["总计", "自然人"], ["自然人", "总计"])
            unreadable.insert(.requests)
        }
    }

    private mutating func noteReview(_ words: [String]) {
        let outcomes = ReviewOutcome.allCases.map { Label($0.label).words }
        let heads = words.filter(outcomes.contains)
        if heads.count == outcomes.count * 3 {
            let orders = (0..<3).map { order(of: outcomes, in: Array(heads[$0 * 5..<($0 + 1) * 5])) }
            if orders.contains(where: { $0 != Array(0..<5) }) {
                noteOrder(.review, heads, outcomes)
                let known = orders.compactMap(\.self)
                if known.count < 3 { unreadable.insert(.review) }
                review =
                    known.count < 3 ? nil : known.enumerated().flatMap { block, order in order.map { $0 + block * 5 } }
            }
        }
        let blocks = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉"]
        let places = blocks.compactMap { words.firstIndex(of: $0) }
        if places.count > 1, places != places.sorted() {
            noteOrder(.review, words.filter(blocks.contains), blocks)
            unreadable.insert(.review)
        }
    }

    private mutating func noteOrder(_ table: FormTable, _ found: [String], _ official: [String]) {
        guard deviations.count < Self.most else { return }
        deviations.append(
            HeadDeviation(
                table: table, found: found.joined(separator: "、"), official: official.joined(separator: "、"),
                isOrder: true))
    }

    /// For each head its place among those that are there; `nil` unless all are, each once.
    private func order(of heads: [String], in words: [String]) -> [Int]? {
        let found = words.filter(heads.contains)
        guard found.count == heads.count, Set(found).count == heads.count else { return nil }
        return heads.compactMap { found.firstIndex(of: $0) }
    }

    /// More say no more.
    private static let most = 20
}

extension HeadOrder {
    /// The row with its columns in the order of the form.
    static func sorted(_ row: PrintedRow, by order: [Int]?, isReadable: Bool = true) -> PrintedRow {
        var row = row
        guard isReadable else {
            row.cells = nil
            row.notes = [:]
            return row
        }
        guard let order, let cells = row.cells, cells.count == order.count else { return row }
        row.cells = order.map { cells[$0] }
        row.notes = row.notes.reduce(into: [:]) { notes, note in
            if let column = order.firstIndex(of: note.key) { notes[column] = note.value }
        }
        return row
    }
}

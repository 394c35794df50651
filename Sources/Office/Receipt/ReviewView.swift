import Reports

/// Table 4 as the form prints it: three blocks of five columns, one row of numbers.
struct ReviewView {
    let counts: [String: [Int?]?]
    let marks: Marks

    var table: TableView {
        TableView(
            id: FormTable.review.rawValue, caption: "表四　\(Section.review.title)",
            marks: marks[.table(.review)]?.findings ?? [],
            head: head, body: [.init(cells: ReviewBlock.allCases.flatMap(cells))])
    }

    private var head: [TableView.Row] {
        let litigation: [ReviewBlock] = [.litigationDirect, .litigationAfterReconsideration]
        let outcomes = ReviewOutcome.allCases.map { TableView.Head(text: $0.label, scope: "col") }
        return [
            .init(heads: [
                blockHead(.reconsideration, rows: 2),
                .init(text: "行政诉讼", columns: litigation.count * outcomes.count, scope: "colgroup"),
            ]),
            .init(heads: litigation.map { blockHead($0, rows: 1) }),
            .init(heads: ReviewBlock.allCases.flatMap { _ in outcomes }),
        ]
    }

    private func blockHead(_ block: ReviewBlock, rows: Int) -> TableView.Head {
        TableView.Head(text: block.label, columns: ReviewOutcome.allCases.count, rows: rows, scope: "colgroup")
            .marked(marks[.review(block)])
    }

    private func cells(of block: ReviewBlock) -> [TableView.Cell] {
        guard let values = counts[block.rawValue] ?? nil else {
            return [.absent(columns: ReviewOutcome.allCases.count)]
        }
        return zip(ReviewOutcome.allCases, values).map { outcome, value in
            TableView.Cell(value.map(String.init), marks[.reviewCell(block, outcome)])
        }
    }
}

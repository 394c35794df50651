import Reports

extension Place {
    /// Where the place stands in the form: smaller is nearer to its head.
    var order: Int {
        switch self {
        case .file: 0
        case .title: 1
        case .period: 2
        case .section(let section): section.rawValue * Place.span
        case .table(let table): Place.start(of: table)
        case .disclosure, .disclosureCell: Place.start(of: .disclosure) + disclosureOrder
        case .requests, .undividedOther, .requestsColumn, .requestsCell: Place.start(of: .requests) + requestsOrder
        case .review, .reviewCell: Place.start(of: .review) + reviewOrder
        }
    }

    /// More than a table has places.
    private static let span = 1_000

    private static func start(of table: FormTable) -> Int { table.section.rawValue * span + 1 }

    private var disclosureOrder: Int {
        switch self {
        case .disclosure(let row): Place.position(row, width: 4)
        case .disclosureCell(let row, let column): Place.position(row, width: 4) + column + 1
        default: 0
        }
    }

    private var requestsOrder: Int {
        switch self {
        case .requests(let row): Place.position(row, width: 10)
        case .requestsCell(let row, let column): Place.position(row, width: 10) + Place.position(column, width: 1)
        case .undividedOther: Place.position(RequestRow.correctionOverdue, width: 10) - 1
        // A column is about the whole table: its findings follow those of the rows.
        case .requestsColumn(let column): 500 + Place.position(column, width: 1)
        default: 0
        }
    }

    private var reviewOrder: Int {
        switch self {
        case .review(let block): Place.position(block, width: 6)
        case .reviewCell(let block, let outcome):
            Place.position(block, width: 6) + Place.position(outcome, width: 1)
        default: 0
        }
    }

    /// The position of a row or column among its like, from 1, `width` places apart.
    private static func position<ID: CaseIterable & Equatable>(_ id: ID, width: Int) -> Int {
        ((Array(ID.allCases).firstIndex(of: id) ?? 0) + 1) * width
    }
}

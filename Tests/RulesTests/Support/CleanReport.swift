import Reports

extension Report {
    /// A report of a made-up bureau in which nothing is to be found.
    static var clean: Report {
        var report = Report()
        report.title = Title(text: "青禾市水利局2024年政府信息公开工作年度报告", year: 2024, agency: "青禾市水利局")
        report.agency = "青禾市水利局"
        report.signature = "青禾市水利局办公室"
        report.year = 2024
        report.period = Period(
            first: Period.Day(year: 2024, month: 1, day: 1), last: Period.Day(year: 2024, month: 12, day: 31),
            excerpt: "自2024年1月1日起至2024年12月31日止")
        report.headings = Section.allCases.map {
            Heading(section: $0, marker: "\($0.numeral)、", title: $0.title)
        }
        report.preamble = ["青禾市水利局2024年政府信息公开工作年度报告"]
        report.passages = cleanPassages
        report.disclosure = disclosureTable
        report.requests = requestsTable
        report.review = reviewTable
        return report
    }

    private static let cleanPassages: [Section: [String]] = [
        .overview: [
            "2024年，我局主动公开信息，收到政府信息公开申请12件，完善政府信息管理，加强平台建设和监督保障。"
        ],
        .disclosure: ["2024年，我局制发规范性文件2件。"],
        .problems: ["存在的问题：一是公开不够及时。下一步，我局将加强业务培训，改进公开质量。"],
        .other: ["2024年，我局未收取信息处理费。"],
    ]

    private static var disclosureTable: PrintedTable<DisclosureRow> {
        PrintedTable(
            rows: [
                .rules: .numbers([0, 0, 0], label: "规章"),
                .normativeDocuments: .numbers([2, 1, 9], label: "行政规范性文件"),
                .licensing: .numbers([50], label: "行政许可"),
                .penalties: .numbers([3], label: "行政处罚"),
                .coercion: .numbers([0], label: "行政强制"),
                .fees: PrintedRow(
                    label: "行政事业性收费", cells: [.amount("12.50")], printed: 1, excerpt: "行政事业性收费 | 12.50"),
            ], section: .disclosure)
    }

    /// 12 received and 1 carried in; 9 granted, 2 refused, 1 not held; 1 carried out.
    private static var requestsTable: PrintedTable<RequestRow> {
        var rows: [RequestRow: PrintedRow] = [:]
        for row in RequestRow.allCases {
            rows[row] = .numbers(requestNumbers[row] ?? [0, 0, 0, 0, 0, 0, 0], label: row.label)
        }
        return PrintedTable(rows: rows, section: .requests)
    }

    private static let requestNumbers: [RequestRow: [Int]] = [
        .received: [10, 2, 0, 0, 0, 0, 12],
        .carriedIn: [1, 0, 0, 0, 0, 0, 1],
        .granted: [8, 1, 0, 0, 0, 0, 9],
        .thirdPartyRights: [1, 1, 0, 0, 0, 0, 2],
        .notHeld: [1, 0, 0, 0, 0, 0, 1],
        .total: [10, 2, 0, 0, 0, 0, 12],
        .carriedOut: [1, 0, 0, 0, 0, 0, 1],
    ]

    private static var reviewTable: PrintedTable<ReviewBlock> {
        PrintedTable(
            rows: [
                .reconsideration: .numbers([1, 1, 0, 1, 3], label: ""),
                .litigationDirect: .numbers([1, 0, 0, 0, 1], label: ""),
                .litigationAfterReconsideration: .numbers([0, 0, 0, 0, 0], label: ""),
            ], section: .review)
    }
}

extension PrintedRow {
    static func numbers(_ numbers: [Int], label: String) -> PrintedRow {
        PrintedRow(
            label: label, cells: numbers.map(Cell.count), printed: numbers.count,
            excerpt: ([label] + numbers.map(String.init)).joined(separator: " | "))
    }
}

extension Report {
    /// Puts a cell into a row of table 3.
    mutating func set(_ row: RequestRow, _ column: Applicant, to cell: Cell) {
        guard let position = Applicant.allCases.firstIndex(of: column) else { return }
        requests?.rows[row]?.cells?[position] = cell
    }

    /// Puts a number into two columns of a row of table 3, so that its total still holds.
    mutating func add(_ number: Int, to row: RequestRow, _ column: Applicant) {
        for column in [column, .total] {
            let position = Applicant.allCases.firstIndex(of: column) ?? 0
            let count = requests?.rows[row]?.cells?[position].count ?? 0
            set(row, column, to: .count(count + number))
        }
    }

    /// Writes the text of a section anew.
    mutating func write(_ text: String, in section: Section) {
        passages[section] = [text]
    }
}

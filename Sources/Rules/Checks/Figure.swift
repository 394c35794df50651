import Reports

/// A matter that sentences count, with the number of the tables it is compared with.
struct Figure: Sendable {
    private let matter: Statement.Matter
    /// What is counted, in the words of a clerk.
    private let name: String
    /// The row of the table.
    private let cell: Place
    /// The numbers any of which an honest sentence may state, the nearest first; `nil` where the table has none.
    private let values: @Sendable (Report) -> [Int?]

    init(
        _ matter: Statement.Matter, _ name: String, _ cell: Place, values: @escaping @Sendable (Report) -> [Int?]
    ) {
        self.matter = matter
        self.name = name
        self.cell = cell
        self.values = values
    }

    /// At most one hit a section.
    ///
    /// A section that states the table's number, or parts that add up to it, may state others beside it: by channel, by month.
    func hits(in report: Report) -> [Hit] {
        let values = values(report)
        guard let table = values.first.flatMap({ $0 }), !values.contains(nil) else { return [] }
        let allowed = values.compactMap { $0 }
        let scope = TableScope(of: report)
        let statements = report.statements.filter { $0.matter == matter && scope.covers($0) }
        return Section.allCases.compactMap { section in
            let stated = statements.filter { $0.section == section }
            let numbers = stated.map(\.number)
            guard let first = stated.first, !numbers.contains(where: allowed.contains),
                !allowed.contains(where: { $0 == Count.sum(numbers) })
            else { return nil }
            return Hit(
                at: .section(section), excerpt: first.sentence[...], around: "\(first.number)\(first.unit)",
                facts: ["stated": .number(first.number), "table": .number(table)],
                words: ["subject": name, "cell": cell.description])
        }
    }
}

/// Whose cases the tables count: those of a government are its region's, those of a bureau its own.
private struct TableScope {
    private let isGovernment: Bool

    init(of report: Report) {
        isGovernment = report.agency?.mentions("政府") ?? false
    }

    /// Whether a sentence counts over the same time and for the same bodies, as far as it tells.
    func covers(_ statement: Statement) -> Bool {
        guard statement.time == .reportYear else { return false }
        return switch statement.scope {
        case .unmarked: true
        case .office: !isGovernment
        case .region: isGovernment
        case .onRecord: false
        }
    }
}

import Office
import Reports

/// Reads the rows of a roster one by one and gathers what is wrong with them.
struct RosterReader {
    private(set) var agencies: [Agency] = []
    private(set) var problems: [RosterProblem]
    private let head: TableHead<RosterColumn>
    /// For each name and folder, the row that has it.
    private var rows: [String: Int] = [:]
    private var summingUpRow: Int?

    init(header: [String]) {
        head = TableHead(header, required: .name)
        problems = head.problems
    }

    /// Takes in a row; one without anything in it is passed over.
    mutating func read(_ fields: [String], row: Int) {
        let value = { [head] (column: RosterColumn) in head.value(column, of: fields) }
        guard fields.contains(where: { !$0.trimmed.isEmpty }) else { return }
        guard !value(.name).isEmpty else {
            problems.append(.blankName(row: row))
            return
        }
        let agency = Agency(
            name: value(.name),
            otherNames: value(.otherNames).split { "、,，;；".contains($0) }.map { String($0).trimmed },
            makesRules: answer(value(.makesRules), in: .makesRules, row: row),
            sumsUp: sumsUp(value(.sumsUp), row: row), group: value(.group),
            deadline: deadline(value(.deadline), row: row),
            folder: value(.folder).isEmpty ? nil : value(.folder), contact: value(.contact))
        for name in agency.names { note(name, in: .name, row: row) }
        if let folder = agency.folder { note(folder, in: .folder, row: row) }
        agencies.append(agency)
    }

    private mutating func answer(_ value: String, in column: RosterColumn, row: Int) -> Bool? {
        switch value {
        case "": return nil
        case "是": return true
        case "否": return false
        default:
            problems.append(.badValue(row: row, column: column.rawValue, value: value, expected: "“是”或“否”，或留空"))
            return nil
        }
    }

    private mutating func sumsUp(_ value: String, row: Int) -> Bool {
        guard answer(value, in: .sumsUp, row: row) == true else { return false }
        if let summingUpRow { problems.append(.secondSum(row: row, firstRow: summingUpRow)) }
        summingUpRow = summingUpRow ?? row
        return true
    }

    private mutating func deadline(_ value: String, row: Int) -> MonthDay? {
        if value.isEmpty { return nil }
        let day = MonthDay(value)
        if day == nil {
            let column = RosterColumn.deadline.rawValue
            problems.append(.badValue(row: row, column: column, value: value, expected: "月和日，如 1-26，或留空（1月31日）"))
        }
        return day
    }

    private mutating func note(_ value: String, in column: RosterColumn, row: Int) {
        let key = column.rawValue + value
        if let first = rows[key] {
            problems.append(.repeated(row: row, column: column.rawValue, value: value, firstRow: first))
        } else {
            rows[key] = row
        }
    }
}

extension String {
    /// The text without white space at its ends.
    fileprivate var trimmed: String { trimmed(where: \.isWhitespace) }
}

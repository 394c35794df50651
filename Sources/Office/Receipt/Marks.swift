import Reports
import Rules

/// Which cells of the tables the findings concern, and what is to be said beside them.
struct Marks {
    /// What is known of one place in the tables.
    struct Mark {
        /// The numbers of the findings, from 1, in the order of the receipt.
        var findings: [Int] = []
        var severity = Severity.info
        var notes: [String] = []
        /// What stands in the cell instead of a number.
        var found: String?
    }

    private var marks: [Place: Mark] = [:]
    /// The two sides of the balance of table 3, where they differ, by column.
    private(set) var balances: [Applicant: (left: Int, right: Int)] = [:]

    /// The findings are numbered in their order.
    init(_ findings: [ResultFinding]) {
        for (number, finding) in zip(1..., findings) { note(finding, number: number) }
    }

    /// What is waived is still told of, but nothing is wrong there any more.
    init(_ lines: [Standing.Line]) {
        for line in lines {
            var finding = line.finding
            if line.isWaived { finding.severity = .info }
            note(finding, number: line.number)
        }
    }

    subscript(place: Place) -> Mark? { marks[place] }

    /// Puts the number of another report beside each cell that differs from it.
    mutating func compare(with differences: [Totals.Difference]) {
        for difference in differences {
            var mark = marks[difference.at] ?? Mark()
            mark.severity = mark.severity.graver(than: .warning)
            mark.notes.append("报告 \(difference.stated.digits)")
            marks[difference.at] = mark
        }
    }

    private mutating func note(_ finding: ResultFinding, number: Int) {
        guard let place = Place(path: finding.at) else { return }
        if case .requestsColumn(let column) = place, let (left, right) = finding.sides {
            balances[column] = (left, right)
            for row in [RequestRow.received, .carriedIn, .total, .carriedOut] {
                add(number, finding.severity, to: .requestsCell(row, column))
            }
        } else if let (total, sum) = finding.sum(at: place) {
            add(number, finding.severity, to: total, note: "和为 \(sum)")
        } else {
            add(number, finding.severity, to: place, found: finding.found)
            for part in finding.parts(of: place) { add(number, finding.severity, to: part.at, found: part.found) }
        }
    }

    private mutating func add(
        _ number: Int, _ severity: Severity, to place: Place, note: String? = nil, found: String? = nil
    ) {
        var mark = marks[place] ?? Mark()
        mark.findings.append(number)
        mark.severity = mark.severity.graver(than: severity)
        if let note { mark.notes.append(note) }
        mark.found = found ?? mark.found
        marks[place] = mark
    }
}

extension ResultFinding {
    /// The two sides of a balance that should be equal.
    fileprivate var sides: (Int, Int)? {
        guard case .number(let left) = facts["left"], case .number(let right) = facts["right"] else { return nil }
        return (left, right)
    }

    /// What stands in the place, as printed.
    fileprivate var found: String? {
        guard case .text(let words) = facts["found"] else { return nil }
        return words
    }

    /// The rows or cells that are told together in a place, each with what stands there.
    fileprivate func parts(of place: Place) -> [(at: Place, found: String?)] {
        guard case .texts(let ids) = facts["cells"] else { return [] }
        var found: [String] = []
        if case .texts(let texts) = facts["found"] { found = texts }
        return ids.enumerated().compactMap { index, id in
            (Place(path: "\(place.path)/\(id)") ?? Place(path: id)).map {
                ($0, found.count == ids.count ? found[index] : self.found)
            }
        }
    }

    /// The cell that states a total, and what its parts add up to, for a finding about a total.
    fileprivate func sum(at place: Place) -> (total: Place, sum: String)? {
        guard facts["stated"] != nil, let sum = facts["sum"]?.digits else { return nil }
        return switch place {
        case .requests(let row): (.requestsCell(row, .total), sum)
        case .requestsColumn(let column): (.requestsCell(.total, column), sum)
        case .review(let block): (.reviewCell(block, .total), sum)
        case .disclosureCell, .requestsCell, .reviewCell: (place, sum)
        default: nil
        }
    }
}

extension Fact {
    /// A number in digits: decimal ones are facts in words.
    fileprivate var digits: String? {
        switch self {
        case .number(let number): String(number)
        case .text(let text): text
        case .numbers, .texts: nil
        }
    }
}

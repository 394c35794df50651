import Reports
import Rules

/// What the receipt's template shows of the changes since the version before.
struct RevisionView {
    /// Findings that went, stayed or came.
    struct Group {
        var name: String
        var count: Int
        var items: [Item]
    }

    struct Item {
        var heading: String
        /// The number in this receipt, one, or none for a finding that is gone.
        var numbers: [Int]
    }

    struct Change {
        var place: String
        var before: String
        var now: String

        init(_ place: String, _ before: String, _ now: String) {
            (self.place, self.before, self.now) = (place, before, now)
        }
    }

    let previous: Int
    let isComparable: Bool
    let groups: [Group]
    let hasGroups: Bool
    let cells: [Change]
    let hasCells: Bool
    let cellCount: Int
    /// How many cells are not listed, one or none.
    let furtherCells: [Int]

    private static let mostLines = 40

    /// `lines` are the findings with their numbers in the receipt.
    init(_ revision: Revision, numbered lines: [Standing.Line]) {
        previous = revision.previous
        isComparable = revision.isComparable
        let places = Dictionary(lines.map { ($0.finding, $0.number) }, uniquingKeysWith: min)
        let numbers = { (finding: ResultFinding) in places[finding].map { [$0] } ?? [] }
        groups = [
            Group("已改正", revision.mended) { _ in [] }, Group("仍然存在", revision.open, numbers),
            Group("本版新出现", revision.new, numbers),
        ].filter { $0.count > 0 }
        hasGroups = !groups.isEmpty
        cellCount = revision.cells.count
        hasCells = cellCount > 0
        // Neighbours in a row that have changed alike are one line.
        let lines = revision.cells.chunked {
            $0.at.row != nil && $0.at.row == $1.at.row && $0.before == $1.before && $0.now == $1.now
        }
        let shown = lines.prefix(Self.mostLines)
        cells = shown.map { Change(Self.place(of: $0.map(\.at)), Self.digits($0[0].before), Self.digits($0[0].now)) }
        let further = cellCount - shown.reduce(0) { $0 + $1.count }
        furtherCells = further > 0 ? [further] : []
    }

    private static func place(of cells: [Place]) -> String {
        guard cells.count > 1, let row = cells[0].row else { return cells.first?.description ?? "" }
        return Place.words(for: cells, in: row)
    }

    private static func digits(_ number: ExactDecimal?) -> String { number?.digits ?? "（无数字）" }
}

extension RevisionView.Group {
    fileprivate init(_ name: String, _ findings: [ResultFinding], _ numbers: (ResultFinding) -> [Int]) {
        self.init(
            name: name, count: findings.count,
            items: findings.map { RevisionView.Item(heading: $0.heading, numbers: numbers($0)) })
    }
}

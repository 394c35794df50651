import GRDB
import Office

/// What was pruned, as much as the ledger needs to do the same to tables that are made anew: the field `NIANBAO_FACTS`.
struct PruneFacts: Codable, Sendable, Equatable {
    /// Records without a gap that were taken away.
    struct Range: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
        static let databaseTableName = "pruned"

        let first: Int
        let last: Int
        /// The link of the last of them: what the record after them is tied to.
        let link: String
    }

    /// Superseded results and alerts that were over before are gone. In UTC, as the ledger writes it.
    var resultsBefore: String?
    var alertsBefore: String?
    /// The contents of which the archive has no copy any more.
    var copies: [String] = []
    /// The contents of copies that no version named.
    var strays: [String] = []
    var ranges: [Range] = []
}

extension Ledger {
    /// Does to the tables what a record of pruning tells of. `number` is that of the record: it can tell of earlier ones only.
    static func prune(_ facts: PruneFacts, by number: Int, _ database: Database) throws {
        if let time = facts.resultsBefore {
            try database.execute(sql: "DELETE FROM superseded WHERE until < ?", arguments: [time])
        }
        if let time = facts.alertsBefore {
            try database.execute(sql: "DELETE FROM alert WHERE \(Pruning.oldAlerts)", arguments: [time])
        }
        for range in facts.ranges {
            guard range.first >= 1, range.first <= range.last, range.last < number else {
                throw Failure.damaged("record \(number)")
            }
            try database.execute(
                sql: "DELETE FROM record WHERE number BETWEEN ? AND ?", arguments: [range.first, range.last])
            try range.insert(database)
        }
    }
}

/// The records that were taken away, by their first numbers.
struct PrunedRecords {
    private let ranges: [Int: PruneFacts.Range]

    /// Those that a ledger knows of; an earlier schema knows of none.
    init(in database: Database) throws {
        let isKnown = try database.tableExists(PruneFacts.Range.databaseTableName)
        self.init(isKnown ? try PruneFacts.Range.fetchAll(database) : [])
    }

    /// Those that records tell of.
    init(toldBy records: [StoredRecord]) throws {
        self.init(
            try records.flatMap { record in
                let fields = try JSON.value([String: String].self, from: record.fields)
                return try JSON.value(PruneFacts.self, from: fields["FACTS"] ?? "").ranges.filter {
                    $0.first <= $0.last && $0.last < record.number
                }
            })
    }

    private init(_ all: [PruneFacts.Range]) {
        ranges = Dictionary(all.map { ($0.first, $0) }) { first, _ in first }
    }

    /// The number and the link of the last record before the next one that is there, where a record was the last one that was.
    func skip(after number: Int, _ link: String) -> (number: Int, link: String) {
        var (number, link) = (number, link)
        while let range = ranges[number + 1], range.last > number { (number, link) = (range.last, range.link) }
        return (number, link)
    }

    /// What is missing of some numbers and was not pruned.
    func missing(of gaps: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        gaps.flatMap { gap in
            var rest: [ClosedRange<Int>] = []
            var next = gap.lowerBound
            for range in ranges.values.sorted(by: { $0.first < $1.first }) where gap.overlaps(range.first...range.last)
            {
                if range.first > next { rest.append(next...range.first - 1) }
                next = max(next, range.last + 1)
            }
            if next <= gap.upperBound { rest.append(next...gap.upperBound) }
            return rest
        }
    }
}

package import Foundation
import GRDB
package import Office
import Reports
import Rules

/// The offices whose records are collected here.
extension Ledger {
    /// An office whose records are followed, and whose they are.
    package struct Followed: Sendable, Equatable {
        package let name: String
        package let source: String
        package let ledger: String
        /// The last record that the tables show.
        package let record: Int
        /// The year that was due when they were made; `nil` where they are to be made.
        package let due: Int?

        /// An office of which nothing has been followed yet.
        package init(name: String, source: String, ledger: String) {
            (self.name, self.source, self.ledger, record, due) = (name, source, ledger, 0, nil)
        }
    }

    package nonisolated func followedOffices() throws -> [Followed] {
        try view { try Self.followedOffices($0) }
    }

    static func followedOffices(_ database: Database) throws -> [Followed] {
        try Row.fetchAll(database, cached: "SELECT * FROM office ORDER BY name").map(Followed.init)
    }

    /// The ledgers that were followed once, until another one took their place.
    package nonisolated func formerLedgers() throws -> Set<String> {
        try view { Set(try String.fetchAll($0, cached: "SELECT ledger FROM former_ledger")) }
    }

    /// How many ledgers of a sender were taken for such though none of them was shown.
    package nonisolated func histories(of source: String) throws -> Int {
        try view {
            try Int.fetchOne($0, cached: "SELECT count(*) FROM former_ledger WHERE source = ?", arguments: [source])
                ?? 0
        }
    }

    /// Follows the records of a ledger as those of an office from now on. What was known of its bodies goes, and the office that had the ledger
    /// before has none.
    package func follow(_ ledger: String, of office: String, from source: String, at date: Date) throws {
        try write { try Self.follow(ledger, of: office, from: source, at: date, $0) }
    }

    static func follow(
        _ ledger: String, of office: String, from source: String, at time: some DatabaseValueConvertible,
        _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT OR REPLACE INTO former_ledger (ledger, at) SELECT ledger, ? FROM office WHERE name = ?",
            arguments: [time, office])
        try database.execute(cached: "DELETE FROM former_ledger WHERE ledger = ?", arguments: [ledger])
        try database.execute(cached: "DELETE FROM office_unusable WHERE office = ?", arguments: [office])
        let others = try String.fetchAll(
            database, cached: "SELECT name FROM office WHERE name = ? OR ledger = ?", arguments: [office, ledger])
        for name in others { try forget(name, nil, database) }
        try database.execute(
            cached: "INSERT OR REPLACE INTO office (name, source, ledger, record) VALUES (?, ?, ?, 0)",
            arguments: [office, source, ledger])
    }

    /// Shows what has come of an office.
    package func show(_ figures: OfficeFigures, of office: String) throws {
        try write(outliving: .kill) { database in
            try Self.forget(office, figures.years, database)
            for row in figures.bodies { try Self.insert(row, of: office, database) }
            for sum in figures.sums { try Self.insert(sum, of: office, database) }
            try database.execute(
                cached: "UPDATE office SET record = ?, recorded = ?, began = ?, due = ? WHERE name = ?",
                arguments: [figures.record, figures.recorded, figures.began, figures.due, office])
        }
    }

    /// Takes a ledger for one that its office had before the one that is followed.
    package func note(former ledger: String, from source: String, at date: Date) throws {
        try write { database in
            try database.execute(
                cached: "INSERT OR IGNORE INTO former_ledger (ledger, at, source) VALUES (?, ?, ?)",
                arguments: [ledger, date, source])
        }
    }

    /// Has all that is shown of an office made anew with the next that comes of it, since what was behind that has changed.
    package func showAnew(_ office: String) throws {
        try write { try Self.showAnew(office, $0) }
    }

    static func showAnew(_ office: String, _ database: Database) throws {
        try database.execute(cached: "UPDATE office SET record = 0, due = NULL WHERE name = ?", arguments: [office])
        try database.execute(cached: "DELETE FROM office_unusable WHERE office = ?", arguments: [office])
    }

    /// Takes down records of an office that tell of what is not there; gives the first of all of them.
    package func note(unusable numbers: [Int], of office: String) throws -> [Int] {
        if !numbers.isEmpty {
            try write(outliving: .kill) { database in
                for number in numbers {
                    try database.execute(
                        cached: "INSERT OR IGNORE INTO office_unusable (office, number) VALUES (?, ?)",
                        arguments: [office, number])
                }
            }
        }
        return try read { database in
            try Int.fetchAll(
                database, cached: "SELECT number FROM office_unusable WHERE office = ? ORDER BY number LIMIT 10",
                arguments: [office])
        }
    }

    /// Has the records of an office come from another sender.
    package func move(_ office: String, to source: String) throws {
        try write { database in
            try database.execute(cached: "UPDATE office SET source = ? WHERE name = ?", arguments: [source, office])
        }
    }

    /// Takes an office off that nobody collects any more. A copy of its ledger stays, so that it is all there once it is put back.
    package func forget(_ office: String) throws {
        try write { try Self.takeOff(office, $0) }
    }

    static func takeOff(_ office: String, _ database: Database) throws {
        try forget(office, nil, database)
        try database.execute(cached: "DELETE FROM office WHERE name = ?", arguments: [office])
    }

    /// Makes what is wrong with what a sender sends that which is given; of two of a kind about one office the first is shown. Tells whether
    /// that is news. What a person has confirmed since `last` is not told again by who did not know it.
    @discardableResult
    package func show(
        _ found: [FoundTrouble], of source: String, confirmed last: Int = .max, at date: Date
    ) throws -> Bool {
        let troubles = Dictionary(found.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first }).values
            .sorted { ($0.about, $0.kind.rawValue) < ($1.about, $1.kind.rawValue) }
        let known = try read { try Self.troubles(of: source, $0) }
        guard known.map(\.found) != troubles else { return false }
        let since = Dictionary(known.map { ($0.found.key, $0.trouble.since) }, uniquingKeysWith: { first, _ in first })
        try write(outliving: .kill) { database in
            try database.execute(
                cached: "DELETE FROM office_trouble WHERE source = ?", arguments: [source])
            let confirmed = Set(
                try String.fetchAll(
                    database, cached: "SELECT office FROM confirmation WHERE id > ?", arguments: [last]))
            for trouble in troubles where trouble.junction == nil || !confirmed.contains(trouble.about) {
                try Self.insert(trouble, since: since[trouble.key] ?? date, database)
            }
        }
        return true
    }

    static func forget(_ office: String, _ years: Set<String>?, _ database: Database) throws {
        for table in ["office_body", "office_sum"] {
            guard let years else {
                try database.execute(cached: "DELETE FROM \(table) WHERE office = ?", arguments: [office])
                continue
            }
            for year in years {
                try database.execute(
                    cached: "DELETE FROM \(table) WHERE office = ? AND year = ?", arguments: [office, year])
            }
        }
    }

    private static func insert(_ row: OfficeBodyRow, of office: String, _ database: Database) throws {
        let report = row.report
        let head: [(any DatabaseValueConvertible)?] = [
            office, row.year, row.position, row.agency, row.group, row.sumsUp, row.isListed, row.deadline, row.lastDay,
        ]
        let rest: [(any DatabaseValueConvertible)?] = [
            row.verdict?.rawValue, report?.version, report?.receivedAt, report?.errors, report?.warnings,
            report?.waived, report?.isEntered, row.isLate,
        ]
        try database.execute(
            cached: "INSERT INTO office_body VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: StatementArguments(head + rest))
    }

    private static func insert(_ sum: OfficeSum, of office: String, _ database: Database) throws {
        try database.execute(
            cached: "INSERT INTO office_sum (office, year, tally, counted, left_out, own) VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [office, sum.year, sum.tally.text, sum.counted, sum.leftOut, sum.own?.text])
    }
}

/// Something that is wrong with what a sender sends, and from where its records could be followed all the same.
package struct FoundTrouble: Sendable, Equatable {
    package var kind: OfficeTrouble.Kind
    /// The office, or the sender where it is not known of which office it is.
    package var about: String
    package var source: String
    package var words: String
    package var junction: Junction?

    package init(
        _ kind: OfficeTrouble.Kind, about: String, from source: String, _ words: String, junction: Junction? = nil
    ) {
        (self.kind, self.about, self.source, self.words) = (kind, about, source, words)
        self.junction = junction
    }

    fileprivate var key: String { "\(kind.rawValue) \(about)" }
}

extension Ledger {
    struct KnownTrouble {
        let found: FoundTrouble
        let trouble: OfficeTrouble
    }

    /// What is wrong with what senders send, by office and kind.
    package nonisolated func troubles() throws -> [OfficeTrouble] {
        try view { try Self.troubles(of: nil, $0).map(\.trouble) }
    }

    /// What is told of what a sender sends.
    package nonisolated func found(from source: String) throws -> [FoundTrouble] {
        try view { try Self.troubles(of: source, $0).map(\.found) }
    }

    static func troubles(of source: String?, _ database: Database) throws -> [KnownTrouble] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM office_trouble WHERE ?1 IS NULL OR source = ?1 ORDER BY about, kind, source",
            arguments: [source]
        ).compactMap(KnownTrouble.init)
    }

    private static func insert(_ found: FoundTrouble, since: Date, _ database: Database) throws {
        try database.execute(
            cached: "INSERT OR REPLACE INTO office_trouble VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                found.about, found.kind.rawValue, found.source, found.words, since, found.junction?.ledger,
                found.junction?.number, found.junction?.link, try found.junction.map(JSON.line),
            ])
    }
}

extension Ledger.KnownTrouble {
    fileprivate init?(_ row: Row) throws {
        guard let kind = OfficeTrouble.Kind(rawValue: row["kind"]) else { return nil }
        let text: String? = row["junction"]
        let junction = try text.map { try JSON.value(Junction.self, from: $0) }
        found = FoundTrouble(kind, about: row["about"], from: row["source"], row["words"], junction: junction)
        trouble = OfficeTrouble(
            kind, about: found.about, found.words, since: row["since"], canBeConfirmed: junction != nil)
    }
}

extension Ledger.Followed {
    fileprivate init(_ row: Row) {
        (name, source, ledger, record) = (row["name"], row["source"], row["ledger"], row["record"])
        due = row["due"]
    }
}

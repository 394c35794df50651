package import Linux

/// The records of one ledger that the journals of one sender hold. They are asked for by their numbers: their order in the journals says
/// nothing, and what is there twice is one.
///
/// Not for several threads at once.
package final class RemoteRecords {
    /// How many numbers without a record are passed over in search of the next one.
    private static let longestSearch = 1_000_000

    package let ledger: String
    private let journal: JournalReader
    /// What was found under a number and is no record.
    private(set) package var leftOut = LeftOut()

    package init(of ledger: String, in journal: JournalReader) {
        self.ledger = ledger
        self.journal = journal
    }

    /// What is there under a number: nothing, one record, or several that say different things.
    func all(_ number: Int) throws -> [StoredRecord] {
        try find(number)
        var records: [StoredRecord] = []
        while let entry = try journal.next(JournalRecords.isWanted) {
            guard let record = take(try JournalRecords.record(entry)), record.number == number else { continue }
            if !records.contains(record) { records.append(record) }
        }
        return records
    }

    /// The record that has come last, whatever its number; `nil` where there is none, or the last entry is no record.
    package func newest() throws -> StoredRecord? {
        try journal.find([(name: JournalRecords.ledgerField, value: ledger)])
        return try journal.last(JournalRecords.isWanted).flatMap { take(try JournalRecords.record($0)) }
    }

    /// The lowest number above one and up to another of which there is anything.
    func next(after number: Int, upTo end: Int) throws -> Int? {
        guard number < end else { return nil }
        return try (number + 1...min(end, number + Self.longestSearch)).first { number in
            try find(number)
            return try journal.next { _ in false } != nil
        }
    }

    /// The lowest number up to another of which there is anything.
    package func first(upTo end: Int) throws -> Int? { try next(after: 0, upTo: end) }

    /// The record under a number, as one from which the others can be followed; `nil` where there is none.
    package func junction(_ number: Int) throws -> Junction? {
        try all(number).last.map { Junction(ledger: ledger, number: number, link: $0.chain) }
    }

    private func find(_ number: Int) throws {
        try journal.find(
            [(name: JournalRecords.ledgerField, value: ledger), (name: "NIANBAO_RECORD", value: String(number))])
    }

    private func take(_ answer: Result<StoredRecord, JournalRecords.Misfit>) -> StoredRecord? {
        switch answer {
        case .success(let record): return record
        case .failure(let misfit):
            leftOut.add(misfit: misfit.complaint)
            return nil
        }
    }
}

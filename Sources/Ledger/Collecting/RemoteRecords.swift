import Linux

/// The records of one ledger that the journals of one sender hold. They are asked for by their numbers: their order in the journals says
/// nothing, and what is there twice is one.
///
/// Not for several threads at once.
package final class RemoteRecords {
    /// How many numbers are tried one by one in search of the next one.
    private static let nearby = 32
    /// How many entries that are no records are passed over in search of the newest record.
    private static let longestLook = 1_000
    /// How many entries under one number are looked at.
    private static let mostOfOne = 100

    package let ledger: String
    private let journals: SentJournals
    private var journal: JournalReader { journals.all }
    /// What was found under a number and is no record.
    private(set) package var leftOut = LeftOut()

    package init(of ledger: String, in journals: SentJournals) {
        self.ledger = ledger
        self.journals = journals
    }

    /// Those of another ledger that the same sender has.
    package func other(_ ledger: String) -> RemoteRecords { RemoteRecords(of: ledger, in: journals) }

    /// What is there under a number: nothing, one record, or several that say different things. Of very many only the first are looked at.
    func all(_ number: Int) throws -> [StoredRecord] {
        try find(number)
        var records: [StoredRecord] = []
        for _ in 0..<Self.mostOfOne {
            guard let entry = try journal.next(JournalRecords.isWanted) else { break }
            guard let record = take(try JournalRecords.record(entry)), record.number == number else { continue }
            if !records.contains(record) { records.append(record) }
        }
        return records
    }

    /// The record that has come last, whatever its number and its time, and when it came; `nil` where there is none.
    package func newest() throws -> (record: StoredRecord, arrival: SentJournals.Arrival)? {
        let newest = try journals.newest { journal -> StoredRecord? in
            try journal.find([(name: JournalRecords.ledgerField, value: ledger)])
            var entry = try journal.last(JournalRecords.isWanted)
            for _ in 0..<Self.longestLook {
                guard let found = entry else { return nil }
                if let record = take(try JournalRecords.record(found)) { return record }
                entry = try journal.previous(JournalRecords.isWanted)
            }
            return nil
        }
        return newest.map { ($0.found, $0.arrival) }
    }

    /// The lowest number above one of which there is anything.
    func next(after number: Int) throws -> Int? {
        let near = number + Self.nearby
        if let next = try (number + 1...near).first(where: has) { return next }
        // Of all numbers that anybody has told.
        let told = try journal.values(of: "NIANBAO_RECORD", limit: 20).compactMap { RecordBounds.number($0) }
        return try told.filter { $0 > near }.sorted().first(where: has)
    }

    private func has(_ number: Int) throws -> Bool {
        try find(number)
        return try journal.next { _ in false } != nil
    }

    /// The record with the lowest number, as one from which the others can be followed; `nil` where there is none.
    package func first() throws -> Junction? { try next(after: 0).flatMap(junction) }

    /// The record under a number, as one from which the others can be followed; `nil` where there is none.
    private func junction(_ number: Int) throws -> Junction? {
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

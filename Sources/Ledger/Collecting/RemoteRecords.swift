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
    /// So many bytes under one number are looked at, whatever they are: a record has up to an eighth of that.
    private static let mostBytes = 512 << 20
    /// What an entry counts at least.
    private static let leastBytes = 1 << 10
    /// So many records can follow from the same one.
    private static let mostWays = 1_000
    /// So many entries are looked at of those that have come since a moment.
    private static let mostRecent = 500
    /// So many things that are no records are told apart.
    private static let mostComplaints = 1_000

    package let ledger: String
    private let journals: SentJournals
    private var journal: JournalReader { journals.all }
    /// What was found under a number and is no record.
    private(set) package var leftOut = LeftOut()
    private var complaints: Set<String> = []

    package init(of ledger: String, in journals: SentJournals) {
        self.ledger = ledger
        self.journals = journals
    }

    /// Those of another ledger that the same sender has.
    package func other(_ ledger: String) -> RemoteRecords { RemoteRecords(of: ledger, in: journals) }

    /// Hands on what is there under a number until that is enough: one after the other, since each can be large. What is there twice is
    /// handed on twice. No other number can be looked at meanwhile.
    private func look(at number: Int, _ isEnough: (StoredRecord) -> Bool) throws {
        try journal.find(
            [(name: JournalRecords.ledgerField, value: ledger), (name: "NIANBAO_RECORD", value: String(number))])
        var bytes = 0
        while bytes < Self.mostBytes, let entry = try journal.next(JournalRecords.isWanted) {
            bytes += entry.values.reduce(Self.leastBytes) { $0 + $1.utf8.count }
            guard let record = take(try JournalRecords.record(entry)), record.number == number else { continue }
            if isEnough(record) { return }
        }
    }

    /// The record under a number that is the first of that kind; `nil` where none is.
    func first(_ number: Int, where isWanted: (StoredRecord) -> Bool) throws -> StoredRecord? {
        var found: StoredRecord?
        try look(at: number) { record in
            guard isWanted(record) else { return false }
            found = record
            return true
        }
        return found
    }

    /// The same of the last one.
    func last(_ number: Int, where isWanted: (StoredRecord) -> Bool = { _ in true }) throws -> StoredRecord? {
        var found: StoredRecord?
        try look(at: number) { record in
            if isWanted(record) { found = record }
            return false
        }
        return found
    }

    func record(_ number: Int, link: String) throws -> StoredRecord? {
        try first(number) { $0.chain == link }
    }

    /// The record under a number that follows from a link. Of several that do, the one is right that something follows from.
    func record(_ number: Int, after link: String) throws -> StoredRecord? {
        var links: [String] = []
        var only: StoredRecord?
        try look(at: number) { record in
            guard !links.contains(record.chain), record.follows(link) else { return false }
            only = links.isEmpty ? record : nil
            links.append(record.chain)
            return links.count >= Self.mostWays
        }
        if let only { return only }
        var followed: Set<String> = []
        try look(at: number + 1) { record in
            if let link = links.first(where: record.follows) { followed.insert(link) }
            return links.first.map(followed.contains) ?? true
        }
        guard let chosen = links.first(where: followed.contains) ?? links.first else { return nil }
        return try self.record(number, link: chosen)
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

    /// What the entries say that they are that have come since a moment, the newest first and of very many the newest alone; and the moment
    /// of the newest.
    func recent(since seen: SentJournals.Arrival) throws -> (told: [Junction], newest: SentJournals.Arrival) {
        var (told, newest, count) = ([Junction](), seen, 0)
        let field = (name: JournalRecords.ledgerField, value: ledger)
        try journals.backwards(with: field, ["NIANBAO_RECORD", "NIANBAO_CHAIN"]) { values, arrival in
            count += 1
            guard arrival > seen, count <= Self.mostRecent else { return true }
            newest = max(newest, arrival)
            if let number = values[0].flatMap({ RecordBounds.number($0) }), let link = values[1] {
                told.append(Junction(ledger: ledger, number: number, link: link))
            }
            return false
        }
        return (told, newest)
    }

    /// The lowest number above one under which there is a record, besides some by their links.
    func next(after number: Int, besides left: (Int) throws -> Set<String> = { _ in [] }) throws -> Int? {
        let isThere = { (number: Int) in
            let left = try left(number)
            return try self.first(number) { !left.contains($0.chain) } != nil
        }
        let near = number + Self.nearby
        if let next = try (number + 1...near).first(where: isThere) { return next }
        // Of all numbers that anybody has told.
        let told = try journal.values(of: "NIANBAO_RECORD", limit: 20).compactMap { RecordBounds.number($0) }
        return try told.filter { $0 > near }.sorted().first(where: isThere)
    }

    /// Whether there is a record under a number, and not only what is none.
    func has(_ number: Int) throws -> Bool { try first(number) { _ in true } != nil }

    /// The record with the lowest number, as one from which the others can be followed; `nil` where there is none.
    package func first() throws -> Junction? {
        guard let number = try next(after: 0), let record = try last(number) else { return nil }
        return Junction(ledger: ledger, number: number, link: record.chain)
    }

    private func take(_ answer: Result<StoredRecord, JournalRecords.Misfit>) -> StoredRecord? {
        switch answer {
        case .success(let record): return record
        case .failure(let misfit):
            if complaints.count < Self.mostComplaints, complaints.insert(misfit.complaint).inserted {
                leftOut.add(misfit: misfit.complaint)
            }
            return nil
        }
    }
}

extension StoredRecord {
    /// Whether it is the record after the one with a link.
    func follows(_ link: String) -> Bool { RecordChain.link(after: link, self) == chain }
}

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
    /// An entry of more bytes is no record: what a reader says of a file, and so a record, has a few millions at the most
    /// (`Limits.answerBytes`).
    static let longestEntry = 16 << 20
    /// So many bytes are read under one number, or of what has come in one look, whatever they are.
    private static let mostBytes = 4 * longestEntry
    /// What an entry counts at least.
    private static let leastBytes = 1 << 10
    /// What one counts that is too long: that it is unpacked so far is quick, and a few must not hide what lies behind them.
    private static let refusedBytes = longestEntry / 8
    /// So many records can follow from the same one.
    private static let mostWays = 1_000
    /// So many that bear the same link are told apart.
    private static let mostAlike = 16
    /// So many things that are no records are told apart.
    private static let mostComplaints = 1_000

    /// So many strays are told apart.
    static let mostStrays = 1_000
    private static let number = "NIANBAO_RECORD"
    private static let link = "NIANBAO_CHAIN"

    package let ledger: String
    private let journals: SentJournals
    private var journal: JournalReader { journals.all }
    /// What was found under a number and is no record.
    private(set) package var leftOut = LeftOut()
    private var complaints: Set<String> = []
    /// Where entries lie that are too long: each is unpacked once.
    private var refused: Set<JournalReader.Place> = []
    /// What was found beside the records that were sought, and is none of them, in the order in which it was found.
    private(set) var strays: [Stray] = []
    private var known: Set<Stray> = []

    package init(of ledger: String, in journals: SentJournals) {
        self.ledger = ledger
        self.journals = journals
    }

    /// Those of another ledger that the same sender has.
    package func other(_ ledger: String) -> RemoteRecords { RemoteRecords(of: ledger, in: journals) }

    /// Hands on what is there under a number until that is enough: one after the other, since each can be large. What is there twice is
    /// handed on twice. No other number can be looked at meanwhile.
    private func look(
        at number: Int, link: String? = nil, in one: JournalReader? = nil, _ isEnough: (StoredRecord) throws -> Bool
    ) throws {
        let journal = one ?? self.journal
        try journal.find(
            [(name: JournalRecords.ledgerField, value: ledger), (name: Self.number, value: String(number))])
        var bytes = 0
        while bytes < Self.mostBytes, try journal.advance() {
            guard link == nil || journal.value(of: Self.link) == link else {
                bytes += Self.leastBytes
                continue
            }
            guard let record = try take(journal, of: number, &bytes), record.number == number else { continue }
            if try isEnough(record) { return }
        }
    }

    /// The record at hand; `nil` where it is none, which is taken down.
    private func take(_ journal: JournalReader, of number: Int?, _ bytes: inout Int) throws -> StoredRecord? {
        let complaint: String
        if !refused.isEmpty, try refused.contains(journal.place()) {
            bytes += Self.refusedBytes
            return nil
        }
        switch journal.content(upTo: Self.longestEntry, JournalRecords.isWanted) {
        case .damaged: return nil
        case .tooLong:
            bytes += Self.refusedBytes
            refused.insert(try journal.place())
            complaint = "记录 \(number.map(String.init) ?? "")过长"
        case .whole(let entry, let size):
            bytes += max(Self.leastBytes, size)
            switch try JournalRecords.record(entry) {
            case .success(let record): return record
            case .failure(let misfit): complaint = misfit.complaint
            }
        }
        if complaints.count < Self.mostComplaints, complaints.insert(complaint).inserted {
            leftOut.add(misfit: complaint)
        }
        note(Stray(number: number ?? 0, link: "", complaint: complaint))
        return nil
    }

    private func note(_ stray: Stray) {
        if strays.count < Self.mostStrays, known.insert(stray).inserted { strays.append(stray) }
    }

    /// The record under a number that is the first of that kind; `nil` where none is.
    func first(
        _ number: Int, link: String? = nil, where isWanted: (StoredRecord) -> Bool
    ) throws -> StoredRecord? {
        var found: StoredRecord?
        try look(at: number, link: link) { record in
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

    /// The record at a junction.
    func record(at junction: Junction) throws -> StoredRecord? {
        try first(junction.number, link: junction.link, where: junction.isAt)
    }

    /// Whether a record is there, letter by letter.
    func has(_ record: StoredRecord) throws -> Bool {
        let identity = record.identity
        return try first(record.number, link: record.chain) { $0.identity == identity } != nil
    }

    /// The record under a number that follows from a link. Of several that do, the one is right that has come first, as it was followed then.
    func record(_ number: Int, after link: String) throws -> StoredRecord? {
        var links: Set<String> = []
        var only: StoredRecord?
        try look(at: number) { record in
            guard record.follows(link) else {
                note(Stray(record))
                return false
            }
            only = links.isEmpty ? record : only
            links.insert(record.chain)
            return links.count >= Self.mostWays
        }
        guard links.count > 1, let earliest = try earliest(number, after: link) else { return only }
        for link in links where link != earliest.chain { note(Stray(number: number, link: link, fits: true)) }
        return earliest
    }

    private func earliest(_ number: Int, after link: String) throws -> StoredRecord? {
        try journals.oldest { journal in
            var found: StoredRecord?
            try look(at: number, in: journal) { record in
                if record.follows(link) { found = record }
                return found != nil
            }
            return found
        }
    }

    /// All that bears a link under a number, of very much a part.
    func all(_ number: Int, link: String) throws -> [StoredRecord] {
        var found: [StoredRecord] = []
        try look(at: number, link: link) { record in
            if !found.contains(record) { found.append(record) }
            return found.count >= Self.mostAlike
        }
        return found
    }

    /// The links of all that is there under a number.
    func links(_ number: Int) throws -> Set<String> {
        var links: Set<String> = []
        try look(at: number) { record in
            links.insert(record.chain)
            return links.count >= Self.mostWays
        }
        return links
    }

    /// The record that has come last, whatever its number and its time, and when it came; `nil` where there is none.
    package func newest() throws -> (record: StoredRecord, arrival: SentJournals.Arrival)? {
        let newest = try journals.newest { journal -> StoredRecord? in
            try journal.find([(name: JournalRecords.ledgerField, value: ledger)])
            var (isThere, looks, bytes) = (try journal.goToEnd(), 0, 0)
            while isThere, looks < Self.longestLook, bytes < Self.mostBytes {
                let number = journal.value(of: Self.number).flatMap { RecordBounds.number($0) }
                if let record = try take(journal, of: number, &bytes) { return record }
                isThere = try journal.retreat()
                looks += 1
            }
            return nil
        }
        return newest.map { ($0.found, $0.arrival) }
    }

    /// What has come since `marks`, and is not what its number stands for: by a glance at its number and link, or read as a whole. Tells
    /// the highest number, and whether all was gone through.
    func sift(
        since marks: inout SentJournals.Marks, unless isSettled: (_ number: Int, _ link: String) throws -> Bool,
        _ stray: (StoredRecord) throws -> Stray?
    ) throws -> (highest: Int, isAtEnd: Bool) {
        var (highest, bytes) = (0, 0)
        try journals.goThrough((name: JournalRecords.ledgerField, value: ledger), since: &marks) { journal in
            let number = journal.value(of: Self.number).flatMap { RecordBounds.number($0) }
            highest = max(highest, number ?? 0)
            if let number, try isSettled(number, journal.value(of: Self.link) ?? "") { return false }
            if let record = try take(journal, of: number, &bytes), let stray = try stray(record) { note(stray) }
            return bytes >= Self.mostBytes || strays.count >= Self.mostStrays
        }
        return (highest, bytes < Self.mostBytes && strays.count < Self.mostStrays)
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
        let told = try journal.values(of: Self.number, limit: 20).compactMap { RecordBounds.number($0) }
        return try told.filter { $0 > near }.sorted().first(where: isThere)
    }

    /// Whether there is a record under a number, and not only what is none.
    func has(_ number: Int) throws -> Bool { try first(number) { _ in true } != nil }

    /// The record with the lowest number, as one from which the others can be followed; `nil` where there is none.
    package func first() throws -> Junction? {
        guard let number = try next(after: 0), let record = try last(number) else { return nil }
        return Junction(record, of: ledger)
    }
}

/// What came under the number of a record and is not that record.
package struct Stray: Sendable, Hashable {
    /// 0 where it says none.
    package let number: Int
    package let link: String
    /// Why it can't be a record at all.
    package var complaint: String?
    /// Whether it follows from the record that was followed before it.
    var fits = false
}

extension Stray {
    init(_ record: StoredRecord, fits: Bool = false) {
        self.init(number: record.number, link: record.chain, fits: fits)
    }
}

extension StoredRecord {
    /// Whether it is the record after the one with a link.
    func follows(_ link: String) -> Bool { RecordChain.link(after: link, self) == chain }
}

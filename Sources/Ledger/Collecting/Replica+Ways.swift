import GRDB

/// Which of the ways that the records of a ledger can be followed is gone.
extension Replica {
    /// Where the ways that persons have chosen lead.
    package struct Turning {
        /// The ways to go, in the order of their numbers.
        var ways: [Junction] = []
        /// Choices that were taken back: they may be made once more.
        var undone: [Junction] = []
        /// What can't be done as not all is there that it takes.
        var unreachable: [Way] = []
        var cut: Cut?

        /// Whether something that was followed has to be left first.
        package var leaves: Bool { cut != nil }
    }

    /// What has to be left, from a record on.
    struct Cut {
        let number: Int
        /// Whether it was decided against. What is not is open again.
        var isDecided = true
        /// The way that takes its place.
        var way: Junction?
        /// Who had the ledger by mistake, from where on.
        var origin: Origin?
    }

    /// The choices that stand: one takes back those before it that lie behind its own record, unless it was taken back itself.
    static func standing(_ ways: [Way]) -> [Way] {
        ways.reduce(into: []) { standing, way in
            if !way.isUndone { standing.removeAll { $0.junction.number >= way.junction.number } }
            standing.append(way)
        }
    }

    /// Where what persons have decided leads from here.
    package func turning(
        to decisions: LedgerDecisions, from sender: String, in records: RemoteRecords
    ) throws -> Turning {
        do {
            var turning = Turning()
            let standing = Self.standing(decisions.ways)
            turning.ways = standing.filter { !$0.isUndone }.map(\.junction)
            turning.undone = standing.filter(\.isUndone).map(\.junction)
            for way in standing where way.isUndone { try goBack(before: way, in: records, &turning) }
            for way in turning.ways where try turning.cut == nil && isLeft(way) {
                if try records.record(at: way) != nil {
                    turning.cut = Cut(number: way.number, isDecided: !way.isReturn, way: way)
                } else {
                    turning.unreachable.append(Way(junction: way, isUndone: false))
                }
            }
            turning.ways.sort { $0.number < $1.number }
            turning.ways.removeAll { way in turning.unreachable.contains { $0.junction == way } }
            if turning.cut == nil { turning.cut = try refuted(decisions.refused, by: sender, in: records) }
            return turning
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    /// Leaves what has to be left; nothing yet where much has come that was not gone through. Tells of which records nothing follows now.
    package func leave(_ turning: Turning, for sender: String, in records: RemoteRecords) throws -> [Int] {
        guard let cut = turning.cut else { return [] }
        do {
            var unusable: [Int] = []
            guard try sift(records).isAtEnd else { return [] }
            if cut.number <= last.number {
                let refused = try cut.isDecided ? cut.way.map { try self.refused(by: $0, in: records) } : nil
                unusable = try remake(before: cut.number, refusing: refused ?? [], isDecided: cut.isDecided)
            }
            guard let origin = cut.origin else { return unusable }
            try write { database in
                try database.execute(cached: "DELETE FROM origin WHERE number >= ?", arguments: [origin.number])
                if last.number >= origin.number { try Self.noteOrigin(of: origin.number, sender, database) }
            }
            return unusable
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    /// Turns to where the records were followed before a choice that was taken back. What the chain leads to by itself stays.
    private func goBack(before undone: Way, in records: RemoteRecords, _ turning: inout Turning) throws {
        let choice = undone.junction
        // A choice that was made before it says how it was then.
        let decided = turning.ways.first { $0.number == choice.number }
        var before: Junction?
        if decided == nil, let replaced = choice.replaced {
            var way = Junction(ledger: ledger, number: choice.number, link: replaced.link)
            (way.content, way.isReturn) = (replaced.content, true)
            before = way
        }
        // Over what was missing then it was led to the other one.
        let number = decided?.after.map { $0 + 1 } ?? choice.number
        if turning.cut == nil, try record(choice.number).map(choice.isAt) ?? false,
            try choice.replaced != nil || isLeap(choice)
        {
            guard try before.map({ try records.record(at: $0) != nil }) ?? true,
                try firstLack(from: number, in: records) == nil
            else { return turning.unreachable.append(undone) }
            turning.cut = Cut(number: number, isDecided: false)
        }
        if let before { turning.ways.append(before) }
    }

    /// Whether another way was gone than a person has chosen.
    private func isLeft(_ way: Junction) throws -> Bool {
        guard way.number <= last.number, let record = try record(way.number) else { return false }
        return !way.isAt(record)
    }

    /// Whether a record that a person has chosen was followed, and the chain does not lead to it.
    private func isLeap(_ way: Junction) throws -> Bool {
        guard let record = try record(way.number) else { return false }
        return try link(before: way.number).map { !record.follows($0) } ?? true
    }

    /// The record after another one; `nil` where none is there that fits.
    func next(after mark: Mark, in records: RemoteRecords, _ ways: [Junction]) throws -> StoredRecord? {
        let number = mark.number + 1
        if let way = ways.first(where: { $0.number >= number }),
            let record = try next(after: mark, in: records, to: way)
        {
            return record
        }
        return try records.record(number, after: mark.link)
    }

    /// The same on the way to a record that a person has chosen; `nil` where that says nothing.
    private func next(after mark: Mark, in records: RemoteRecords, to way: Junction) throws -> StoredRecord? {
        let number = mark.number + 1
        let goal = { try records.record(at: way) }
        if way.number == number { return try goal() }
        guard !way.isReturn else { return nil }
        guard let after = way.after, after <= mark.number else { return try records.has(number) ? nil : goal() }
        // What was missing then can have come since, and so can something else.
        guard let goal = try goal() else { return nil }
        let known = try bridges[way.number] ?? bridge(from: mark, to: goal, in: records) ?? []
        bridges[way.number] = known
        guard let step = known.first(where: { $0.number == number }) else { return goal }
        return try step.record(after: mark, in: records)
    }

    // MARK: What was left behind

    /// The links of the records under a number that were followed once, and another way then.
    func abandoned(_ number: Int) throws -> Set<String> {
        try read {
            Set(
                try String.fetchAll(
                    $0, cached: "SELECT chain FROM abandoned WHERE number = ?", arguments: [number]))
        }
    }

    /// All of them, by number.
    package func abandoned() throws -> [Stray] { try read { try Self.abandoned($0) } }

    /// Has records be known as such that were left behind once: a copy that was made anew does not know of them.
    package func abandon(_ left: [Stray]) throws {
        if !left.isEmpty { try write { try Self.abandon(left, $0) } }
    }

    static func abandoned(_ database: Database) throws -> [Stray] {
        try Row.fetchAll(database, cached: "SELECT number, chain FROM abandoned ORDER BY number, chain")
            .map { Stray(number: $0["number"], link: $0["chain"]) }
    }

    /// What is followed is not left behind any more. Tells whether there was any of that.
    static func takeUp(_ database: Database) throws -> Bool {
        try database.execute(
            cached: """
                DELETE FROM abandoned
                WHERE (number, chain) IN (SELECT number, chain FROM record WHERE number = abandoned.number)
                """)
        return database.changesCount > 0
    }

    /// The records from one on and before another one, as such that are left behind.
    static func left(from number: Int, to end: Int, _ database: Database) throws -> [Stray] {
        try Row.fetchAll(
            database, cached: "SELECT number, chain FROM record WHERE number >= ? AND number < ?",
            arguments: [number, end]
        ).map { Stray(number: $0["number"], link: $0["chain"]) }
    }

    static func abandon(_ left: [Stray], _ database: Database) throws {
        for one in left {
            try database.execute(
                cached: "INSERT OR IGNORE INTO abandoned (number, chain) VALUES (?, ?)",
                arguments: [one.number, one.link])
            try database.execute(
                cached: "DELETE FROM stray WHERE number = ? AND link = ?", arguments: [one.number, one.link])
        }
    }

    // MARK: Who has sent it

    /// From which record on they came from which sender.
    struct Origin {
        let number: Int
        let sender: String
    }

    static func origins(before number: Int, _ database: Database) throws -> [Origin] {
        try Row.fetchAll(
            database, cached: "SELECT number, sender FROM origin WHERE number < ? ORDER BY number", arguments: [number]
        ).map { Origin(number: $0["number"], sender: $0["sender"]) }
    }

    static func noteOrigin(of number: Int, _ sender: String, _ database: Database) throws {
        guard try origins(before: .max, database).last?.sender != sender else { return }
        try database.execute(
            cached: "INSERT OR REPLACE INTO origin (number, sender) VALUES (?, ?)", arguments: [number, sender])
    }

    /// What came last from a sender that does not have the ledger any more, as far as the right one, that had it before, has not sent the
    /// same.
    private func refuted(_ refused: Set<String>, by sender: String, in records: RemoteRecords) throws -> Cut? {
        guard !refused.isEmpty, case let origins = try read({ try Self.origins(before: .max, $0) }),
            let origin = origins.last, origin.sender != sender, refused.contains(origin.sender),
            origins.contains(where: { $0.sender == sender })
        else { return nil }
        let number = try firstLack(from: origin.number, in: records) ?? last.number + 1
        return Cut(number: number, origin: origin)
    }

    /// The first record that was followed, from one on, that a sender's journals don't have.
    private func firstLack(from start: Int, in records: RemoteRecords) throws -> Int? {
        guard start <= last.number else { return nil }
        return try (start...last.number).first { number in
            guard let own = try record(number) else { return false }
            return try !records.has(own)
        }
    }
}

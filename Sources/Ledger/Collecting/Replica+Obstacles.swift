/// What keeps the records of an office from being followed further.
extension Replica {
    /// Of so many records it is seen at once whether they are forks.
    private static let mostForks = 16

    func obstacle(in records: RemoteRecords, isThorough: Bool) throws -> ChainObstacle? {
        let newest = try records.newest()?.record
        if let newest, try !abandoned(newest.number).contains(newest.chain) {
            if newest.number > last.number, let obstacle = try obstacle(behindTheLastIn: records) { return obstacle }
            if let own = try record(newest.number), own.chain != newest.chain {
                return try fork(below: newest.number, in: records) ?? .unlinked(junction(newest))
            }
        }
        // Later records can have come before the one that is the newest now.
        guard isThorough || newest?.number != last.number else { return nil }
        return try obstacle(behindTheLastIn: records) ?? gap(in: records)
    }

    /// A fork among what has come since a moment, though the newest goes on with what was followed; and the moment of the newest.
    package func fork(
        in records: RemoteRecords, since seen: SentJournals.Arrival, confirmed: [Junction]
    ) throws -> (found: ChainObstacle?, seen: SentJournals.Arrival) {
        let (told, newest) = try records.recent(since: seen)
        let ways = Self.ways(confirmed.filter { $0.ledger == ledger })
        let ends = Set(ways.map(\.number))
        var (decided, strange) = (Set<Int>(), Set<Int>())
        for one in told where !decided.contains(one.number) {
            // What leads to a record that a person has chosen is what was missing before it.
            let isBridged = ways.contains { one.number < $0.number && one.number > $0.after ?? $0.number }
            guard !isBridged, let own = try record(one.number)?.chain else { continue }
            if own != one.link {
                strange.insert(one.number)
            } else if ends.contains(one.number) {
                // What had come before a person has chosen another way than that.
                decided.insert(one.number)
            }
        }
        for number in strange.sorted().prefix(Self.mostForks) {
            if let other = try other(number, in: records).fitting { return (.forked(junction(other)), newest) }
        }
        return (nil, newest)
    }

    /// Whether a record that was told of lies there still, and is neither followed nor left behind.
    package func isOpen(_ junction: Junction, in records: RemoteRecords) throws -> Bool {
        let own = try record(junction.number)?.chain
        guard own != junction.link, try !abandoned(junction.number).contains(junction.link),
            let other = try records.record(junction.number, link: junction.link)
        else { return false }
        // What follows from nothing is settled once the record has come that does.
        return try own == nil || link(before: junction.number).map(other.follows) ?? false
    }

    /// What is there under the next number, and does not fit.
    private func obstacle(behindTheLastIn records: RemoteRecords) throws -> ChainObstacle? {
        let left = try abandoned(last.number + 1)
        guard let record = try records.last(last.number + 1, where: { !left.contains($0.chain) }) else { return nil }
        return try fork(below: last.number, in: records) ?? .unlinked(junction(record))
    }

    private func gap(in records: RemoteRecords) throws -> ChainObstacle? {
        guard let number = try records.next(after: last.number, besides: abandoned), number > last.number + 1 else {
            return nil
        }
        let left = try abandoned(number)
        guard let record = try records.last(number, where: { !left.contains($0.chain) }) else { return nil }
        return .missing(last.number + 1...number - 1, then: junction(record))
    }

    /// The record at which the newest ones have left the way that was followed; none where they come from elsewhere.
    private func fork(below number: Int, in records: RemoteRecords) throws -> ChainObstacle? {
        for number in stride(from: number, to: 0, by: -1) {
            let other = try other(number, in: records)
            if let fitting = other.fitting { return .forked(junction(fitting)) }
            guard other.isThere else { return nil }
        }
        return nil
    }

    /// Whether there is another record under a number than the one that was followed, and the one that follows from those before.
    private func other(_ number: Int, in records: RemoteRecords) throws -> (isThere: Bool, fitting: StoredRecord?) {
        guard let own = try record(number) else { return (false, nil) }
        let (before, left) = try (link(before: number), abandoned(number))
        var isThere = false
        let fitting = try records.last(number) { record in
            guard record.chain != own.chain, !left.contains(record.chain) else { return false }
            isThere = true
            return before.map(record.follows) ?? false
        }
        return (isThere, fitting)
    }

    /// From what a record has to follow; `nil` where the one before is not there.
    private func link(before number: Int) throws -> String? { number == 1 ? "" : try record(number - 1)?.chain }

    private func junction(_ record: StoredRecord) -> Junction {
        Junction(ledger: ledger, number: record.number, link: record.chain)
    }
}

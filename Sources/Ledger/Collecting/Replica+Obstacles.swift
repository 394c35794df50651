/// What keeps the records of an office from being followed further.
extension Replica {
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
            guard let own = try record(number) else { return nil }
            let (before, left) = try (link(before: number), abandoned(number))
            var hasOthers = false
            let other = try records.last(number) { record in
                guard record.chain != own.chain, !left.contains(record.chain) else { return false }
                hasOthers = true
                return before.map(record.follows) ?? false
            }
            if let other { return .forked(junction(other)) }
            guard hasOthers else { return nil }
        }
        return nil
    }

    /// From what a record has to follow; `nil` where the one before is not there.
    private func link(before number: Int) throws -> String? { number == 1 ? "" : try record(number - 1)?.chain }

    private func junction(_ record: StoredRecord) -> Junction {
        Junction(ledger: ledger, number: record.number, link: record.chain)
    }
}

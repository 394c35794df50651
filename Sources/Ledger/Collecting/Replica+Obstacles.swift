/// What keeps the records of an office from being followed further.
extension Replica {
    func obstacle(in records: RemoteRecords, isThorough: Bool) throws -> ChainObstacle? {
        let newest = try records.newest()?.record
        if let newest, newest.number > last.number, let record = try records.all(last.number + 1).last {
            return try fork(below: last.number, in: records) ?? .unlinked(junction(record))
        }
        if let newest, let own = try record(newest.number), own.chain != newest.chain {
            return try fork(below: newest.number, in: records) ?? .unlinked(junction(newest))
        }
        // Later records can have come before the one that is the newest now.
        guard isThorough || newest?.number != last.number else { return nil }
        return try gap(in: records)
    }

    private func gap(in records: RemoteRecords) throws -> ChainObstacle? {
        guard let number = try records.next(after: last.number), number > last.number + 1,
            let record = try records.all(number).last
        else { return nil }
        return .missing(last.number + 1...number - 1, then: junction(record))
    }

    /// The record at which the newest ones have left the way that was followed; none where they come from elsewhere.
    private func fork(below number: Int, in records: RemoteRecords) throws -> ChainObstacle? {
        for number in stride(from: number, to: 0, by: -1) {
            guard let own = try record(number) else { return nil }
            let others = try records.all(number).filter { $0.chain != own.chain }
            guard !others.isEmpty else { return nil }
            let before = number == 1 ? "" : try record(number - 1)?.chain
            if let before, let other = others.last(where: { RecordChain.link(after: before, $0) == $0.chain }) {
                return .forked(junction(other))
            }
        }
        return nil
    }

    private func junction(_ record: StoredRecord) -> Junction {
        Junction(ledger: ledger, number: record.number, link: record.chain)
    }
}

/// What keeps the records of an office from being followed further.
extension Replica {
    func obstacles(in records: RemoteRecords, isThorough: Bool) throws -> [ChainObstacle] {
        let strays = try obstacles(ofStraysIn: records)
        // Where the office has gone on from elsewhere, what is missing is of no interest.
        let isElsewhere = strays.contains { if case .stray = $0 { false } else { true } }
        return isElsewhere ? strays : strays + [try obstacle(in: records, isThorough: isThorough)].compactMap(\.self)
    }

    private func obstacle(in records: RemoteRecords, isThorough: Bool) throws -> ChainObstacle? {
        let newest = try records.newest()?.record
        if let newest, newest.number > last.number, try !abandoned(newest.number).contains(newest.chain),
            let obstacle = try obstacle(behindTheLastIn: records)
        {
            return obstacle
        }
        // Later records can have come before the one that is the newest now.
        guard isThorough || newest?.number != last.number else { return nil }
        return try obstacle(behindTheLastIn: records) ?? gap(in: records)
    }

    private func obstacle(behindTheLastIn records: RemoteRecords) throws -> ChainObstacle? {
        try behindTheLast(in: records).map { .unlinked(try junction($0)) }
    }

    /// What is there under the next number, and does not fit.
    func behindTheLast(in records: RemoteRecords) throws -> StoredRecord? {
        let left = try abandoned(last.number + 1)
        return try records.last(last.number + 1) { !left.contains($0.chain) }
    }

    private func gap(in records: RemoteRecords) throws -> ChainObstacle? {
        guard let number = try records.next(after: last.number, besides: abandoned), number > last.number + 1 else {
            return nil
        }
        let left = try abandoned(number)
        guard let record = try records.last(number, where: { !left.contains($0.chain) }) else { return nil }
        return .missing(last.number + 1...number - 1, then: try junction(record))
    }

    /// From what a record has to follow; `nil` where the one before is not there.
    func link(before number: Int) throws -> String? { number == 1 ? "" : try record(number - 1)?.chain }

    func junction(_ record: StoredRecord) throws -> Junction {
        try Junction(record, of: ledger, replacing: self.record(record.number)?.identity)
    }
}

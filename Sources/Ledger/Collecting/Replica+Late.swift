import GRDB

/// What comes of an office after a person has had later records followed without it.
extension Replica {
    /// What has come late and leads to the records that were followed without it; a part of it where it is much.
    package func late(_ records: RemoteRecords, _ decisions: LedgerDecisions) throws -> [StoredRecord] {
        do {
            for way in Self.standing(decisions.ways) where !way.isUndone {
                let way = way.junction
                guard let goal = try record(way.number), way.isAt(goal) else { continue }
                var mark = try read { try Self.mark(before: way.number, $0) }
                guard let steps = try bridge(from: mark, to: goal, in: records), !steps.isEmpty else { continue }
                var found = Batch()
                for step in steps {
                    guard !found.isFull, let record = try step.record(after: mark, in: records) else { break }
                    found.append(record)
                    mark = step
                }
                return found.records
            }
            return []
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }

    /// The records between one and a later one, where all are there and lead from the one to the other; `nil` otherwise. What another way
    /// has left behind need not lead there, so it is sought backwards.
    func bridge(from mark: Mark, to goal: StoredRecord, in records: RemoteRecords) throws -> [Mark]? {
        // Of those that bear the link of a record, the one is that record that follows from another one.
        var (later, steps) = ([goal], [Mark]())
        for number in stride(from: goal.number - 1, to: mark.number, by: -1) {
            let links = try records.links(number)
            guard let link = links.first(where: { link in later.contains { $0.follows(link) } }) else { return nil }
            steps.append(Mark(number: number, link: link))
            later = try records.all(number, link: link)
        }
        return later.contains { $0.follows(mark.link) } ? steps.reversed() : nil
    }

    /// Takes over what has come late, and makes the tables as they would be had it come in time: what has come beside it was decided against
    /// by who had the records followed that it leads to. Gives all records of which nothing follows.
    package func take(late found: [StoredRecord], of records: RemoteRecords) throws -> [Int] {
        guard let first = found.first, let end = found.last else { return [] }
        do {
            let refused = try beside(found, in: records)
            return try remake(before: first.number, found, from: end.number + 1, refusing: refused)
        } catch let error as DatabaseError {
            throw Self.failure(error, in: folder)
        }
    }
}

extension Replica.Mark {
    /// The record that it marks, where it follows from another one.
    func record(after mark: Replica.Mark, in records: RemoteRecords) throws -> StoredRecord? {
        try records.first(number, link: link) { $0.follows(mark.link) }
    }
}

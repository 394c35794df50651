import GRDB

/// What comes of an office after a person has had later records followed without it.
extension Replica {
    /// What has come late and leads to the records that were followed without it; a part of it where it is much.
    package func late(_ records: RemoteRecords, _ decisions: LedgerDecisions) throws -> [StoredRecord] {
        do {
            for way in Self.standing(decisions.ways) where !way.isUndone {
                let way = way.junction
                guard let goal = try record(way.number), goal.chain == way.link else { continue }
                let mark = try read { try Self.mark(before: way.number, $0) }
                guard let steps = try bridge(from: mark, to: goal, in: records), !steps.isEmpty else { continue }
                var found = Batch()
                for step in steps {
                    guard !found.isFull, let record = try records.record(step.number, link: step.link) else { break }
                    found.append(record)
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
        var (later, steps) = (goal, [Mark]())
        while later.number > mark.number + 1 {
            guard let earlier = try records.first(later.number - 1, where: { later.follows($0.chain) }) else {
                return nil
            }
            steps.append(Mark(number: earlier.number, link: earlier.chain))
            later = earlier
        }
        return later.follows(mark.link) ? steps.reversed() : nil
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

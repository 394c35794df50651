import GRDB

/// What came under the numbers of records that were followed, and is none of these: forged, damaged, or of another way of the ledger. It is told
/// of as long as it lies in the journals.
extension Replica {
    /// Of so many strays it is seen at each look where they come from.
    private static let mostTraced = 64

    /// Where strays come from.
    private struct Trace {
        /// Each stray with the first one of those that lead to it.
        var roots: [Mark: Junction] = [:]
        /// The roots that follow from a record that was followed, the one that has come last first.
        var forks: [Junction] = []
        /// Those that follow from nothing.
        var loose: [Junction] = []
        /// Those that go on with what was left behind.
        var left: [Junction] = []
    }

    /// Goes through what has come since the last time. Tells the highest number that was met, and whether all was gone through.
    func sift(_ records: RemoteRecords) throws -> (highest: Int, isAtEnd: Bool) {
        let known = try read { database in
            let rows = try Row.fetchAll(database, cached: "SELECT file, place FROM seen")
            return Dictionary(rows.map { ($0["file"] as String, $0["place"] as Int64) }, uniquingKeysWith: max)
        }
        var marks = known.mapValues { UInt64(clamping: $0) }
        let result = try records.sift(since: &marks, unless: isSettled) { record in
            guard try self.record(record.number)?.says(whatIsSaidBy: record) != true else { return nil }
            return Stray(record, fits: try link(before: record.number).map(record.follows) ?? false)
        }
        let seen = marks.mapValues { Int64(clamping: $0) }
        guard seen != known else { return result }
        try write { database in
            try Self.keep(records.strays, upTo: number, database)
            try database.execute(cached: "DELETE FROM seen")
            for (file, place) in seen {
                try database.execute(cached: "INSERT INTO seen VALUES (?, ?)", arguments: [file, place])
            }
        }
        return result
    }

    /// Keeps strays in mind that nobody has decided about, and of very many some; those that fit are not kept away by others.
    static func keep(_ strays: [Stray], upTo number: Int, _ database: Database) throws {
        for fits in [true, false] {
            let strays = strays.filter { $0.number <= number && $0.fits == fits }
            guard !strays.isEmpty else { continue }
            let count = try Int.fetchOne(
                database, cached: "SELECT count(*) FROM stray WHERE fits = ?", arguments: [fits])
            for stray in strays.prefix(max(0, RemoteRecords.mostStrays - (count ?? 0))) {
                try database.execute(
                    cached: """
                        INSERT INTO stray (number, link, complaint, fits) SELECT ?1, ?2, ?3, ?4
                        WHERE NOT EXISTS (SELECT 1 FROM abandoned WHERE number = ?1 AND chain = ?2)
                        ON CONFLICT DO UPDATE SET fits = max(fits, excluded.fits)
                        """,
                    arguments: [stray.number, stray.link, stray.complaint ?? "", stray.fits])
            }
        }
    }

    /// Has all be gone through once more where there are strays: those that still lie there are found again.
    func forgetStrays() throws {
        guard try read({ try Int.fetchOne($0, cached: "SELECT 1 FROM stray LIMIT 1") }) != nil else { return }
        try write { try $0.execute(sql: "DELETE FROM stray; DELETE FROM seen") }
    }

    /// Whether nothing need be read of what comes under a number: it is still to be followed, or a person has decided about it.
    private func isSettled(_ number: Int, _ link: String) throws -> Bool {
        guard number <= self.number, let own = try record(number)?.chain else { return true }
        return try own != link && abandoned(number).contains(link)
    }

    /// What there is to tell of strays.
    func obstacles(ofStraysIn records: RemoteRecords) throws -> [ChainObstacle] {
        let trace = try trace(Self.mostTraced, in: records)
        var (found, loose) = ([ChainObstacle](), trace.loose)
        let root = try root(trace, in: records)
        if let root, loose.contains(root) || trace.left.contains(root) {
            found.append(.unlinked(root))
            loose.removeAll { $0 == root }
        } else if let fork = trace.forks.first(where: { $0 == root }) ?? trace.forks.first {
            found.append(.forked(fork))
        }
        return loose.isEmpty ? found : found + [.stray(Set(loose.map(\.number)).sorted())]
    }

    /// From where the office goes on, where that is not the way that was followed.
    private func root(_ trace: Trace, in records: RemoteRecords) throws -> Junction? {
        let going = try [records.newest()?.record, behindTheLast(in: records)].compactMap(\.self)
        for record in going where try self.record(record.number)?.chain != record.chain {
            let root =
                trace.roots[Mark(number: record.number, link: record.chain)]
                ?? trace.roots.first { record.comes(after: $0.key) }?.value
            if let root { return root }
        }
        return nil
    }

    /// What can't be records of that which came under their numbers.
    func complaints() throws -> [String] {
        try read { database in
            try String.fetchAll(
                database,
                cached: "SELECT complaint FROM stray WHERE complaint <> '' ORDER BY number, complaint LIMIT 20")
        }
    }

    /// The other ways that could have been gone when a person has chosen one: that was decided, too.
    func refused(by way: Junction, in records: RemoteRecords) throws -> [Stray] {
        let trace = try trace(RemoteRecords.mostStrays, in: records)
        return trace.roots.filter { mark, root in
            mark.number >= way.number && trace.forks.contains(root)
                && (root.number, root.link) != (way.number, way.link)
        }.map { Stray(number: $0.key.number, link: $0.key.link) }
    }

    private func trace(_ most: Int, in records: RemoteRecords) throws -> Trace {
        var trace = Trace()
        let strays = try strays(most)
        for mark in strays.sorted(by: { ($0.number, $0.link) < ($1.number, $1.link) }) {
            guard let (found, fits) = try find(mark, trace, in: records) else { continue }
            // What fits comes from what is followed, though another one bears the link of that.
            let before = fits ? nil : trace.roots.first { found.comes(after: $0.key) }?.value
            let root = try before ?? junction(found)
            trace.roots[mark] = root
            guard before == nil else { continue }
            if fits {
                trace.forks.append(root)
            } else if try abandoned(mark.number - 1).contains(where: found.follows) {
                trace.left.append(root)
            } else {
                trace.loose.append(root)
            }
        }
        let order = Dictionary(strays.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        trace.forks.sort { order[$0.mark] ?? .max < order[$1.mark] ?? .max }
        return trace
    }

    /// The record of a stray: of those that bear its link the one that fits, or else one that follows from another stray.
    private func find(
        _ mark: Mark, _ trace: Trace, in records: RemoteRecords
    ) throws -> (record: StoredRecord, fits: Bool)? {
        let (own, before) = try (record(mark.number), link(before: mark.number))
        let all = try records.all(mark.number, link: mark.link).filter { own?.says(whatIsSaidBy: $0) != true }
        if let before, let fitting = all.first(where: { $0.follows(before) }) { return (fitting, true) }
        let led = all.first { record in trace.roots.keys.contains(where: record.comes) }
        return (led ?? all.first).map { ($0, false) }
    }

    /// Those that fit first, and then those that have come last.
    private func strays(_ most: Int) throws -> [Mark] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: "SELECT number, link FROM stray WHERE complaint = '' ORDER BY fits DESC, rowid DESC LIMIT ?",
                arguments: [most]
            ).map { Mark(number: $0["number"], link: $0["link"]) }
        }
    }
}

extension Junction {
    fileprivate var mark: Replica.Mark { Replica.Mark(number: number, link: link) }
}

extension StoredRecord {
    /// Whether two say the same; the seal proves what is said, and says nothing.
    fileprivate func says(whatIsSaidBy other: StoredRecord) -> Bool {
        var other = other
        other.seal = seal
        return self == other
    }

    fileprivate func comes(after mark: Replica.Mark) -> Bool { mark.number == number - 1 && follows(mark.link) }
}

import GRDB

/// What came under the numbers of records that were followed, and is none of these: forged, damaged, or of another way of the ledger. It is told
/// of as long as it lies in the journals.
extension Replica {
    /// Of so many strays it is seen at each look where they come from.
    private static let mostTraced = 64

    /// From where strays lead on.
    private struct Trace {
        /// Each stray with the first one of those that lead to it.
        var roots: [Stray: Junction] = [:]
        /// The roots that follow from a record that was followed.
        var forks: [Junction] = []
        /// Those that follow from nothing.
        var loose: [Junction] = []
    }

    /// Goes through what has come since the last time. Tells the highest number that was met, and whether all was gone through.
    func sift(_ records: RemoteRecords) throws -> (highest: Int, isAtEnd: Bool) {
        let known = try read { database in
            let rows = try Row.fetchAll(database, cached: "SELECT file, place FROM seen")
            return Dictionary(rows.map { ($0["file"] as String, $0["place"] as Int64) }, uniquingKeysWith: max)
        }
        var marks = known.mapValues { UInt64(clamping: $0) }
        let result = try records.sift(since: &marks, unless: isSettled) { record in
            try self.record(record.number)?.says(whatIsSaidBy: record) ?? false
        }
        let seen = marks.mapValues { Int64(clamping: $0) }
        guard seen != known else { return result }
        try write { database in
            try Self.keep(records.strays, upTo: number, database)
            for (file, place) in seen {
                try database.execute(cached: "INSERT OR REPLACE INTO seen VALUES (?, ?)", arguments: [file, place])
            }
        }
        return result
    }

    /// Keeps strays in mind that nobody has decided about, and of very many some.
    static func keep(_ strays: Set<Stray>, upTo number: Int, _ database: Database) throws {
        let strays = strays.filter { $0.number <= number }
        guard !strays.isEmpty else { return }
        let count = try Int.fetchOne(database, cached: "SELECT count(*) FROM stray") ?? 0
        for stray in strays.prefix(max(0, RemoteRecords.mostStrays - count)) {
            try database.execute(
                cached: """
                    INSERT OR IGNORE INTO stray SELECT ?1, ?2, ?3
                    WHERE NOT EXISTS (SELECT 1 FROM abandoned WHERE number = ?1 AND chain = ?2)
                    """,
                arguments: [stray.number, stray.link, stray.complaint ?? ""])
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
        if let fork = trace.forks.first {
            found.append(.forked(fork))
        } else if let newest = try records.newest()?.record, let root = trace.roots[Stray(newest)],
            try record(newest.number)?.chain != newest.chain, loose.contains(root)
        {
            // It is what the office goes on with.
            found.append(.unlinked(root))
            loose.removeAll { $0 == root }
        }
        return loose.isEmpty ? found : found + [.stray(Set(loose.map(\.number)).sorted())]
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
        return trace.roots.filter { stray, root in
            stray.number >= way.number && trace.forks.contains(root)
                && (root.number, root.link) != (way.number, way.link)
        }.map(\.key)
    }

    private func trace(_ most: Int, in records: RemoteRecords) throws -> Trace {
        var trace = Trace()
        for stray in try strays(most) {
            let own = try record(stray.number)
            let found = try records.first(stray.number) { record in
                record.chain == stray.link && own?.says(whatIsSaidBy: record) != true
            }
            guard let found else { continue }
            if let before = trace.roots.first(where: { found.comes(after: $0.key) }) {
                trace.roots[stray] = before.value
                continue
            }
            let root = try junction(found)
            trace.roots[stray] = root
            if try link(before: found.number).map(found.follows) ?? false {
                trace.forks.append(root)
            } else {
                trace.loose.append(root)
            }
        }
        return trace
    }

    private func strays(_ most: Int) throws -> [Stray] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: "SELECT number, link FROM stray WHERE complaint = '' ORDER BY number, link LIMIT ?",
                arguments: [most]
            ).map { Stray(number: $0["number"], link: $0["link"]) }
        }
    }
}

extension StoredRecord {
    /// Whether two say the same; the seal proves what is said, and says nothing.
    fileprivate func says(whatIsSaidBy other: StoredRecord) -> Bool {
        var other = other
        other.seal = seal
        return self == other
    }

    fileprivate func comes(after stray: Stray) -> Bool { stray.number == number - 1 && follows(stray.link) }
}

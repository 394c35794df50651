import Foundation
import GRDB
import Linux
import Office
package import Reports

/// Reports that lie in the folder of another body than the one that they name.
extension Ledger {
    /// Has the current reports judged again that lie in the folder of another body by now, and those filed apart that do not any more: the roster
    /// has changed since they were judged.
    package func rejudgeMisplaced(by roster: Roster) throws {
        let placing = Placing(roster)
        let moved = try view { database in
            try Self.placed(database).filter { placing.isOther(than: $0.value.agency, in: $0.value.folders) }.keys
                .sorted()
        }
        guard !moved.isEmpty else { return }
        try write { database in
            for version in moved {
                try database.execute(
                    cached: "INSERT OR IGNORE INTO rejudging (version) VALUES (?)", arguments: [version])
            }
        }
    }

    /// The current versions that name a body and lay in folders: under which name each is filed, and in which folders it lay.
    private static func placed(_ database: Database) throws -> [Int64: (agency: String, folders: [String])] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT current.id, current.agency, arrival.folder FROM (\(currentVersions)) AS current
                JOIN arrival ON arrival.version = current.id
                WHERE folder IS NOT NULL AND current.result ->> '$.agency' IS NOT NULL
                """
        ).reduce(into: [:]) { versions, row in
            let folder = FileName(bytes: Array(row["folder"] as Data)).display
            versions[row["id"], default: (row["agency"], [])].folders.append(folder)
        }
    }
}

/// Whose report is in its place, by a roster.
private struct Placing {
    private let roster: Roster
    private let names: FiledNames
    private let bodies: Set<String>

    init(_ roster: Roster) {
        self.roster = roster
        names = FiledNames(roster)
        bodies = Set(roster.agencies.map(Self.filed))
    }

    private static func filed(_ agency: Agency) -> String { Filing(year: 0, agency: agency.name).agency }

    /// Whether a report is filed otherwise than what has lain in these folders is by now.
    func isOther(than filed: String, in folders: [String]) -> Bool {
        let body = names.body(Filing.own(of: filed))
        let owners = folders.compactMap { roster.agency(inFolder: $0).map(Self.filed) }
        // What the roster does not know is filed under its own name wherever it lies.
        let isMisplaced = bodies.contains(body) && !owners.isEmpty && !owners.contains(body)
        return isMisplaced != Filing.isApart(filed)
    }
}

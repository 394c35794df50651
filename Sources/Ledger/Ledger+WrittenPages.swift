package import Foundation
import GRDB
import Office
package import SystemPackage

/// What the status files were when they were written, so that one that somebody changed comes back.
extension Ledger {
    /// A status file that is not pending.
    package struct WrittenPage: Sendable {
        package let row: Int64
        package let page: Page
        package let version: Int64
        /// Below the status folder.
        package let path: FilePath
        package let written: WrittenFile?
    }

    /// The next files after a row, in the order of rows.
    package func writtenPages(after row: Int64, limit: Int) throws -> [WrittenPage] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: """
                    SELECT publication.rowid AS row, publication.*, year, agency, number
                    FROM publication LEFT JOIN version ON version.id = publication.version
                    WHERE written >= wanted AND publication.rowid > ? ORDER BY publication.rowid LIMIT ?
                    """,
                arguments: [row, limit]
            ).compactMap(WrittenPage.init)
        }
    }

    /// The files about all reports.
    package func writtenOverviews() throws -> [WrittenPage] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: """
                    SELECT rowid AS row, *, NULL AS year FROM publication
                    WHERE version = 0 AND NOT \(Self.ofAgency) AND written >= wanted
                    """
            ).compactMap(WrittenPage.init)
        }
    }

    /// When the oldest of the pages was written that change as time passes, going by their files; `nil` where one of them is pending.
    package func timedPagesWritten() throws -> Date? {
        let pages = Set(Page.timed.map(\.rawValue))
        let times = try writtenOverviews().filter { pages.contains($0.page.rawValue) }.map(\.written?.modified)
        guard times.count == pages.count, !times.contains(nil) else { return nil }
        return times.compactMap(\.self).min()
    }

    /// Records that files are what was written, under other stamps, and asks for those again that are not.
    package func note(restamped: [(WrittenPage, WrittenFile)], changed: [WrittenPage]) throws {
        guard !restamped.isEmpty || !changed.isEmpty else { return }
        try write { database in
            for (page, file) in restamped {
                try database.execute(
                    cached: "UPDATE publication SET stamp = ? WHERE rowid = ?", arguments: [file.stamp, page.row])
            }
            for page in changed { try Self.enqueue([page.page], version: page.version, database) }
        }
    }
}

extension Ledger.WrittenPage {
    fileprivate init?(_ row: Row) {
        guard let page = Page(rawValue: row["page"]) else { return nil }
        let year: String? = row["year"]
        let folder = year.map { Filing.path(year: $0, agency: row["agency"], version: row["number"]) }
        self.row = row["row"]
        self.page = page
        version = row["version"]
        path = FilePath(folder ?? "").appending(page.rawValue)
        let (stamp, digest): (String?, String?) = (row["stamp"], row["digest"])
        written = stamp.flatMap { stamp in digest.map { WrittenFile(stamp: stamp, digest: $0) } }
    }
}

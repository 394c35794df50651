import GRDB

/// Compares the tables of a ledger with those that follow from its records.
struct TableComparison {
    let ledger: Database
    let model: Database

    /// What is compared of a table, row by row, and how a row is called.
    private struct Look {
        let name: String
        let sql: String
        /// The table, where an earlier schema has none.
        var table: String?
    }

    /// The stamps of files are left out: a share that was mounted anew changes them, which is no news.
    private static let looks = [
        Look(
            name: "报告",
            sql: """
                SELECT year || ' ' || agency || ' 第 ' || number || ' 版' AS title, content || verdict || result || at || coalesce((
                        SELECT year || ' ' || agency || ' ' || number FROM version AS report
                        WHERE report.id = version.successor), '') AS body
                FROM version ORDER BY title
                """),
        Look(
            name: "到达登记",
            sql: """
                SELECT hex(coalesce(arrival.folder, '')) || '/' || CAST(arrival.name AS TEXT) || ' ' || arrival.at AS title,
                    version.content AS body
                FROM arrival JOIN version ON version.id = arrival.version ORDER BY title, body
                """),
        Look(
            name: "认定的报送时间",
            sql: """
                SELECT year || ' ' || agency || ' ' || at AS title, time || why AS body FROM acceptance
                ORDER BY title, body
                """),
        Look(
            name: "办公室的决定",
            sql: """
                SELECT year || ' ' || agency || ' 记录 ' || id AS title,
                    version || facts || at || coalesce(withdrawal || withdrawn, '') AS body
                FROM decision ORDER BY title
                """,
            table: "decision"),
        Look(
            name: "人工录入",
            sql: """
                SELECT year || ' ' || agency || ' 第 ' || number || ' 版' AS title, facts AS body
                FROM entered JOIN version ON version.id = entered.version ORDER BY title
                """,
            table: "entered"),
        Look(
            name: "办公室放入的文件",
            sql: "SELECT '记录 ' || id AS title, content || facts || at AS body FROM desk_file ORDER BY title",
            table: "desk_file"),
        Look(
            name: "名录登记", sql: "SELECT '记录 ' || id AS title, facts || at AS body FROM roster ORDER BY title",
            table: "roster"),
        Look(
            name: "先前的结论",
            sql: """
                SELECT version.year || ' ' || version.agency || ' 第 ' || version.number || ' 版 ' || until AS title,
                    superseded.result AS body
                FROM superseded JOIN version ON version.id = superseded.version ORDER BY title, body
                """),
        Look(
            name: "清理登记", sql: "SELECT first || '–' || last AS title, link AS body FROM pruned ORDER BY title, body",
            table: PruneFacts.Range.databaseTableName),
    ]

    func deviations() throws -> [String] {
        try Self.looks.filter { try $0.table.map { try ledger.tableExists($0) } ?? true }.flatMap(compare)
    }

    /// Both go by title, so that one pass finds what differs, however much there is.
    private func compare(_ look: Look) throws -> [String] {
        var deviations: [String] = []
        let (stored, expected) = try (Row.fetchCursor(ledger, sql: look.sql), Row.fetchCursor(model, sql: look.sql))
        var (left, right) = try (Line(stored.next()), Line(expected.next()))
        while left != nil || right != nil {
            if let left, let right, left.title == right.title {
                if left.body != right.body { deviations.append("\(look.name)“\(left.title)”与记录不符，被改动过。") }
            }
            let order = Line.order(left, right)
            if order < 0, let left { deviations.append("\(look.name)“\(left.title)”没有对应的记录，是插入的。") }
            if order > 0, let right { deviations.append("\(look.name)“\(right.title)”有记录而台账中没有，被删除了。") }
            if order <= 0 { left = try Line(stored.next()) }
            if order >= 0 { right = try Line(expected.next()) }
        }
        return deviations
    }

    private struct Line {
        let title: String
        let body: String

        init?(_ row: Row?) {
            guard let row else { return nil }
            title = row["title"]
            body = row["body"]
        }

        /// Below, at or above zero as the first comes before, with or after the second; by bytes, as SQLite sorts.
        static func order(_ one: Line?, _ other: Line?) -> Int {
            guard let one else { return 1 }
            guard let other else { return -1 }
            if one.title == other.title { return 0 }
            return one.title.utf8.lexicographicallyPrecedes(other.title.utf8) ? -1 : 1
        }
    }
}

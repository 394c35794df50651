import GRDB

extension Schema {
    /// The numbers by which years are compared, and where each rule found something: the pages of thousands of reports read no result.
    static func years(_ database: Database) throws {
        try database.execute(sql: measureTable)
        try database.execute(sql: breachTable)
        let decided = try Int64.fetchAll(
            database,
            sql: """
                SELECT id FROM version
                WHERE EXISTS (SELECT 1 FROM decision WHERE year = version.year AND agency = version.agency)
                """)
        for version in decided { try Ledger.settle(version, database) }
    }

    private static let measureTable = """
        -- The numbers of a version's tables that are compared with other years; NULL where a cell has none.
        CREATE TABLE measure (
            version INTEGER PRIMARY KEY REFERENCES version (id) ON DELETE CASCADE,
            gaps INTEGER NOT NULL,          -- cells of the form in which no number stands
            \(columns.map { "\($0.name) \($0.type)" }.joined(separator: ",\n            "))
        ) STRICT;
        \(measuring);
        CREATE TRIGGER version_measured AFTER INSERT ON version BEGIN
            \(measuring) WHERE judged.id = new.id;
        END;
        CREATE TRIGGER version_remeasured AFTER UPDATE OF result ON version BEGIN
            \(measuring) WHERE judged.id = new.id;
        END;
        """

    private static let breachTable = """
        -- Where a rule found something in a version.
        CREATE TABLE breach (
            version INTEGER NOT NULL REFERENCES version (id) ON DELETE CASCADE,
            rule TEXT NOT NULL,
            at TEXT NOT NULL,
            severity TEXT NOT NULL,
            is_waived INTEGER NOT NULL DEFAULT 0,   -- by the office, all that the rule found there
            PRIMARY KEY (version, rule, at)
        ) STRICT, WITHOUT ROWID;
        \(finding);
        CREATE TRIGGER version_found AFTER INSERT ON version BEGIN
            \(finding) AND judged.id = new.id;
        END;
        CREATE TRIGGER version_found_again AFTER UPDATE OF result ON version BEGIN
            DELETE FROM breach WHERE version = new.id;
            \(finding) AND judged.id = new.id;
        END;
        """

    /// A result that somebody has damaged is told of where it is read.
    private static let judged = "(SELECT id, iif(json_valid(result), result, '{}') AS result FROM version) AS judged"

    private static let finding = """
        INSERT OR IGNORE INTO breach (version, rule, at, severity)
        SELECT judged.id, finding.value ->> '$.rule', finding.value ->> '$.at', finding.value ->> '$.severity'
        FROM \(judged), json_each(result, '$.findings') AS finding
        WHERE finding.value ->> '$.rule' IS NOT NULL AND finding.value ->> '$.at' IS NOT NULL
            AND finding.value ->> '$.severity' IS NOT NULL
        """

    /// The form has 200 cells. The fees are a text of digits, every other cell is a whole number within the bounds of a count.
    private static let measuring = """
        INSERT OR REPLACE INTO measure
        SELECT judged.id, 200 - (SELECT count(*) FROM json_tree(result)
                WHERE (type = 'integer' AND value BETWEEN 0 AND 1000000000000
                    AND (path GLOB '$.requests*' OR path GLOB '$.review*' OR path GLOB '$.disclosure*'))
                    OR (type = 'text' AND key = 'fees_10k_yuan' AND path = '$.disclosure')),
            \(columns.map(\.value).joined(separator: ",\n            "))
        FROM \(judged)
        """

    /// A column of the table of measures, and what stands in it.
    private typealias Column = (name: String, type: String, value: String)

    private static let columns: [Column] = ofRequests + ofDisclosure + ofReview

    private static let ofRequests: [Column] = [
        column("received", total(of: ["received"])), column("carried_in", total(of: ["carried_in"])),
        column("granted", total(of: ["granted"])), column("partly_granted", total(of: ["partly_granted"])),
        column(
            "refused",
            total(
                of: [
                    "state_secret", "prohibited_by_law", "security_and_stability", "third_party_rights",
                    "internal_affairs", "process_information", "enforcement_files", "administrative_query",
                ], in: "refused")),
        column(
            "unavailable", total(of: ["not_held", "needs_creation", "unclear_after_correction"], in: "unavailable")),
        column(
            "not_processed",
            total(of: ["petition", "repeated", "publication", "excessive", "reconfirmation"], in: "not_processed")),
        column("other", total(of: ["correction_overdue", "fee_overdue", "other"], in: "other")),
        column("total", total(of: ["total"])), column("carried_out", total(of: ["carried_out"])),
    ]

    private static let ofDisclosure: [Column] = [
        column("normative_issued", ["disclosure.normative_documents[0]"]),
        column("normative_abolished", ["disclosure.normative_documents[1]"]),
        column("normative_in_force", ["disclosure.normative_documents[2]"]),
        column("licensing", ["disclosure.licensing"]), column("penalties", ["disclosure.penalties"]),
        column("coercion", ["disclosure.coercion"]),
        (
            "fees_10k_yuan", "TEXT",
            """
            iif(json_type(result, '$.disclosure.fees_10k_yuan') = 'text',
                result ->> '$.disclosure.fees_10k_yuan', NULL)
            """
        ),
    ]

    private static let ofReview: [Column] = [
        column("reconsideration", ["review.reconsideration[4]"]),
        column("reconsideration_corrected", ["review.reconsideration[1]"]),
        column("litigation", ["review.litigation_direct[4]", "review.litigation_after_reconsideration[4]"]),
        column("litigation_corrected", ["review.litigation_direct[1]", "review.litigation_after_reconsideration[1]"]),
    ]

    /// The last cells of rows of table 3.
    private static func total(of rows: [String], in group: String? = nil) -> [String] {
        rows.map { row in "requests.\"\(group.map { "\($0).\(row)" } ?? row)\"[6]" }
    }

    /// The sum of some cells; NULL where one has no number.
    private static func column(_ name: String, _ paths: [String]) -> Column {
        let cells = paths.map { path in
            """
            iif(json_type(result, '$.\(path)') = 'integer' AND result ->> '$.\(path)' BETWEEN 0 AND 1000000000000,
                result ->> '$.\(path)', NULL)
            """
        }
        return (name, "INTEGER", cells.joined(separator: " + "))
    }
}

/// How tables are written for WPS and Excel: a byte order mark, CRLF, and nothing that a spreadsheet would take for a formula.
enum CSV {
    /// The text of a file with these rows below a head. They are asked for one by one: a table of a year can have a column for each of
    /// thousands of bodies.
    static func text(head: [String], rows: some Sequence<[String]>) -> String {
        rows.reduce(into: self.head(head)) { text, row in text += line(row) }
    }

    /// The beginning of a file.
    static func head(_ head: [String]) -> String { "\u{FEFF}" + line(head) }

    static func line(_ row: [String]) -> String { row.map(field).joined(separator: ",") + "\r\n" }

    /// A field. What begins like a formula gets an apostrophe in front, as spreadsheets mark plain text.
    private static func field(_ text: String) -> String {
        let startsFormula = text.first.map { "=+-@＝＋－＠\t\r\n".contains($0) } ?? false
        let plain = startsFormula ? "'" + text : text
        let isPlain = !plain.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return isPlain ? plain : "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }
}

/// How tables are written for WPS and Excel: a byte order mark, CRLF, and nothing that a spreadsheet would take for a formula.
enum CSV {
    /// The text of a file with these rows.
    static func text(of rows: [[String]]) -> String {
        "\u{FEFF}" + rows.map { $0.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    /// A field. What begins like a formula gets an apostrophe in front, as spreadsheets mark plain text.
    private static func field(_ text: String) -> String {
        let startsFormula = text.first.map { "=+-@＝＋－＠\t\r\n".contains($0) } ?? false
        let plain = startsFormula ? "'" + text : text
        let isPlain = !plain.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        return isPlain ? plain : "\"" + plain.replacing("\"", with: "\"\"") + "\""
    }
}

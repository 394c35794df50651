/// The place of a cell in a sheet, as `AB12`, counted from 0.
struct CellReference: Hashable {
    var row: Int
    var column: Int

    /// What Excel has, at the most.
    static let rows = 1_048_576
    static let columns = 16_384

    init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }

    init?(_ text: some StringProtocol) {
        let text = String(text.filter { $0 != "$" }).uppercased()
        let letters = text.prefix { ("A"..."Z").contains($0) }
        guard (1...3).contains(letters.count), let number = Int(text.dropFirst(letters.count)),
            (1...CellReference.rows).contains(number)
        else { return nil }
        let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
        guard column <= CellReference.columns else { return nil }
        self.init(row: number - 1, column: column - 1)
    }
}

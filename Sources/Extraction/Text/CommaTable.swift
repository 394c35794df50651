import ReaderInterface

/// A table as text whose cells are parted by commas (CSV), as spreadsheets write it: RFC 4180, in any encoding that text comes in.
struct CommaTable {
    let limits: Limits

    /// The table as a sheet without a name.
    func grid(from bytes: [UInt8]) throws(Unreadable) -> CellGrid {
        guard bytes.count / 4 <= limits.sheetCharacters else { throw limits.reached(.sheetCharacters) }
        let text = try TextEncoding.text(of: bytes)
        var builder = CellGrid.Builder(limits)
        _ = builder.begin("")
        var (number, row, cell, isQuoted, wasQuoted) = (1, [String](), "", false, false)
        // Past the last column nothing is kept.
        func end() {
            if row.count < CellGrid.columns { row.append(cell) }
            (cell, wasQuoted) = ("", false)
        }
        for character in text {
            if isQuoted {
                if character == "\"" { (isQuoted, wasQuoted) = (false, true) } else { cell.append(character) }
            } else if character == "\"", cell.isEmpty || wasQuoted {
                // Two of them are one that belongs to the text.
                if wasQuoted { cell.append(character) }
                isQuoted = true
            } else if character == "," {
                end()
            } else if character.isNewline {
                end()
                try builder.add(number, row)
                (number, row) = (number + 1, [])
                guard number <= CellGrid.rows else { throw limits.reached(.sheetRows) }
            } else {
                cell.append(character)
            }
        }
        end()
        try builder.add(number, row)
        return builder.grid
    }
}

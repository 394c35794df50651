/// The cells of a workbook that a person has filled in, as text: the rows that have any, those too that are hidden.
package struct CellGrid: Sendable, Equatable, Codable {
    /// More sheets than these, and columns further to the right, are not looked at: the workbooks that an office fills in have fewer.
    package static let sheets = 8
    package static let columns = 32
    /// How many rows a sheet can have.
    package static let rows = 1_048_576

    package struct Sheet: Sendable, Equatable, Codable {
        package var name: String
        package var rows: [Row]

        package init(name: String, rows: [Row]) {
            self.name = name
            self.rows = rows
        }
    }

    package struct Row: Sendable, Equatable, Codable {
        /// Counted from 1, as spreadsheets show it.
        package var number: Int
        package var cells: [String]

        package init(_ number: Int, _ cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }

    package var sheets: [Sheet]

    package init(_ sheets: [Sheet]) { self.sheets = sheets }
}

extension CellGrid {
    /// A bound of a grid. Lengths are in bytes of UTF-8.
    private enum Length {
        static let name = 120
        static let cell = 3_000
    }

    /// Takes in cells within the bounds: the reader makes a grid by it, and who hears the reader sees by it whether it has.
    package struct Builder {
        private let limits: Limits
        private var rows = 0
        private var characters = 0
        package private(set) var grid = CellGrid([])

        package init(_ limits: Limits) { self.limits = limits }

        /// Begins a sheet; false where it is one too many.
        package mutating func begin(_ name: String) -> Bool {
            guard grid.sheets.count < CellGrid.sheets else { return false }
            grid.sheets.append(Sheet(name: name.cut(toBytes: Length.name), rows: []))
            return true
        }

        /// Appends a row to the sheet that was begun last. Blanks at its end are none of its cells, and a row of blanks is none.
        package mutating func add(_ number: Int, _ cells: some Sequence<String>) throws(Unreadable) {
            var row = Row(number, [])
            for cell in cells.prefix(CellGrid.columns) {
                let cell = cell.cut(toBytes: Length.cell)
                characters += cell.unicodeScalars.count
                try limits.check(.sheetCharacters, characters)
                row.cells.append(cell)
            }
            while row.cells.last?.allSatisfy(\.isWhitespace) == true { row.cells.removeLast() }
            guard !row.cells.isEmpty, !grid.sheets.isEmpty else { return }
            rows += 1
            try limits.check(.sheetRows, rows)
            grid.sheets[grid.sheets.count - 1].rows.append(row)
        }
    }

    /// Whether a reader that keeps to the bounds can have written it.
    func isInBounds(_ limits: Limits) -> Bool {
        var builder = Builder(limits)
        for sheet in sheets {
            guard builder.begin(sheet.name) else { return false }
            for row in sheet.rows {
                guard (1...CellGrid.rows).contains(row.number) else { return false }
                do throws(Unreadable) {
                    try builder.add(row.number, row.cells)
                } catch {
                    return false
                }
            }
        }
        return builder.grid == self
    }
}

/// What the reader answers where it was asked for cells.
package struct GridAnswer: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        case grid(CellGrid)
        case unreadable(Unreadable)
    }

    package var format: Format
    package var content: Content
    /// The bytes end too early: most likely somebody is still writing them.
    package var isCutOff: Bool

    package init(format: Format, content: Content, isCutOff: Bool = false) {
        self.format = format
        self.content = content
        self.isCutOff = isCutOff
    }

    package init(_ reason: Unreadable, of format: Format) {
        self.init(format: format, content: .unreadable(reason))
    }
}

extension GridAnswer: ReaderReply {
    package typealias Value = CellGrid
    package static let subject = ReaderRequest.Subject.grid

    /// Each character escaped, and what stands around cells, rows and sheets.
    package static func longest(within limits: Limits) -> Int {
        min(limits.sheetCharacters, 1 << 40) * 6 + min(limits.sheetRows, 1 << 40) * (CellGrid.columns * 3 + 40) + 10_000
    }
}

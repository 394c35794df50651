import CXLSXWriter
import Foundation

/// Writes a sheet through the library.
@safe struct SheetWriter {
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: Formats
    private var links = 0
    private var grid = SheetGrid()
    private var count = 0

    init(sheet: UnsafeMutablePointer<lxw_worksheet>, formats: Formats) {
        unsafe self.sheet = unsafe sheet
        self.formats = formats
    }

    /// Begins a sheet with the rows that it has.
    mutating func begin(_ content: Sheet) throws(WorkbookFailure) {
        for (column, width) in content.widths.enumerated() {
            var options = lxw_row_col_options()
            options.hidden = content.hiddenColumns.contains(column) ? 1 : 0
            try WorkbookFailure.check(
                unsafe worksheet_set_column_opt(sheet, UInt16(column), UInt16(column), width, nil, &options))
        }
        for (place, row) in content.rows.enumerated() {
            if let height = content.heights[place] {
                try WorkbookFailure.check(unsafe worksheet_set_row(sheet, UInt32(place), height, nil))
            }
            try write(row)
        }
    }

    /// Writes the next row.
    mutating func write(_ row: [SheetCell]) throws(WorkbookFailure) {
        for placed in grid.place(row) { try write(placed) }
        count += 1
    }

    /// Ends the sheet after its last row.
    func end(_ content: Sheet) throws(WorkbookFailure) {
        layOut(content)
        try limitChoices(content)
        if content.isProtected { protect() }
    }

    private func limitChoices(_ content: Sheet) throws(WorkbookFailure) {
        guard count > content.frozenRows else { return }
        for (column, words) in content.choices {
            var texts = unsafe words.map { unsafe strdup($0) } + [nil]
            defer { unsafe texts.forEach { unsafe free($0) } }
            let error = unsafe texts.withUnsafeMutableBufferPointer { list in
                var rule = unsafe lxw_data_validation()
                unsafe rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
                unsafe rule.value_list = list.baseAddress
                return unsafe worksheet_data_validation_range(
                    sheet, UInt32(content.frozenRows), UInt16(column), UInt32(count - 1), UInt16(column),
                    &rule)
            }
            try WorkbookFailure.check(error)
        }
    }

    /// What helps with reading stays allowed.
    private func protect() {
        var allowed = lxw_protection()
        (allowed.autofilter, allowed.format_columns, allowed.format_rows) = (1, 1, 1)
        unsafe worksheet_protect(sheet, nil, &allowed)
    }

    private func layOut(_ content: Sheet) {
        unsafe worksheet_freeze_panes(sheet, UInt32(content.frozenRows), UInt16(content.frozenColumns))
        let last = max(count, content.frozenRows) - 1
        if content.hasFilter, content.frozenRows > 0, grid.width > 0 {
            _ = unsafe worksheet_autofilter(
                sheet, UInt32(content.frozenRows - 1), 0, UInt32(last), UInt16(grid.width - 1))
        }
        if content.frozenRows > 0 { _ = unsafe worksheet_repeat_rows(sheet, 0, UInt32(content.frozenRows - 1)) }
        let a4: UInt8 = 9
        unsafe worksheet_set_paper(sheet, a4)
        if content.isLandscape { unsafe worksheet_set_landscape(sheet) }
        unsafe worksheet_fit_to_pages(sheet, 1, 0)
    }

    private mutating func write(_ placed: SheetGrid.Placed) throws(WorkbookFailure) {
        let cell = placed.cell
        let (row, column) = (UInt32(placed.row), UInt16(placed.column))
        if cell.rows > 1 || cell.columns > 1 {
            // Merging needs a first text; what belongs there is written over it.
            try WorkbookFailure.check(
                unsafe worksheet_merge_range(
                    sheet, row, column, row + UInt32(cell.rows - 1), column + UInt16(cell.columns - 1), "",
                    formats.format(cell.style)))
        }
        try WorkbookFailure.check(write(cell, row, column))
    }

    private mutating func write(_ cell: SheetCell, _ row: UInt32, _ column: UInt16) -> lxw_error {
        switch cell.content {
        case .blank: unsafe worksheet_write_blank(sheet, row, column, formats.format(cell.style))
        case .text(let text): write(text, row, column, cell.style)
        case .count(let count): write(Double(count), row, column, cell.style)
        case .decimal(let digits):
            if let number = Double(digits), digits.count(where: \.isNumber) <= SheetWriter.keptDigits {
                write(number, row, column, cell.style)
            } else {
                write(digits, row, column, cell.style)
            }
        case .moment(let date, let zone): write(date, zone, row, column, cell.style)
        case .link(let text, let address): write(text, to: address, row, column, cell.style)
        }
    }

    /// Spreadsheets keep numbers in 64 bits.
    private static let keptDigits = 15
    /// What a cell holds at most.
    private static let mostCharacters = 32_767
    /// What a link holds at most.
    private static let mostAddress = 2_000
    /// How many links a sheet has at most; what comes after them is text.
    private static let mostLinks = 65_530

    private func write(_ text: String, _ row: UInt32, _ column: UInt16, _ style: SheetCell.Style) -> lxw_error {
        let text = String(text.prefix(SheetWriter.mostCharacters))
        return unsafe worksheet_write_string(sheet, row, column, text, formats.format(style))
    }

    private func write(_ number: Double, _ row: UInt32, _ column: UInt16, _ style: SheetCell.Style) -> lxw_error {
        unsafe worksheet_write_number(sheet, row, column, number, formats.format(style))
    }

    private func write(
        _ date: Date, _ zone: TimeZone, _ row: UInt32, _ column: UInt16, _ style: SheetCell.Style
    ) -> lxw_error {
        // Days since 30 December 1899, with the zone's time put in: spreadsheets know no zones.
        let local = date.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: date))
        let days = (local / 60).rounded(.down) / (24 * 60) + 25_569
        return unsafe worksheet_write_number(sheet, row, column, days, formats.format(style, .moment))
    }

    private mutating func write(
        _ text: String, to address: String, _ row: UInt32, _ column: UInt16, _ style: SheetCell.Style
    ) -> lxw_error {
        guard address.utf8.count <= SheetWriter.mostAddress, links < SheetWriter.mostLinks else {
            return write(text, row, column, style)
        }
        links += 1
        return unsafe worksheet_write_url_opt(
            sheet, row, column, "external:" + address, formats.format(style, isLink: true), text, nil)
    }
}

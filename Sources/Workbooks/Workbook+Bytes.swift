import CXLSXWriter
import Foundation

extension Workbook {
    /// The workbook as the bytes of an .xlsx file.
    package func bytes() throws -> [UInt8] {
        unsafe try Self.bytes { book, formats in
            for sheet in sheets {
                let writer = unsafe try Self.begin(sheet, book, formats)
                try writer.end(sheet)
            }
        }
    }

    /// The bytes of a workbook of one sheet, to whose rows others are added one by one: so hundreds of thousands of them need not be held.
    package static func bytes(
        of sheet: Sheet, adding rows: (inout AddedRows) throws -> Void
    ) throws -> [UInt8] {
        unsafe try bytes { book, formats in
            var added = unsafe AddedRows(writer: try begin(sheet, book, formats))
            try rows(&added)
            try added.writer.end(sheet)
        }
    }

    /// The library writes files only; the one that it gets for that is gone before this returns.
    private static func bytes(_ fill: (UnsafeMutablePointer<lxw_workbook>, Formats) throws -> Void) throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(component: "nianbao-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        guard let book = unsafe workbook_new(file.path(percentEncoded: false)) else {
            throw WorkbookFailure(words: "out of memory")
        }
        do {
            unsafe try fill(book, Formats(book))
        } catch {
            // Closing is what frees the book.
            _ = unsafe workbook_close(book)
            throw error
        }
        try WorkbookFailure.check(unsafe workbook_close(book))
        return [UInt8](try Data(contentsOf: file))
    }

    private static func begin(
        _ sheet: Sheet, _ book: UnsafeMutablePointer<lxw_workbook>, _ formats: Formats
    ) throws(WorkbookFailure) -> SheetWriter {
        try WorkbookFailure.check(unsafe workbook_validate_sheet_name(book, sheet.name))
        // A sheet whose cells reach into no other row leaves the memory row by row.
        unsafe book.pointee.options.constant_memory = sheet.hasTallCells ? 0 : 1
        guard let target = unsafe workbook_add_worksheet(book, sheet.name) else {
            throw WorkbookFailure(words: "out of memory")
        }
        var writer = unsafe SheetWriter(sheet: target, formats: formats)
        try writer.begin(sheet)
        return writer
    }
}

/// Takes the rows that are added to a sheet.
package struct AddedRows {
    fileprivate var writer: SheetWriter

    package mutating func write(_ row: [SheetCell]) throws { try writer.write(row) }
}

extension WorkbookFailure {
    /// Throws what the library says of an error.
    static func check(_ error: lxw_error) throws(WorkbookFailure) {
        guard error != LXW_NO_ERROR else { return }
        throw WorkbookFailure(words: unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "\(error)")
    }
}

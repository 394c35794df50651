import CXLSXWriter
import Foundation

extension Workbook {
    /// The workbook as the bytes of an .xlsx file.
    ///
    /// The library writes files only; the one that it gets for that is gone before this returns.
    package func bytes() throws -> [UInt8] {
        let file = FileManager.default.temporaryDirectory.appending(component: "nianbao-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: file) }
        try write(to: file.path(percentEncoded: false))
        return [UInt8](try Data(contentsOf: file))
    }

    private func write(to path: String) throws(WorkbookFailure) {
        guard let book = unsafe workbook_new(path) else { throw WorkbookFailure(words: "out of memory") }
        let formats = unsafe Formats(book)
        do throws(WorkbookFailure) {
            for sheet in sheets {
                try WorkbookFailure.check(unsafe workbook_validate_sheet_name(book, sheet.name))
                // A sheet whose cells reach into no other row leaves the memory row by row.
                unsafe book.pointee.options.constant_memory = sheet.hasTallCells ? 0 : 1
                guard let target = unsafe workbook_add_worksheet(book, sheet.name) else {
                    throw WorkbookFailure(words: "out of memory")
                }
                var writer = unsafe SheetWriter(sheet: target, formats: formats)
                try writer.write(sheet)
            }
        } catch {
            // Closing is what frees the book.
            _ = unsafe workbook_close(book)
            throw error
        }
        try WorkbookFailure.check(unsafe workbook_close(book))
    }
}

extension WorkbookFailure {
    /// Throws what the library says of an error.
    static func check(_ error: lxw_error) throws(WorkbookFailure) {
        guard error != LXW_NO_ERROR else { return }
        throw WorkbookFailure(words: unsafe lxw_strerror(error).map { unsafe String(cString: $0) } ?? "\(error)")
    }
}

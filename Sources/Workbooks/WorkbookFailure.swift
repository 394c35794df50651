/// Why a workbook could not be made; the words are those of the library.
package struct WorkbookFailure: Error, Sendable, Hashable {
    package let words: String
}

package import Documents
package import ReaderInterface

/// What came out of a file.
package struct Extract: Sendable, Equatable {
    package var format: Format
    package var document: Document

    package init(format: Format, document: Document) {
        self.format = format
        self.document = document
    }
}

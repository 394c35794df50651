/// How much of a file is read at the most. Whatever is over a limit is not judged at all.
package struct Limits: Sendable, Equatable {
    /// The size of the file, in bytes. A long report with pictures stays under 20 MB.
    package var fileBytes: Int
    /// The characters of text taken out of it. The longest real report has some 30,000.
    package var characters: Int
    /// The cells of all tables together. The form has about 250.
    package var cells: Int

    package init(fileBytes: Int = 100_000_000, characters: Int = 2_000_000, cells: Int = 100_000) {
        self.fileBytes = fileBytes
        self.characters = characters
        self.cells = cells
    }
}

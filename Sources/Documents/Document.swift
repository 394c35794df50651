/// A document as its file shows it: paragraphs and tables in order. It knows nothing of the form.
package struct Document: Sendable, Equatable, Codable {
    package var blocks: [Block]

    package init(blocks: [Block] = []) {
        self.blocks = blocks
    }
}

/// A head of a table that is not the form's: misprinted, in other words, or out of the form's order.
package struct HeadDeviation: Sendable, Hashable, Codable {
    package var table: FormTable
    /// As printed; the heads in their order where that is what differs.
    package var found: String
    /// The form's words, or its order.
    package var official: String
    /// Whether the order differs, not the words.
    package var isOrder: Bool

    package init(table: FormTable, found: String, official: String, isOrder: Bool = false) {
        self.table = table
        self.found = found
        self.official = official
        self.isOrder = isOrder
    }
}

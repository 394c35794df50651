/// A piece of a document.
package enum Block: Sendable, Equatable, Codable {
    /// Running text; it can hold line breaks.
    case paragraph(String)
    case table(Table)
}

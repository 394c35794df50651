/// The number in front of a list item, as text.
enum ListMarker {
    /// The marker and the text behind it. What programs draw between them is a gap; in Chinese text the mark needs none.
    static func joined(_ marker: String, _ text: String) -> String {
        guard let last = marker.last else { return text }
        // The marker stands behind a break of the page with which the paragraph begins.
        let text = text.drop(while: \.isNewline)
        let needsGap = last.isASCII && !last.isWhitespace && !text.isEmpty
        return marker + (needsGap ? " " : "") + text
    }
}

/// The heading of a section as the report prints it.
package struct Heading: Sendable, Hashable, Codable {
    /// Which of the six sections it opens.
    package var section: Section
    /// The number in front, as printed: `二、`, `2、`, or nothing.
    package var marker: String
    /// The title after the number, as printed, spaces around it taken off.
    package var title: String

    package init(section: Section, marker: String, title: String) {
        self.section = section
        self.marker = marker
        self.title = title
    }
}

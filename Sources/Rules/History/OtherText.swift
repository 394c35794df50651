package import Reports

/// The prose of a section in the report of another body.
package struct OtherText: Sendable, Equatable {
    package var agency: String
    package var section: Section
    package var paragraphs: [String]

    package init(agency: String, section: Section, paragraphs: [String]) {
        self.agency = agency
        self.section = section
        self.paragraphs = paragraphs
    }
}

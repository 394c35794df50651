package import Reports

/// The prose of a section in the report of another body.
package struct OtherText: Sendable, Equatable {
    package var agency: String
    package var section: Section
    package var text: Shingles

    package init(agency: String, section: Section, text: Shingles) {
        self.agency = agency
        self.section = section
        self.text = text
    }

    package init(agency: String, section: Section, paragraphs: [String]) {
        self.init(agency: agency, section: section, text: Shingles(paragraphs))
    }
}

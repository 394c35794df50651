package import Reports

/// What the reader answers about one file: its format, with the report in it or why there is none to be had.
///
/// It crosses the border between the process that parses untrusted bytes and the one that judges: `init(decoding:within:)` accepts
/// nothing that `encoded(within:)` would not write.
package struct ReaderAnswer: Sendable, Equatable {
    package enum Content: Sendable, Equatable {
        case report(Report)
        case unreadable(Unreadable)
    }

    package var format: Format
    package var content: Content
    /// The bytes end too early: most likely somebody is still writing them.
    package var isCutOff: Bool

    package init(format: Format, content: Content, isCutOff: Bool = false) {
        self.format = format
        self.content = content
        self.isCutOff = isCutOff
    }
}

extension ReaderAnswer {
    /// Why an answer is not accepted.
    package enum Violation: Error, Sendable, Hashable {
        /// It is longer than any answer.
        case size
        /// It is of another schema: the two programs are not of the same edition.
        case otherSchema
        /// It is no JSON, or not of the shape of the schema. The text says what was missed, for a log.
        case malformed(String)
        /// A part of the report is out of its bound.
        case bound(ReportBound)
        /// The reason why there is no report is none that the reader can have.
        case reason
    }
}

package import Reports

/// What a reader is asked: what to look for in the document on its input, and within what limits.
package struct ReaderRequest: Sendable, Equatable, Codable {
    /// What is looked for.
    package enum Subject: String, Sendable, Codable {
        /// The report of a bureau: a `ReaderAnswer`.
        case report
        /// The cells that a person of the office has filled in: a `GridAnswer`.
        case grid
    }

    package var subject: Subject
    package var limits: Limits

    package init(_ subject: Subject, within limits: Limits) {
        self.subject = subject
        self.limits = limits
    }
}

/// What a reader answers to a request of one kind.
package protocol ReaderReply: Sendable {
    /// What is read.
    associatedtype Value: Codable, Sendable
    static var subject: ReaderRequest.Subject { get }
    /// The name of the schema; it changes only with a break.
    static var schema: String { get }
    /// The longest answer, in bytes.
    static func longest(within limits: Limits) -> Int
    /// The answer in bytes that anybody can have written: nothing that is out of bounds is accepted.
    init(decoding bytes: [UInt8], within limits: Limits) throws(ReaderAnswer.Violation)
    /// That nothing can be had of the document.
    init(_ reason: Unreadable, of format: Format)
}

extension ReaderAnswer: ReaderReply {
    package typealias Value = Report
    package static let subject = ReaderRequest.Subject.report

    package static func longest(within limits: Limits) -> Int { limits.answerBytes }

    package init(_ reason: Unreadable, of format: Format) {
        self.init(format: format, content: .unreadable(reason))
    }
}

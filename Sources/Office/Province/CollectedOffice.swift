package import Foundation
package import Reports
package import Rules

/// An office whose records are collected, as far as they have come.
package struct CollectedOffice: Sendable, Equatable {
    package var name: String
    /// The certificate with which its records are sent.
    package var source: String
    package var ledger: String
    /// The last record that is shown.
    package var record: Int
    /// When that was recorded, by the office's clock.
    package var recordedAt: Date?
    /// The newest year first; reports of no known year last.
    package var years: [OfficeYear]

    package init(
        name: String, source: String, ledger: String, record: Int = 0, recordedAt: Date? = nil, years: [OfficeYear] = []
    ) {
        (self.name, self.source, self.ledger, self.record) = (name, source, ledger, record)
        (self.recordedAt, self.years) = (recordedAt, years)
    }

    /// Whether it is known from whom the office expects reports.
    package var hasRoster: Bool { years.contains { $0.expected > 0 } }
}

/// How the bodies of one office, or of several together, stand with their reports for a year.
package struct OfficeYear: Sendable, Equatable {
    /// Four digits, or words for the reports that do not say.
    package var year: String
    /// The bodies of the rosters.
    package var expected = 0
    /// Of these, whose report has come.
    package var submitted = 0
    /// Of these, whose report came after its last day.
    package var late = 0
    /// Of the bodies of the rosters, whose report has not come and whose last day is over.
    package var overdue = 0
    /// The current reports, those of bodies that no roster has among them.
    package var verdicts: [Verdict: Int] = [:]

    package init(year: String) { self.year = year }

    /// The bodies whose report has not come, and whose time is not over.
    package var missing: Int { expected - submitted - overdue }
    package var received: Int { verdicts.values.reduce(0, +) }

    package static func += (sum: inout OfficeYear, other: OfficeYear) {
        sum.expected += other.expected
        sum.submitted += other.submitted
        sum.late += other.late
        sum.overdue += other.overdue
        sum.verdicts.merge(other.verdicts, uniquingKeysWith: +)
    }
}

/// A body of an office, and its current report for a year.
package struct OfficeBody: Sendable, Equatable {
    package var office: String
    package var year: String
    package var agency: String
    package var group: String
    /// Whether its report is the sum of all the others.
    package var sumsUp: Bool
    /// Whether the office's roster has it.
    package var isListed: Bool
    package var state: DeskState
    /// The last day, 2025-01-31; `nil` for a body that the roster does not have, and for no known year.
    package var deadline: String?
    package var report: Submitted?
    /// Whether the first version of the report came after the last day.
    package var isLate = false

    package struct Submitted: Sendable, Equatable {
        package var version: Int
        package var receivedAt: Date
        package var errors: Int
        package var warnings: Int
        package var waived: Int
        package var isEntered: Bool

        package init(_ report: ReportSummary) {
            (version, receivedAt, errors, warnings) = (
                report.version, report.receivedAt, report.errors, report.warnings
            )
            (waived, isEntered) = (report.waived, report.isEntered)
        }

        package init(
            version: Int, receivedAt: Date, errors: Int, warnings: Int, waived: Int, isEntered: Bool
        ) {
            (self.version, self.receivedAt, self.errors, self.warnings) = (version, receivedAt, errors, warnings)
            (self.waived, self.isEntered) = (waived, isEntered)
        }
    }

    package init(
        office: String, year: String, agency: String, group: String, sumsUp: Bool, isListed: Bool, state: DeskState,
        deadline: String?, report: Submitted?, isLate: Bool = false
    ) {
        (self.office, self.year, self.agency, self.group) = (office, year, agency, group)
        (self.sumsUp, self.isListed, self.state, self.deadline) = (sumsUp, isListed, state, deadline)
        (self.report, self.isLate) = (report, isLate)
    }
}

/// The official tables of an office's bodies for a year, summed.
package struct OfficeSum: Sendable, Equatable {
    package var office: String
    package var year: Int
    /// The sum over the reports that count.
    package var tally: Tally
    /// How many these are.
    package var counted: Int
    /// How many bodies are not in it.
    package var leftOut: Int
    /// What the government's own report states, if it has come and counts.
    package var own: Tally?

    package init(office: String, year: Int, tally: Tally, counted: Int, leftOut: Int, own: Tally?) {
        (self.office, self.year, self.tally, self.counted) = (office, year, tally, counted)
        (self.leftOut, self.own) = (leftOut, own)
    }
}

/// Something about an office's records, or about what a sender sends, that a person must see to.
package struct OfficeTrouble: Sendable, Equatable {
    /// What is wrong. The raw value is what programs see.
    package enum Kind: String, Sendable, CaseIterable {
        /// Records between others have not come.
        case gap
        /// The office has gone on from an older copy of its ledger.
        case fork
        /// A record does not follow from those before.
        case unlinked
        /// Under the number of a record another one has come that fits nothing.
        case stray
        /// The office has begun another ledger.
        case newLedger = "new-ledger"
        /// Another sender calls itself by the name of an office.
        case twoOfOneName = "two-of-one-name"
        /// Another sender has records of the ledger of an office.
        case twoOfOneLedger = "two-of-one-ledger"
        /// The list of offices does not have it, or not with this sender.
        case unlisted
        /// An office calls itself by another name than before.
        case renamed
        /// What is sent says nothing of an office.
        case nameless
        /// Others than the service have written records.
        case foreign
        /// Records that tell of what is not there.
        case unusable
        /// The copy of its ledger on this machine is damaged or gone, and not all of it can be made anew.
        case copyLost = "copy-lost"
        /// The journals of a sender can't be read.
        case unreadable
        /// The machines of two offices have the same number.
        case sameMachine = "same-machine"
        /// Nothing has come for long.
        case silent
        /// The clock is off.
        case clock
        /// The office is on the list and has never been heard of.
        case unheard
    }

    package var kind: Kind
    /// The office, or the sender where it is not known of which office it is.
    package var about: String
    /// What is wrong and what to do, in Chinese.
    package var words: String
    package var since: Date
    /// Whether a person can have the records followed from where they stop (`nianbao collect confirm`).
    package var canBeConfirmed: Bool

    package init(_ kind: Kind, about: String, _ words: String, since: Date, canBeConfirmed: Bool = false) {
        (self.kind, self.about, self.words) = (kind, about, words)
        (self.since, self.canBeConfirmed) = (since, canBeConfirmed)
    }
}

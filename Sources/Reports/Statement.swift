/// A number that a sentence states about a matter of the form's tables.
package struct Statement: Sendable, Hashable, Codable {
    /// What is counted.
    package enum Matter: String, CaseIterable, Sendable, Codable {
        case received
        case carriedIn = "carried_in"
        /// 收办: received and carried in together.
        case undertaken
        case handled
        case carriedOut = "carried_out"
        case granted
        case partlyGranted = "partly_granted"
        case refused
        case unavailable
        case notProcessed = "not_processed"
        case otherwiseProcessed = "other"
        case reconsiderations
        case reconsiderationsUpheld = "reconsiderations_upheld"
        case reconsiderationsCorrected = "reconsiderations_corrected"
        case reconsiderationsOther = "reconsiderations_other"
        case reconsiderationsPending = "reconsiderations_pending"
        case litigations
        case litigationsUpheld = "litigations_upheld"
        case litigationsCorrected = "litigations_corrected"
        case litigationsOther = "litigations_other"
        case litigationsPending = "litigations_pending"
        case documentsIssued = "documents_issued"
        case documentsRepealed = "documents_repealed"
        case documentsInForce = "documents_in_force"
        case licences
        case penalties
        case coercions
    }

    /// The time over which it is counted.
    package enum Time: String, CaseIterable, Sendable, Codable {
        /// The year reported on, named or understood.
        case reportYear
        /// Another year, or a part of one.
        case another
    }

    /// Whose cases are counted, as far as the sentence says so.
    package enum Scope: String, CaseIterable, Sendable, Codable {
        /// Nothing said: those of the body that reports.
        case unmarked
        /// Those of its office alone.
        case office
        /// Those of the whole city, district or county.
        case region
        /// Only those put on record.
        case onRecord
    }

    package var matter: Matter
    package var number: Int
    /// The measure word as printed: 件, 份, 条; empty for a number told in words (未收到).
    package var unit: String
    package var time: Time
    package var scope: Scope
    /// The sentence, as printed.
    package var sentence: String
    package var section: Section

    package init(
        matter: Matter, number: Int, unit: String, time: Time, scope: Scope, sentence: String, section: Section
    ) {
        self.matter = matter
        self.number = number
        self.unit = unit
        self.time = time
        self.scope = scope
        self.sentence = sentence
        self.section = section
    }
}

/// What was found of one thing that nianbao rests on.
package struct Diagnosis: Sendable, Equatable, Encodable {
    package enum Outcome: String, Sendable, Encodable, CaseIterable {
        case good
        /// It works, and there is something to know.
        case notice
        /// Something has to be done.
        case trouble
    }

    /// What was looked at, a few words.
    package let topic: String
    package let outcome: Outcome
    /// What was found; of trouble also what to do.
    package let message: String

    init(_ topic: String, _ outcome: Outcome, _ message: String) {
        self.topic = topic
        self.outcome = outcome
        self.message = message
    }
}

/// Two accounts of the machine of which one put in a version of a report and the other the next one.
package struct Handover: Sendable, Equatable {
    package var before: String
    package var now: String

    package init(before: String, now: String) {
        self.before = before
        self.now = now
    }
}

/// What a file's name claims it is, where its content is something else.
package struct FileType: Sendable, Equatable {
    /// The extension of the name, `doc`.
    package var claimed: String
    /// What the content is, in the words of a clerk.
    package var found: String

    package init(claimed: String, found: String) {
        self.claimed = claimed
        self.found = found
    }
}

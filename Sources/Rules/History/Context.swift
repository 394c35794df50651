package import Reports

/// What is known beside the report itself. All of it is empty where a report is judged on its own.
package struct Context: Sendable, Equatable {
    /// Whether there is a roster, so that a body that is not on it is worth a word.
    package var hasRoster = false
    /// The body that reports, as the roster has it.
    package var agency: Agency?
    /// The body's report of the year before, the newest that was accepted.
    package var previous: EarlierReport?
    /// The texts of other bodies' reports of the same year.
    package var others: [OtherText] = []
    /// When the report came in, against its date; `nil` where no date holds.
    package var timing: Timing?
    /// Which version of its agency's report it is; `nil` where versions are not counted.
    package var version: Int?
    /// What the other bodies' reports of the same year add up to, where this report states their sum.
    package var aggregate: Aggregate?
    /// What the file's name claims, where it is not what the file holds.
    package var contradiction: FileType?
    /// The body in whose folder the report lies, where it is another than the one that the report names.
    package var folderOwner: Agency?
    /// The accounts that put in the version before and this one, where they are two.
    package var handover: Handover?
    package var thresholds = Thresholds()

    package init() {}

    /// The sections whose text must be new each year, and each body's own.
    package static let comparedSections: [Section] = [.overview, .problems]
}

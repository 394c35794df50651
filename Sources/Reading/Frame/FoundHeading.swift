import Reports

/// A heading with the piece of prose that it is.
struct FoundHeading: Equatable {
    /// The index of the piece in the prose.
    var index: Int
    var heading: Heading
    /// What stands behind the title in the same paragraph.
    var rest: String = ""
}

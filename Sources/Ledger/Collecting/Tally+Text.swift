import Reports

/// A tally as a table keeps it: the numbers of its cells in the order of the form, with nothing where none stands.
extension Tally {
    var text: String { Self.places.map { self[$0]?.digits ?? "" }.joined(separator: ",") }

    /// The tally of a text; one of another form has no cells.
    init(text: String) {
        self.init()
        let cells = text.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count == Self.places.count else { return }
        for (place, cell) in zip(Self.places, cells) { self[place] = ExactDecimal(sum: cell) }
    }
}

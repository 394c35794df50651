import Ledger

/// Files that are whole, that nothing stands in the way of, and that have no verdict all the same, look after look.
///
/// It can't happen, as far as anybody knows; if it does, it is told and not found out in February.
struct LeftBehind: Sendable {
    private var seen: [InboxPath: Int] = [:]

    /// Takes in what one look left without a verdict or a reason.
    mutating func observe(_ files: some Sequence<InboxPath>) {
        seen = Dictionary(uniqueKeysWithValues: files.map { ($0, (seen[$0] ?? 0) + 1) })
    }

    /// The files that two looks in a row left.
    var files: [InboxPath] { seen.filter { $0.value > 1 }.map(\.key) }
}

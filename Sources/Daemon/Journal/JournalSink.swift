package import Linux
package import SystemPackage

/// What takes journal entries, and shows those that it has.
package protocol JournalSink: Sendable {
    /// How it stands towards one more entry.
    var state: Journal.State { get }

    /// When the oldest entry that it shows was taken, in microseconds since 1970; `nil` where it shows none.
    func oldest() throws(Errno) -> UInt64?

    /// Takes an entry.
    func send(_ fields: [(name: String, value: String)]) throws(Errno)

    /// Some fields of each entry that has all of one of the given lists, in one reading; of several values for one field,
    /// one is enough.
    func entries(
        with lists: [(name: String, value: String)]..., showing names: Set<String>
    ) throws(Errno) -> [[String: String]]
}

extension Journal: JournalSink {}

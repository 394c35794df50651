package import Linux
package import SystemPackage

/// What takes journal entries.
package protocol EntryTaker: Sendable {
    /// How it stands towards one more entry.
    var state: Journal.State { get }

    /// Takes an entry.
    func send(_ fields: [(name: String, value: String)]) throws(Errno)

    /// Whether it holds an entry with all these fields; false also where it may not be read.
    func holds(_ fields: [(name: String, value: String)]) -> Bool
}

extension Journal: EntryTaker {}

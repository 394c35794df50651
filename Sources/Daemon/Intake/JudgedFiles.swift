import Ledger
import Linux

/// The files that have their verdict, each with its stamp at that time.
///
/// What the ledger has of a name with a number of a person is its starred form; what this run has met goes by its own name.
struct JudgedFiles: Sendable {
    private var stamps: [InboxPath: FileStamp]
    /// The files that are judged as new, whatever the ledger has of their names.
    private var forgotten: Set<InboxPath> = []

    init(_ stamps: [InboxPath: FileStamp]) {
        self.stamps = stamps
    }

    subscript(_ path: InboxPath) -> FileStamp? {
        get { forgotten.contains(path) ? nil : stamps[path] ?? stamps[path.kept] }
        set {
            forgotten.remove(path)
            stamps[path] = newValue
        }
    }

    /// Has a file judged as new.
    mutating func forget(_ path: InboxPath) { forgotten.insert(path) }
}

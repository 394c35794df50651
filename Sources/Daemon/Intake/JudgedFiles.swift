import Ledger
import Linux

/// The files that have their verdict, each with its stamp at that time.
///
/// What the ledger has of a name with a number of a person is its starred form; what this run has met goes by its own name.
struct JudgedFiles: Sendable {
    private var stamps: [InboxPath: FileStamp]

    init(_ stamps: [InboxPath: FileStamp]) {
        self.stamps = stamps
    }

    subscript(_ path: InboxPath) -> FileStamp? {
        get { stamps[path] ?? stamps[path.kept] }
        set { stamps[path] = newValue }
    }
}

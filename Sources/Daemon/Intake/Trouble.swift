import Alerts
import Linux

/// Why a file that is whole has no verdict.
struct Trouble: Sendable {
    let alert: Alert
    /// Not to be tried again while the file stays like this; `nil` where the next look tries.
    var heldBack: FileStamp?
    /// When nobody needs to know any more; `nil` while the file is there.
    var ends: ContinuousClock.Instant?
}

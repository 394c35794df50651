package import Ledger
import Linux

/// Tells when files are whole: when they have not changed for a while.
///
/// Size alone says little, since some writers set the full size first and the modification time last; the stamp has
/// also what only the system sets. A file is given far longer while somebody writes to it or has it open in an office program, and
/// where it is empty, since it is most likely about to be filled.
package struct WriteCompletion: Sendable {
    private struct Wait {
        var stamp: FileStamp
        /// When it changed last, or when its writer closed it.
        var since: ContinuousClock.Instant
        var isEdited = false
        var isWritten = false
        var isHeld = false
        /// It is known to end too early: how long it is given.
        var grace: Duration?
        /// It is whole, and nobody has had time for it.
        var isPostponed = false
    }

    private var quiet: Duration
    private var patience: Duration
    private var waits: [InboxPath: Wait] = [:]
    /// The files that the last look gave, which nobody has taken in yet.
    private var given: [InboxPath: Wait] = [:]

    package init(quiet: Duration, patience: Duration) {
        self.quiet = quiet
        self.patience = patience
    }

    /// Waits by other times, also for what is being waited for.
    package mutating func adopt(quiet: Duration, patience: Duration) {
        (self.quiet, self.patience) = (quiet, patience)
    }

    /// The files that are still being waited for.
    package var waiting: Set<InboxPath> { Set(waits.keys) }

    /// The files of these that are not known to be whole.
    package func unsettled(at now: ContinuousClock.Instant) -> Set<InboxPath> {
        Set(waits.filter { $0.value.since + time(for: $0.value) > now }.keys)
    }

    /// Takes in what a look met and gives the files that are whole, which are waited for no longer.
    ///
    /// A file that the look did not meet any more is forgotten.
    package mutating func observe(
        _ files: [ObservedFile], edited: Set<InboxPath> = [], written: Set<InboxPath> = [],
        held: Set<InboxPath> = [], at now: ContinuousClock.Instant
    ) -> [ObservedFile] {
        let before = waits
        (waits, given) = ([:], [:])
        return files.filter { file in
            var wait = before[file.path] ?? Wait(stamp: file.stamp, since: now)
            if wait.stamp != file.stamp { wait = Wait(stamp: file.stamp, since: now) }
            wait.isEdited = edited.contains(file.path)
            let (isWritten, isHeld) = (written.contains(file.path), held.contains(file.path))
            // Closed just now, or opened once more: it may be opened again.
            if (wait.isWritten, wait.isHeld) != (isWritten, isHeld) {
                wait = Wait(stamp: file.stamp, since: now, isEdited: wait.isEdited)
            }
            (wait.isWritten, wait.isHeld) = (isWritten, isHeld)
            let isWhole = wait.since + time(for: wait) <= now
            if isWhole { given[file.path] = wait } else { waits[file.path] = wait }
            return isWhole
        }
    }

    /// Gives files back that are whole and that nobody has had time for: the next look gives them again, at once.
    package mutating func postpone(_ files: some Sequence<ObservedFile>, at now: ContinuousClock.Instant) {
        for file in files {
            var wait = given[file.path] ?? Wait(stamp: file.stamp, since: now)
            wait.isPostponed = true
            waits[file.path] = wait
        }
    }

    /// Waits for a file once more: it was about to be read and had changed.
    package mutating func restart(_ file: ObservedFile, at now: ContinuousClock.Instant) {
        waits[file.path] = Wait(stamp: file.stamp, since: now)
    }

    /// Waits for the rest of a file that ends too early, until it has not changed for `time`; false where that is over.
    package mutating func awaitRest(
        of file: ObservedFile, for time: Duration, at now: ContinuousClock.Instant
    ) -> Bool {
        var wait = given[file.path] ?? Wait(stamp: file.stamp, since: now)
        guard wait.since + time > now else { return false }
        wait.grace = time
        wait.isPostponed = false
        waits[file.path] = wait
        return true
    }

    /// How long from now until the next file may be whole; `nil` when none is waited for.
    package func nextDue(after now: ContinuousClock.Instant) -> Duration? {
        waits.values.map { max(.zero, now.duration(to: $0.since + time(for: $0))) }.min()
    }

    private func time(for wait: Wait) -> Duration {
        if wait.isPostponed { return .zero }
        let isAboutToChange = wait.stamp.size == 0 || wait.isEdited || wait.isWritten
        return max(quiet, isAboutToChange ? patience : .zero, wait.grace ?? .zero)
    }
}

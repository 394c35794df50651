package import Ledger
package import Office
import Synchronization

/// What the parts of the daemon show to each other: the last figures, without asking a part that may be waiting.
package final class DaemonStatus: Sendable {
    private struct State {
        var figures = Figures()
        var receiving: [ReceivingFile] = []
        var deskNotes: [String] = []
        var isCaughtUp = false
        var present: Set<InboxPath>?
        var trouble: String?
    }

    private let state = Mutex(State())

    package init() {}

    package var figures: Figures { state.withLock(\.figures) }

    /// The files that have begun to arrive.
    package var receiving: [ReceivingFile] { state.withLock(\.receiving) }

    /// What is to be said of files of the office's folder that were not dealt with, a sentence each.
    package var deskNotes: [String] { state.withLock(\.deskNotes) }

    /// Shows that.
    package func show(deskNotes: [String]) {
        state.withLock { $0.deskNotes = deskNotes }
    }

    /// Whether what lay in the inbox at the start has been judged: what came while the daemon was down is in the ledger.
    package var isCaughtUp: Bool { state.withLock(\.isCaughtUp) }

    /// The files of the inbox when it was last trusted; `nil` before.
    package var present: Set<InboxPath>? { state.withLock(\.present) }

    /// Shows which files the inbox has.
    package func show(present: Set<InboxPath>) {
        state.withLock { $0.present = present }
    }

    /// Shows what the ledger holds.
    package func show(_ figures: Figures) {
        state.withLock { $0.figures = figures }
    }

    /// What keeps the whole from working, in a few words; it can be shown where nothing can be written.
    package var trouble: String? { state.withLock(\.trouble) }

    /// Shows what keeps the whole from working.
    package func show(trouble: String?) {
        state.withLock { $0.trouble = trouble }
    }

    /// Shows what has begun to arrive.
    package func show(receiving: [ReceivingFile]) {
        state.withLock { $0.receiving = receiving }
    }

    /// Shows that what lay in the inbox at the start has been judged.
    package func showCaughtUp() {
        state.withLock { $0.isCaughtUp = true }
    }
}

package import Office
import Synchronization

/// What the parts of the daemon show to each other: the last figures, without asking a part that may be waiting.
package final class Board: Sendable {
    private struct State {
        var figures = Figures()
        var receiving: [ReceivingFile] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var figures: Figures { state.withLock(\.figures) }

    /// The files that have begun to arrive.
    package var receiving: [ReceivingFile] { state.withLock(\.receiving) }

    /// Shows what the ledger holds.
    package func show(_ figures: Figures) {
        state.withLock { $0.figures = figures }
    }

    /// Shows what has begun to arrive.
    package func show(receiving: [ReceivingFile]) {
        state.withLock { $0.receiving = receiving }
    }
}

package import Linux
package import Logging

extension Intake {
    /// What the intake works with.
    package struct Parts: Sendable {
        package var inbox: Inbox
        package var archive: Archive
        package var ledger: Ledger
        package var board: Board
        package var pulses: Pulses
        package var bell: Bell
        package var inspect: Inspect
        package var log: Logger
        /// The room that is left for what is taken in; `nil` where nobody is to mind it.
        package var space: StateSpace?

        package init(
            inbox: Inbox, archive: Archive, ledger: Ledger, board: Board, pulses: Pulses, bell: Bell,
            inspect: @escaping Inspect, log: Logger, space: StateSpace? = nil
        ) {
            self.inbox = inbox
            self.archive = archive
            self.ledger = ledger
            self.board = board
            self.pulses = pulses
            self.bell = bell
            self.inspect = inspect
            self.log = log
            self.space = space
        }
    }
}

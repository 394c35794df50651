package import Linux

/// Whom the supervisor tells how the daemon is.
package protocol Notifier: Sendable {
    /// How soon after one sign of life the next is expected; `nil` when none is.
    var watchdogInterval: Duration? { get }

    /// Tells what is new: assignments such as `READY=1`, a line each.
    func notify(_ state: String)
}

extension ServiceManager: Notifier {}

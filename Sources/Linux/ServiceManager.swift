import CSystemd

/// The service manager that started this process, if one did. Without one, telling it something does nothing.
package struct ServiceManager: Sendable {
    package init() {}

    /// How soon after one sign of life the manager wants the next; `nil` when it does not watch this process.
    package var watchdogInterval: Duration? {
        var microseconds: UInt64 = 0
        guard unsafe sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }

    /// Tells what is new: assignments such as `READY=1`, a line each.
    package func notify(_ state: String) {
        // Nobody to tell is no error, and one that does not listen can't be told of it.
        unsafe _ = sd_notify(0, state)
    }
}

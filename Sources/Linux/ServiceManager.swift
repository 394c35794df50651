import CSystemd
import Glibc

/// The service manager that started this process, if one did. Without one, telling it something does nothing.
package struct ServiceManager: Sendable {
    package init() {}

    /// How soon after one sign of life the manager wants the next; `nil` when it does not watch this process.
    package var watchdogInterval: Duration? {
        var microseconds: UInt64 = 0
        guard unsafe sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
        return .microseconds(Int64(clamping: microseconds))
    }

    /// Now, on the clock by which the manager tells one reload from the next.
    package static var monotonicMicroseconds: UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000 + UInt64(time.tv_nsec) / 1_000
    }

    /// The unit of the machine's manager that this process is part of; `nil` where there is none.
    package static var unit: String? {
        var unit: UnsafeMutablePointer<CChar>?
        guard unsafe sd_pid_get_unit(0, &unit) >= 0, let name = unsafe unit else { return nil }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }

    /// Tells what is new: assignments such as `READY=1`, a line each.
    package func notify(_ state: String) {
        // Nobody to tell is no error, and one that does not listen can't be told of it.
        unsafe _ = sd_notify(0, state)
    }
}

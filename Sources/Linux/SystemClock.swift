import CKernel

/// The wall clock of this machine.
package enum SystemClock {
    /// Whether the kernel has been told by a program that keeps the time, as systemd-timesyncd and chrony do, that the clock is right.
    package static var isSynchronised: Bool { kernel_clock_is_synchronised() == 1 }
}

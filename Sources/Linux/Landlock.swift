import CKernel

/// The kernel's sandbox for files.
package enum Landlock {
    /// Whether this process may use it. Where the kernel has none, and where what is around this process does not know its calls, as an older
    /// container or an older systemd, the readers of documents do without.
    package static var isAvailable: Bool { kernel_landlock_version() > 0 }
}

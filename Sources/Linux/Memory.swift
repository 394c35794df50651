import CKernel

/// What this process does about memory.
package enum Memory {
    /// From now on gives large pieces back to the system as soon as they are free.
    ///
    /// By default the C library keeps pieces of the size that was freed last, for each thread anew: after some long answers of
    /// the worker a daemon would hold ten times what it needs, for good.
    package static func giveBackLargePieces() {
        _ = mallopt(M_MMAP_THRESHOLD, 1 << 18)
        _ = mallopt(M_ARENA_MAX, 2)
    }

    /// Gives back what lies free in small pieces, after work that took many. Costs some milliseconds where there are many.
    package static func giveBackFreed() { _ = malloc_trim(0) }
}

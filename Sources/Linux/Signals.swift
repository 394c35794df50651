import Glibc

/// What this process does about signals.
package enum Signals {
    /// Makes writing to a pipe that nobody reads an error of the writer, where it would end the process.
    package static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}

import Foundation

/// Standard output, where results are printed.
package enum StandardOutput {
    /// Prints a line at once, also into a pipe. Where nobody reads any more, nothing happens.
    package static let say: @Sendable (String) -> Void = { line in
        try? FileHandle.standardOutput.write(contentsOf: Data("\(line)\n".utf8))
    }
}

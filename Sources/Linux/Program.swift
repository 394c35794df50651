import Glibc
package import SystemPackage

/// Another program, run with a file for its input; it inherits nothing else of ours.
package struct Program: Sendable {
    /// How much a run may take.
    package struct Bounds: Sendable {
        package var time: Duration
        /// Bytes of standard output; one more ends the program.
        package var output: Int
        /// Bytes of standard error that are kept; the rest is dropped.
        package var standardError: Int

        package init(time: Duration, output: Int, standardError: Int) {
            self.time = time
            self.output = output
            self.standardError = standardError
        }
    }

    /// How a run ended.
    package enum End: Sendable, Hashable {
        case exited(Int32)
        /// By a signal that was not ours.
        case signalled(Int32)
        /// We ended it: it took too long, or said too much.
        case overTime
        case overOutput
    }

    private let path: FilePath
    private let arguments: [String]
    private let environment: [String]

    /// The environment, `NAME=value`, is all that the program gets of one.
    package init(_ path: FilePath, arguments: [String] = [], environment: [String] = []) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }

    /// Runs it to its end, and never beyond the bounds. Throws where it can't be started.
    ///
    /// It blocks the thread meanwhile: call it on a `BlockingExecutor`.
    package func run(reading input: borrowing Descriptor, within bounds: Bounds) throws(Errno) -> ProgramRun {
        let output = try Pipe()
        let standardError = try Pipe()
        var child = try ChildProcess(
            path.string, [path.string] + arguments, environment, input: input, output: output.writer,
            standardError: standardError.writer)
        var run = ProgramRun()
        // A child that goes beyond the bounds is ended with the value that stands for it.
        if try run.collect(output, standardError, until: child.end, within: bounds) { run.end = try child.wait() }
        return run
    }
}

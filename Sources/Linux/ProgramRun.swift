/// What came of running a program.
package struct ProgramRun: Sendable {
    package var end = Program.End.overTime
    /// What it wrote to standard output.
    package var output: [UInt8] = []
    /// The beginning of what it wrote to standard error.
    package var standardError: [UInt8] = []
}

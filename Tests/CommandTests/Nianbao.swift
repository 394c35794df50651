import Fixtures
import Foundation

/// The built program, run as a person or a script runs it.
struct Nianbao {
    let status: Int32
    let output: String
    let standardError: String

    var lines: [Substring] { output.split(separator: "\n") }

    init(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws {
        try self.init(arguments, input: input, environment: environment)
    }

    init(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], program: URL? = nil
    ) throws {
        let process = ChildProgram((program ?? Self.program).path(percentEncoded: false), arguments)
        process.environment = environment
        let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
        process.standardInput = .pipe(stdin)
        process.standardOutput = .pipe(stdout)
        process.standardError = .pipe(stderr)
        try process.run()
        try stdin.fileHandleForWriting.write(contentsOf: input)
        try stdin.fileHandleForWriting.close()
        output = String(decoding: try stdout.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        standardError = String(decoding: try stderr.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        status = process.terminationStatus
    }

    static let program = URL(filePath: Built.program("nianbao"))

    /// A sample report of the project.
    static func sample(_ name: String) -> String { Project.file("docs/samples/\(name)") }
}

import Foundation

/// Runs the scripts that lie beside this file.
enum Shell {
    /// The folder of the package.
    static let project = URL(filePath: #filePath).appending(path: "../../..").standardized.path()

    /// The program that was built together with these tests, beside them.
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "nianbao").path()

    /// The exit status of a script, and all that it wrote.
    static func run(_ script: String, _ arguments: String...) -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: project + "/Tests/SystemTests/" + script)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        do {
            try process.run()
            let text = try output.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            return (process.terminationStatus, String(decoding: text, as: UTF8.self))
        } catch {
            return (-1, "\(script): \(error)")
        }
    }
}

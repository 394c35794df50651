import Fixtures
import Foundation

/// LibreOffice, where it is installed: the other program that writes Word's binary documents here.
enum LibreOffice {
    static let isInstalled = FileManager.default.isExecutableFile(atPath: program)
    private static let program = "/usr/bin/soffice"

    struct Failure: Error {
        var status: Int32
    }

    /// Documents saved anew in Word's binary format, by their names.
    static func doc(of files: [String: [UInt8]]) throws -> [String: [UInt8]] {
        try converted(files, to: "doc", filter: "doc:MS Word 97")
    }

    /// Documents saved anew as Rich Text, by their names.
    static func rtf(of files: [String: [UInt8]]) throws -> [String: [UInt8]] {
        try converted(files, to: "rtf", filter: "rtf")
    }

    private static func converted(
        _ files: [String: [UInt8]], to type: String, filter: String
    ) throws -> [String: [UInt8]] {
        let folder = try ScratchFolder()
        for (name, bytes) in files { try Data(bytes).write(to: URL(filePath: folder.path("\(name).docx"))) }
        let process = ChildProgram()
        process.path = program
        process.arguments =
            ["-env:UserInstallation=file://\(folder.path("profile"))", "--headless", "--convert-to", filter]
            + ["--outdir", folder.path] + files.keys.sorted().map { folder.path("\($0).docx") }
        process.standardOutput = .null
        process.standardError = .null
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return try files.reduce(into: [:]) { made, file in
            made[file.key] = [UInt8](try Data(contentsOf: URL(filePath: folder.path("\(file.key).\(type)"))))
        }
    }
}

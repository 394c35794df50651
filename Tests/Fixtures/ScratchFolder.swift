package import Foundation

/// A folder for one test, gone with everything in it when the value ends.
package final class ScratchFolder: Sendable {
    /// The path, without an end slash.
    package let path: String

    package init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "nianbao-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path(percentEncoded: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The path of something in the folder.
    package func path(_ name: String) -> String { path + "/" + name }

    /// Makes a folder in it and gives its path.
    @discardableResult
    package func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
        return path(name)
    }

    /// Writes a file in it, in place, as a bureau's computer would.
    package func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    /// Writes a script in it that can be run, and gives its path.
    ///
    /// Another process makes it: a test that starts a program meanwhile would hold it open to be written, and it could not run.
    @discardableResult
    package func writeScript(_ text: String, to name: String) throws -> String {
        try write(text, to: name + ".text")
        try ChildProgram.run("/usr/bin/install", "-m", "0755", path(name + ".text"), path(name))
        return path(name)
    }

    /// Copies a file from elsewhere into it.
    package func copy(_ source: String, to name: String) throws {
        try FileManager.default.copyItem(atPath: source, toPath: path(name))
    }

    /// Sets the permission bits of something in it.
    package func permit(_ mode: Int, _ name: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path(name))
    }

    /// Makes a named pipe in it.
    package func makePipe(_ name: String) throws {
        try ChildProgram.run("/usr/bin/mkfifo", path(name))
    }

    /// The text of a file in it.
    package func text(of name: String) throws -> String {
        try String(contentsOf: URL(filePath: path(name)), encoding: .utf8)
    }

    /// The names in it, or in a folder in it, in order.
    package func names(in name: String = "") throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    }

    /// All files below a folder in it, with their bytes.
    package func files(in name: String) throws -> [String: Data] {
        var files: [String: Data] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: path(name)) {
            let url = URL(filePath: path("\(name)/\(file)"))
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                files[file] = try Data(contentsOf: url)
            }
        }
        return files
    }
}

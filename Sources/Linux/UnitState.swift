import FoundationEssentials
import SystemPackage

/// What the machine's service manager says of a unit.
package struct UnitState: Sendable {
    private static let bounds = Program.Bounds(time: .seconds(10), output: 1 << 16, standardError: 0)
    private static let names =
        "LoadState,ActiveState,SubState,Result,ExecMainStatus,MainPID,StatusText,LoadCredential,LoadCredentialEncrypted,SetCredential"

    private let properties: [String: [String]]

    /// Asks `systemctl`. `nil` where there is no service manager, or it does not know the unit.
    package init?(of unit: String) {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let paths = folders.map { FilePath(String($0)).appending("systemctl") }
        guard let path = paths.first(where: { FileManager.default.isExecutableFile(atPath: $0.string) }) else {
            return nil
        }
        let program = Program(
            path, arguments: ["show", "--no-pager", "--property=\(Self.names)", unit],
            environment: environment.map { "\($0)=\($1)" })
        guard let nothing = try? Descriptor(inMemory: "nothing", []),
            let run = try? program.run(reading: nothing, within: Self.bounds), run.end == .exited(0)
        else { return nil }
        var properties: [String: [String]] = [:]
        for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 { properties[parts[0], default: []].append(parts[1]) }
        }
        guard properties["LoadState"]?.first == "loaded" else { return nil }
        self.properties = properties
    }

    /// Whether it runs, or is on its way.
    package var isRunning: Bool {
        ["active", "reloading", "activating"].contains(properties["ActiveState"]?.first) && failure == nil
    }
    /// Whether it is on its way.
    package var isStarting: Bool { isRunning && properties["ActiveState"]?.first == "activating" }
    /// With which status it ended, where it has failed, or is started again and again; `nil` where it has not.
    package var failure: Int? {
        guard properties["ActiveState"]?.first == "failed" || properties["SubState"]?.first == "auto-restart" else {
            return nil
        }
        return properties["ExecMainStatus"]?.first.flatMap { Int($0) } ?? 0
    }
    /// Its process; `nil` where it has none.
    package var process: Int? { properties["MainPID"]?.first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil } }
    /// What it says of itself.
    package var words: String { properties["StatusText"]?.first ?? "" }
    /// The names of the credentials that it is given; `nil` where systemd does not show them, as up to version 252.
    package var credentials: Set<String>? {
        let given = ["LoadCredential", "LoadCredentialEncrypted", "SetCredential"].flatMap { properties[$0] ?? [] }
        if given.contains("[unprintable]") { return nil }
        let words = given.flatMap { $0.split(separator: " ") }
        return Set(words.compactMap { $0.split(separator: ":").first }.map(String.init))
    }
}

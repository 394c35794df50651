import Foundation
import Testing

@Suite("nianbao as it is installed, under a real systemd")
struct InstalledServiceTests {
    /// Why no container can be booted here; `nil` where one can.
    static let obstacle: String? = {
        let attempt = Shell.run("container.sh", "--", "true")
        let reason = attempt.output.split(separator: "\n").last ?? "no reason given"
        return attempt.status == 0 ? nil : "no systemd can be booted here: \(reason)"
    }()

    @Test(.enabled(if: obstacle == nil, Comment(rawValue: obstacle ?? "")), .timeLimit(.minutes(15)))
    func `verdicts in the journal, a STATUS line, the watchdog, nothing told twice`() {
        let run = Shell.run("run.sh", Shell.program, Shell.project + "/../shared")
        #expect(run.status == 0, Comment(rawValue: run.output))
    }
}

import Fixtures
import Testing

@Suite("nianbao as it is installed, under a real systemd")
struct InstalledServiceTests {
    @Test
    func `verdicts in the journal, a STATUS line, the watchdog, nothing told twice`() async throws {
        let checks = Script(
            Project.file("Tests/SystemTests/run.sh"), [Built.program("nianbao"), Project.file("../shared")],
            label: "installed service")
        let run = try await checks.run()
        if run.status == 125 {
            try Test.cancel("no systemd can be booted here: \(run.lines.last ?? "no reason given")")
        }
        #expect(run.status == 0, "\(run.text)")
        for omission in run.omissions { Issue.record("skipped: \(omission)", severity: .warning) }
    }
}

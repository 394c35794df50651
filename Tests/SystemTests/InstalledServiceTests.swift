import Fixtures
import Testing

@Suite("nianbao as it is installed, under a real systemd")
struct InstalledServiceTests {
    @Test
    func `verdicts in the journal, a STATUS line, the watchdog, nothing told twice`() async throws {
        try await run([Built.program("nianbao"), Project.file("../shared")], label: "installed service")
    }

    @Test
    func `shares of Samba and SFTP: a folder a body, nobody reaches another's`() async throws {
        try await run(["--checks", "shares.sh", Built.program("nianbao")], label: "shares")
    }

    @Test
    func `a backup that is put back, and the removal`() async throws {
        try await run(["--checks", "restore.sh", Built.program("nianbao")], label: "restore")
    }

    @Test
    func `three counties and a province: journals over TLS, cut off, forked, forged`() async throws {
        try await run([Built.program("nianbao")], label: "collecting", script: "collect.sh")
    }

    private func run(_ arguments: [String], label: String, script: String = "run.sh") async throws {
        let checks = Script(Project.file("Tests/SystemTests/\(script)"), arguments, label: label)
        let run = try await checks.run()
        if run.status == 125 {
            try Test.cancel("no systemd can be booted here: \(run.lines.last ?? "no reason given")")
        }
        #expect(run.status == 0, "\(run.text)")
        for omission in run.omissions { Issue.record("skipped: \(omission)", severity: .warning) }
    }
}

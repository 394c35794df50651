import Fixtures
import Testing

/// The short form of the fault lab, part by part. `make torture` runs the long one.
@Suite(
    "The fault lab",
    .enabled("needs a mount namespace, systemd-journald, strace, perl, sqlite3 and unzip") {
        try await Script(Project.file("Tests/FaultLab/namespace.sh"), ["true"], label: "fault lab").run().status == 0
    })
struct FaultLabTests {
    @Test(arguments: [
        "kill", "random", "error", "journald", "damage", "replay", "forged", "prune", "full", "inbox", "power", "disk",
        "flood", "writer", "decide",
    ])
    func `nothing is lost, doubled or different`(part: String) async throws {
        let lab = Script(
            Project.file("Tests/FaultLab/lab.sh"), [Built.program("nianbao"), "short", part], label: "fault lab")
        let run = try await lab.run(shows: { $0.hasPrefix("== ") })
        #expect(run.status == 0 || run.status == 125, "\(run.text)")
        // Nobody sees that a single case of a test was cancelled; a warning is counted.
        for omission in run.omissions { Issue.record("\(part): skipped: \(omission)", severity: .warning) }
        // A part that injected nothing has shown nothing.
        #expect(!run.lines.contains("faults injected: 0") || !run.omissions.isEmpty, "\(run.text)")
    }
}

/// The same of what collects other offices' records.
@Suite(
    "The fault lab of collecting",
    .enabled("needs strace and systemd-journal-remote") {
        try await Script(Project.file("Tests/FaultLab/collect.py"), ["", "probe"], label: "fault lab").run().status == 0
    })
struct CollectingFaultTests {
    @Test func `killed at any system call, it goes on, and nothing is missing or there twice`() async throws {
        let lab = Script(
            Project.file("Tests/FaultLab/collect.py"), [Built.program("nianbao"), "short"], label: "fault lab")
        let run = try await lab.run()
        #expect(run.status == 0, "\(run.text)")
    }
}

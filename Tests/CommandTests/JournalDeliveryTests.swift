import Fixtures
import Foundation
import Testing

/// The daemon beside a real journald of its own, in a mount namespace where nothing else is touched.
@Suite struct JournalDeliveryTests {
    /// Runs `"$@"` before there is a journald and again beside one, then prints the entries that tell of verdicts.
    private static let script = """
        set -eu
        mount -t tmpfs -o mode=0755 tmpfs /run
        mkdir -p /run/systemd/journald.conf.d /run/systemd/journal /run/log/journal
        printf '[Journal]\\nStorage=volatile\\nReadKMsg=no\\nAudit=no\\n' >/run/systemd/journald.conf.d/test.conf
        "$@"
        SYSTEMD_LOG_TARGET=console /lib/systemd/systemd-journald </dev/null >/dev/null 2>&1 &
        journald=$!
        # The last thing that is set up before journald listens; its end would end the wait as well.
        until [ -S /run/systemd/journal/io.systemd.journal ]; do kill -0 "$journald"; done
        "$@"
        journalctl --sync
        journalctl --quiet --directory=/run/log/journal --output=json --all NIANBAO_EVENT=judged
        kill "$journald"
        wait "$journald"
        """

    private static let isPossible: Bool = {
        let hasMachine = (try? Data(contentsOf: URL(filePath: "/etc/machine-id")).isEmpty) == false
        let programs = ["/lib/systemd/systemd-journald", "/usr/bin/journalctl", unshare]
        return hasMachine && programs.allSatisfy(FileManager.default.isExecutableFile) && canUnshare
    }()

    private static let unshare = "/usr/bin/unshare"

    /// Whether a mount namespace can be had: not in a container without privileges, nor in a bare chroot.
    private static var canUnshare: Bool {
        let process = ChildProgram(unshare, ["--mount", "--propagation", "private", "true"])
        process.standardError = .null
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    @Test(.enabled(if: isPossible, "needs systemd-journald, a machine id and a mount namespace of its own"))
    func `without a journal a result is printed, and delivered whole when there is one`() throws {
        let scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        try scratch.copy(Nianbao.sample("青岚市民政局.txt"), to: "inbox/青岚市民政局.txt")
        let lines = try run([
            "watch", "--until-idle", "--settle", "10ms", "--inbox", scratch.path("inbox"), "--state",
            scratch.path("state"), "--status", scratch.path("status"),
        ])
        #expect(lines.count == 2)
        #expect(lines.first?.hasPrefix("退回修改：青岚市民政局 2024 第 1 版") == true)

        let entry = try object(try #require(lines.last))
        #expect(entry["MESSAGE"] as? String == lines.first)
        #expect(entry["PRIORITY"] as? String == "4")
        #expect(entry["SYSLOG_IDENTIFIER"] as? String == "nianbao")
        #expect(entry["NIANBAO_VERDICT"] as? String == "returned")
        let result = try object(try #require(entry["NIANBAO_RESULT"] as? String))
        let stored = try object(try scratch.text(of: "status/reports/2024/青岚市民政局/v1/result.json"))
        #expect(result as NSDictionary == stored as NSDictionary)
    }

    private func run(_ arguments: [String]) throws -> [String] {
        let process = ChildProgram()
        let output = Pipe()
        process.path = Self.unshare
        process.arguments =
            ["--mount", "--propagation", "private", "bash", "-c", Self.script, "bash"]
            + [Nianbao.program.path(percentEncoded: false)] + arguments
        process.standardOutput = .pipe(output)
        process.standardError = .null
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 || process.isSignalled)
        return text.split(separator: "\n").map(String.init)
    }

    private func object(_ json: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    }
}

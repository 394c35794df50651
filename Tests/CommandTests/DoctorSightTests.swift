import Fixtures
import Foundation
import Testing

/// What the doctor says where the machine has less than others, and where a service does not see what lies there now. Each has a mount
/// namespace for it, in a user namespace of its own, so that nothing of this machine changes.
@Suite(.enabled(if: Namespaces.canMount))
struct DoctorSightTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status", "returns/财政局", "bin"] { try scratch.makeFolder(folder) }
        try scratch.writeSettings(
            "[returns]\nfolder = \"\(scratch.path("returns"))\"\n" + scratch.writeRoster("名称\n财政局\n"))
    }

    private var config: String { scratch.path("nianbao.toml") }

    private func doctor(after steps: String, under wrapper: [String] = []) throws -> String {
        let program = Nianbao.program.path(percentEncoded: false)
        let command = Namespaces.after(steps) + wrapper + [program, "doctor", "--config", config]
        return try Nianbao(command, program: URL(filePath: "/usr/bin/env")).output
    }

    /// A service that sees other mounts than the doctor, and has judged a report.
    private func service(after steps: String) throws -> RunningDaemon {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let daemon = try RunningDaemon(["--config", config, "--print"], under: Namespaces.after(steps))
        #expect(daemon.hears("青岚市教育局 2024 第 1 版"))
        return daemon
    }

    @Test func `without inotify the inbox is looked through by the clock, and what to raise is named`() throws {
        let output = try doctor(after: "echo 0 >/proc/sys/user/max_inotify_instances")
        let row = "– 变动通知：系统不能通知文件的变动，每 30 秒查看一次。请调大 fs.inotify.max_user_watches 和 fs.inotify.max_user_instances。\n"
        #expect(output.contains(row), "\(output)")
    }

    @Test func `without journald results are kept in the ledger`() throws {
        let output = try doctor(after: "mount -t tmpfs none /run")
        #expect(output.contains("– 系统日志：没有 journald：结果逐行输出，记录保存在台账中，日志恢复后补送。\n"), "\(output)")
    }

    @Test func `a journal in memory is trouble, with the commands`() throws {
        let machine = String(repeating: "0123456789abcdef", count: 2)
        try scratch.write("\(machine)\n", to: "machine-id")
        let journald = """
            import socket, subprocess, sys
            taken = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
            taken.bind("/run/systemd/journal/socket")
            sys.exit(subprocess.run(sys.argv[1:]).returncode)
            """
        let output = try doctor(
            after: """
                mount -t tmpfs none /run
                mount -t tmpfs none /var/log
                mkdir -p /run/systemd/journal /run/log/journal/\(machine)
                mount --bind '\(scratch.path("machine-id"))' /etc/machine-id
                """, under: ["python3", "-c", journald])
        #expect(output.contains("✗ 系统日志：系统日志只在内存里，重启后丢失。请运行 mkdir -p /var/log/journal && "), "\(output)")
    }

    @Test func `a service that can't write where this account can is to be restarted`() throws {
        let daemon = try service(
            after: ["status", "returns"].map {
                "mount --bind '\(scratch.path($0))' '\(scratch.path($0))'; mount -o remount,bind,ro '\(scratch.path($0))'"
            }.joined(separator: "\n"))
        let output = try Nianbao("doctor", "--config", config).output
        #expect(
            output.contains("✗ 结果文件夹：\(scratch.path("status")) 可以写入，而正在运行的服务写不进去（文件系统只读）：它启动以后文件夹才建立或挂载。"),
            "\(output)")
        #expect(output.contains("✗ 单位回执：\(scratch.path("returns")) 可以写入，而正在运行的服务写不进去：它启动以后"), "\(output)")
        #expect(try scratch.names(in: "status").allSatisfy { !$0.contains("doctor") })
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `a service whose disk was covered records elsewhere, and is told so`() throws {
        try scratch.makeFolder("disk")
        let daemon = try service(after: "mount --bind '\(scratch.path("disk"))' '\(scratch.path("state"))'")
        try scratch.writeScript(
            """
            #!/bin/sh
            case $* in *nianbao.service*) printf 'LoadState=loaded\\nActiveState=active\\nMainPID=\(daemon.process.number)\\n';; *) exit 1;; esac
            """, to: "bin/systemctl")
        let output = try Nianbao(
            "doctor", "--config", config, environment: ["PATH": "\(scratch.path("bin")):/usr/bin:/bin"]
        ).output
        let row = "✗ 服务：在运行（进程 \(daemon.process.number)），但它记录的不是现在的 \(scratch.path("state"))：启动以后那里被卸载、挂载或换掉了。"
        #expect(output.contains(row), "\(output)")
        #expect(daemon.end(with: SIGTERM) == 0)
    }
}

/// Mounts that the programs of a test see, and nobody else.
private enum Namespaces {
    /// Has the shell do something in namespaces of its own before it becomes the command that follows.
    static func after(_ steps: String) -> [String] {
        ["unshare", "--user", "--map-root-user", "--mount", "sh", "-ec", "\(steps)\nexec \"$@\"", "sh"]
    }

    static var canMount: Bool {
        let trial = ChildProgram("/usr/bin/env", after("mount -t tmpfs none /run") + ["true"])
        (trial.standardOutput, trial.standardError) = (.null, .null)
        guard (try? trial.run()) != nil else { return false }
        trial.waitUntilExit()
        return trial.terminationStatus == 0
    }
}

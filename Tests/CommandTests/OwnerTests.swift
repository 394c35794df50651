import Fixtures
import Foundation
import Testing

/// Commands that root types where the state folder is the service's, and those of accounts that may read and not write.
@Suite(.enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
struct OwnerTests {
    private static let service = 4_711
    private let scratch: ScratchFolder
    private let config: String

    init() async throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        config = try scratch.writeSettings("[rules]\nlate = \"off\"\n")
        try scratch.permit(0o755, ".")
        try scratch.copy(Nianbao.sample("青岚市民政局.txt"), to: "inbox/年报.txt")
        for folder in ["state", "status"] { try give("\(folder)", to: Self.service) }
        #expect(try run("watch", "--until-idle", as: Self.service).status == 0)
    }

    private func give(_ name: String, to owner: Int) throws {
        try FileManager.default.setAttributes(
            [.ownerAccountID: owner, .groupOwnerAccountID: owner], ofItemAtPath: scratch.path(name))
    }

    private func run(_ arguments: String..., as account: Int = 0) throws -> Nianbao {
        guard account != 0 else { return try Nianbao(arguments + ["--config", config]) }
        let identity = ["--reuid=\(account)", "--regid=\(account)", "--clear-groups"]
        return try Nianbao(
            identity + [Nianbao.program.path(percentEncoded: false)] + arguments + ["--config", config],
            program: URL(filePath: "/usr/bin/setpriv"))
    }

    /// What does not belong to the service in its folders.
    private func strangers() throws -> [String] {
        try ["state", "status"].flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: scratch.path(folder)).filter { name in
                let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("\(folder)/\(name)"))
                return attributes[.ownerAccountID] as? Int != Self.service
            }
        }
    }

    @Test func `what root's maintenance leaves is the service's`() throws {
        for name in ["state/ledger.keys", "status/reports", "status/index.html"] {
            try FileManager.default.removeItem(atPath: scratch.path(name))
        }
        for command in [
            ["rebuild"], ["recheck", "--record"], ["prune", "--apply"], ["inbox", "--accept"],
            ["alert", "mute", "report-overdue", "--until", "2999-01-01"],
            ["accept-time", "民政局", "2024", "2025-01-20", "--why", "甲"],
            ["waive", "民政局", "2024", "1", "--why", "甲"], ["unwaive", "民政局", "2024", "1", "--why", "甲"],
            ["overrule", "民政局", "2024", "accepted", "--why", "甲"],
        ] {
            let done = try Nianbao(command + ["--config", config])
            #expect(done.status == 0, "\(command) \(done.standardError)")
            #expect(try strangers() == [], "\(command)")
        }
        #expect(try scratch.names(in: "status/reports/2024/青岚市民政局/v1") == ["receipt.html", "result.json"])
        // A replay makes ledger and pages anew; without a journal it says so, and leaves nothing of root's either.
        try FileManager.default.removeItem(atPath: scratch.path("state"))
        try scratch.makeFolder("state")
        try give("state", to: Self.service)
        _ = try run("replay")
        #expect(try strangers() == [])
        #expect(try run("replay", "--empty").status == 0)
        #expect(try strangers() == [])
        #expect(try run("watch", "--until-idle", as: Self.service).status == 0)
    }

    @Test func `a replay that makes nothing leaves nothing of root's in a folder whose disk is not mounted`() throws {
        try FileManager.default.removeItem(atPath: scratch.path("state"))
        try scratch.makeFolder("state")
        #expect(try run("replay").status != 0)
        #expect(try scratch.names(in: "state") == [])
    }

    @Test(arguments: ["ledger.sqlite", "lock", "ledger-id", "archive"])
    func `a file of another account in the state folder ends the service for good, with the command to type`(
        name: String
    ) throws {
        let (state, file) = (scratch.path("state"), scratch.path("state/\(name)"))
        try give("state/\(name)", to: 0)
        try scratch.permit(name == "archive" ? 0o700 : 0o600, "state/\(name)")
        let held = try run("watch", "--until-idle", as: Self.service)
        #expect(held.status == 77)
        #expect(
            held.standardError.contains("\(file)") && held.standardError.contains("属于账户 root"), "\(held.standardError)")
        let command = name == "ledger.sqlite" ? "chown \(Self.service): \(file)*" : "chown -R \(Self.service): \(state)"
        #expect(held.standardError.contains(command), "\(held.standardError)")
        try give("state/\(name)", to: Self.service)
        #expect(try run("watch", "--until-idle", as: Self.service).status == 0)
    }

    @Test(arguments: ["lock", "offices"])
    func `a file of another account ends the service that collects as well`(name: String) throws {
        if name == "offices" { try scratch.makeFolder("state/offices") }
        try give("state/\(name)", to: 0)
        try scratch.permit(0o700, "state/\(name)")
        let held = try run("collect", "run", "--until-idle", as: Self.service)
        #expect(held.status == 77)
        #expect(
            held.standardError.contains("chown -R \(Self.service): \(scratch.path("state"))"), "\(held.standardError)")
    }

    @Test func `root that may not become the owner is told what to type, and changes nothing`() throws {
        let bound = ["--bounding-set=-setuid,-setgid", Nianbao.program.path(percentEncoded: false)]
        let run = try Nianbao(
            bound + ["rebuild", "--config", config], program: URL(filePath: "/usr/bin/setpriv"))
        #expect(run.status == 74)
        #expect(run.standardError.contains("请运行：sudo -u \(Self.service) nianbao rebuild"), "\(run.standardError)")
        #expect(try strangers() == [])
    }

    @Test func `what root looks at stays the service's`() throws {
        for command in [["verify"], ["status"], ["show", "民政"], ["alert"], ["prune"], ["recheck"], ["doctor"]] {
            _ = try Nianbao(command + ["--config", config])
            #expect(try strangers() == [], "\(command)")
        }
    }

    @Test func `a status folder that the account may not write is refused at once where it is named by hand`() throws {
        try give("status", to: 0)
        let run = try run("watch", "--status", scratch.path("status"), as: Self.service)
        #expect(run.status == 73)
        #expect(run.standardError.contains("无法建立或写入 \(scratch.path("status"))：没有权限"), "\(run.standardError)")
    }

    @Test func `an account that may read reads, whatever state the log is in`() throws {
        try scratch.permit(0o755, "state")
        for name in try scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
            try scratch.permit(0o644, "state/\(name)")
        }
        let viewer = 65_534
        func reads() throws {
            for command in [["status"], ["list"], ["history", "民政"], ["show", "民政", "--year", "2024"]] {
                let identity = ["--reuid=\(viewer)", "--regid=\(viewer)", "--clear-groups"]
                let run = try Nianbao(
                    identity + [Nianbao.program.path(percentEncoded: false)] + command + ["--config", config],
                    program: URL(filePath: "/usr/bin/setpriv"))
                #expect(run.status == 0, "\(command) \(run.standardError)")
            }
            let verified = try run("verify", as: viewer)
            #expect(verified.status == 3, "\(verified.standardError)")
            #expect(!(verified.output + verified.standardError).contains("已损坏"))
        }
        try reads()
        // What a machine that lost its power leaves: a log that holds something, and nobody who writes it.
        let script = """
            import os, shutil, sqlite3, sys
            path = sys.argv[1]
            base = sqlite3.connect(path)
            base.execute("PRAGMA journal_mode = WAL")
            base.execute("UPDATE figure SET value = value")
            base.commit()
            for end in ("", "-wal"): shutil.copy(path + end, path + end + ".kept")
            base.close()
            for end in ("", "-wal"): os.rename(path + end + ".kept", path + end)
            """
        let python = try Nianbao(
            ["-c", script, scratch.path("state/ledger.sqlite")], program: URL(filePath: "/usr/bin/python3"))
        #expect(python.status == 0, "\(python.standardError)")
        let before = try scratch.names(in: "state")
        #expect(before.contains("ledger.sqlite-wal") && !before.contains("ledger.sqlite-shm"))
        for name in ["state/ledger.sqlite", "state/ledger.sqlite-wal"] {
            try give(name, to: Self.service)
            try scratch.permit(0o644, name)
        }
        try reads()
        #expect(try scratch.names(in: "state") == before)
        let refused = try run("accept-time", "民政局", "2024", "2025-01-20", "--why", "甲", as: viewer)
        #expect(refused.status == 74)
        #expect(refused.standardError.contains("只有账户 \(Self.service) 可以。请在命令前加上 sudo -u"), "\(refused.standardError)")
        for words in [["waive", "民政局", "2024", "1"], ["overrule", "民政局", "2024", "accepted"]] {
            let identity = ["--reuid=\(viewer)", "--regid=\(viewer)", "--clear-groups"]
            let decided = try Nianbao(
                identity + [Nianbao.program.path(percentEncoded: false)] + words + ["--why", "甲", "--config", config],
                program: URL(filePath: "/usr/bin/setpriv"))
            #expect(decided.status == 74 && decided.standardError.contains("请在命令前加上 sudo -u"))
        }
        #expect(!refused.standardError.contains("PRAGMA") && !refused.standardError.contains("SQL"))
    }

    @Test func `a key file that came back as root's says which commands mend it`() throws {
        try give("state/ledger.keys", to: 0)
        let run = try run("watch", "--until-idle", as: Self.service)
        #expect(run.status == 77)
        let keys = scratch.path("state/ledger.keys")
        #expect(run.standardError.contains("属于账户 root，权限 0600"), "\(run.standardError)")
        #expect(run.standardError.contains("chown \(Self.service): \(keys) && chmod 600 \(keys)"))
        try give("state/ledger.keys", to: Self.service)
        try scratch.permit(0, "state/ledger.keys")
        let closed = try self.run("watch", "--until-idle", as: Self.service)
        #expect(closed.status == 77 && closed.standardError.contains("权限 0000"))
    }
}

import Fixtures
import Foundation
import Testing

/// The daemon as a process: how it starts, works and ends.
@Suite struct WatchCommandTests {
    private let scratch: ScratchFolder
    private let folders: [String]

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        folders = [
            "--inbox", scratch.path("inbox"), "--state", scratch.path("state"), "--status", scratch.path("status"),
            "--settle", "10ms",
        ]
    }

    @Test func `until idle it works off what is there, publishes everything and ends well`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        let run = try Nianbao(["watch"] + folders + ["--until-idle", "--print"])
        #expect(run.status == 0)
        #expect(run.lines == ["合格：青岚市教育局 2024 第 1 版（青岚市教育局.txt）"])
        #expect(
            try scratch.names(in: "status/reports/2024/青岚市教育局/v1") == ["receipt.html", "result.json"])
        #expect(try scratch.names(in: "inbox") == ["青岚市教育局.txt"])
    }

    @Test func `the state folder is closed to all other accounts, also one that an earlier edition left open`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        func mode(_ name: String) throws -> Int {
            try FileManager.default.attributesOfItem(atPath: scratch.path(name))[.posixPermissions] as? Int ?? 0
        }
        for _ in 1...2 {
            #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
            #expect(try mode("state") == 0o700)
            #expect(try scratch.names(in: "state").filter { try mode("state/\($0)") & 0o077 != 0 } == [])
            let copies = try scratch.names(in: "state/archive").filter { $0.count == 2 }
            #expect(try copies.count == 1 && copies.allSatisfy { try mode("state/archive/\($0)") == 0o700 })
            try scratch.permit(0o755, "state")
            for name in ["ledger.sqlite", "lock", "archive", "archive/\(copies[0])"] {
                try scratch.permit(0o755, "state/\(name)")
            }
        }
    }

    @Test func `what another process reads beside it is what it records`() throws {
        let daemon = try RunningDaemon(folders + ["--print"])
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(daemon.hears("合格：青岚市教育局"))
        let places = Array(folders[2..<6])
        for name in ["青岚市民政局", "青岚市水利局"] {
            // Each of these opens the ledger and closes it: the daemon must not lose its locks by that.
            #expect(try Nianbao(["status"] + places).status == 0)
            #expect(try Nianbao(["recheck"] + places).status == 0)
            try scratch.copy(Nianbao.sample("\(name).txt"), to: "inbox/\(name).txt")
            #expect(daemon.hears("：\(name)"))
            #expect(try Nianbao(["list"] + places).output.contains(name))
        }
        #expect(daemon.end(with: SIGTERM) == 0)
        #expect(try Nianbao(["list"] + places).output.contains("青岚市水利局"))
    }

    @Test func `a second run judges nothing again`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        _ = try Nianbao(["watch"] + folders + ["--until-idle"])
        let run = try Nianbao(["watch"] + folders + ["--until-idle", "--print"])
        #expect(run.status == 0)
        #expect(run.lines == [])
    }

    @Test func `until idle it says so where the status files could not be written`() throws {
        try FileManager.default.removeItem(atPath: scratch.path("status"))
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        let config = try scratch.writeSettings("")
        let run = try Nianbao(["watch", "--config", config, "--until-idle"])
        #expect(run.status == 74)
        #expect(run.standardError.contains("没有写成"))
        try scratch.makeFolder("status")
        #expect(try Nianbao(["watch", "--config", config, "--until-idle"]).status == 0)
        #expect(try scratch.names(in: "status/reports/2024/青岚市教育局/v1") == ["receipt.html", "result.json"])
    }

    @Test func `a status folder that is named by hand is made, or refused at once`() throws {
        try FileManager.default.removeItem(atPath: scratch.path("status"))
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        #expect(try scratch.names(in: "status/reports/2024/青岚市教育局/v1") == ["receipt.html", "result.json"])
        try FileManager.default.removeItem(atPath: scratch.path("status"))
        try scratch.write("", to: "status")
        let run = try Nianbao(["watch"] + folders)
        #expect(run.status == 73)
        #expect(run.standardError.contains("无法建立或写入 \(scratch.path("status"))"))
    }

    @Test func `SIGTERM ends it well, and a second one beside it is told who holds the lock`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        let daemon = try RunningDaemon(folders + ["--print"])
        #expect(daemon.hears("合格：青岚市教育局"))
        let second = try Nianbao(["watch"] + folders)
        #expect(second.status == 75)
        #expect(second.standardError.contains("进程 \(daemon.process.number) 正在使用"))
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `a file that comes while it runs is judged when it is whole`() throws {
        let daemon = try RunningDaemon(folders + ["--print"])
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(daemon.hears("合格：青岚市教育局"))
        #expect(daemon.end(with: SIGINT) == 0)
    }

    @Test func `without an inbox it runs, says so, and makes none`() throws {
        try FileManager.default.removeItem(atPath: scratch.path("inbox"))
        let run = try Nianbao(["watch"] + folders + ["--until-idle", "--print"])
        #expect(run.status == 0)
        #expect(run.output.contains("收件文件夹 \(scratch.path("inbox")) 无法打开：不存在"))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("inbox")))
    }

    @Test func `a state folder that can't be made ends it with 73`() throws {
        try scratch.write("", to: "file")
        let run = try Nianbao(["watch", "--state", scratch.path("file/state"), "--inbox", scratch.path("inbox")])
        #expect(run.status == 73)
        #expect(run.standardError.contains("无法建立或写入 \(scratch.path("file/state"))"))
    }

    @Test func `a ledger that is damaged is kept as it is, and another one is made in its place`() throws {
        try scratch.makeFolder("state")
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        try scratch.write("这不是数据库", to: "state/ledger.sqlite")
        let run = try Nianbao(["watch"] + folders + ["--until-idle", "--print"])
        #expect(run.status == 0)
        #expect(run.standardError.contains("台账已损坏"))
        #expect(run.output.contains("合格：青岚市教育局"))
        let place = try #require(try scratch.names(in: "state").first { $0.hasPrefix("damaged-") })
        #expect(try scratch.text(of: "state/\(place)/ledger.sqlite") == "这不是数据库")
    }

    @Test func `where a ledger is gone no new one is made before somebody says so`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        let places = ["--state", scratch.path("state"), "--status", scratch.path("status")]
        for name in try scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: scratch.path("state/\(name)"))
        }
        func isHeld(_ trace: String) throws {
            let held = try Nianbao(["watch"] + folders + ["--until-idle"])
            #expect(held.status == 78)
            #expect(held.standardError.contains("台账 \(scratch.path("state/ledger.sqlite")) 不见了：\(trace)"))
            #expect(held.standardError.contains("nianbao replay --empty"))
            #expect(try Nianbao(["rebuild"] + places).status == 74)
            #expect(!FileManager.default.fileExists(atPath: scratch.path("state/ledger.sqlite")))
        }
        // The file was removed; the whole folder is another one, as where its disk is not mounted.
        try isHeld("\(scratch.path("state")) 中还有它的编号或归档")
        try FileManager.default.removeItem(atPath: scratch.path("state"))
        try isHeld("结果文件夹中还有按它写的 \(scratch.path("status/status.json"))")
        let decided = try Nianbao(["replay", "--empty"] + places)
        #expect((decided.status, decided.output) == (0, "已另建一本空的台账：\(scratch.path("state/ledger.sqlite"))\n"))
        #expect(try Nianbao(["watch"] + folders + ["--until-idle", "--print"]).output.contains("合格：青岚市教育局"))
        #expect(try Nianbao(["replay", "--empty"] + places).status == 74)
    }

    @Test func `an empty file in the place of a ledger, or another ledger, holds the service as a missing one does`()
        throws
    {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        let own = try scratch.text(of: "state/ledger-id")
        for name in try scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: scratch.path("state/\(name)"))
        }
        try scratch.write("", to: "state/ledger.sqlite")
        let empty = try Nianbao(["watch"] + folders + ["--until-idle"])
        #expect(empty.status == 78)
        #expect(empty.standardError.contains("不见了"))
        #expect(empty.standardError.contains("系统日志中没有它的记录，不能自动恢复"))
        let other = ["--inbox", scratch.path("inbox"), "--state", scratch.path("other"), "--status", scratch.path("s")]
        #expect(try Nianbao(["watch"] + other + ["--until-idle", "--settle", "10ms"]).status == 0)
        try FileManager.default.removeItem(atPath: scratch.path("state/ledger.sqlite"))
        try scratch.copy(scratch.path("other/ledger.sqlite"), to: "state/ledger.sqlite")
        let held = try Nianbao(["watch"] + folders + ["--until-idle"])
        #expect(held.status == 78)
        #expect(held.standardError.contains("是另一本"))
        #expect(try scratch.text(of: "state/ledger-id") == own)
        // The command that it names takes the other one over.
        try FileManager.default.removeItem(atPath: scratch.path("state/ledger-id"))
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        #expect(try scratch.text(of: "state/ledger-id") == scratch.text(of: "other/ledger-id"))
    }

    @Test func `an older copy that was put back is known by the status folder, and gives no number again`() throws {
        let places = ["--state", scratch.path("state"), "--status", scratch.path("status")]
        func watch() throws -> Nianbao { try Nianbao(["watch"] + folders + ["--until-idle"]) }
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(try watch().status == 0)
        try FileManager.default.copyItem(atPath: scratch.path("state"), toPath: scratch.path("backup"))
        try scratch.copy(Nianbao.sample("青岚市水利局.txt"), to: "inbox/青岚市水利局.txt")
        #expect(try watch().status == 0)
        #expect(try !watch().standardError.contains("旧的备份"))
        #expect(try Nianbao(["verify"] + places).status != 1)
        try FileManager.default.removeItem(atPath: scratch.path("state"))
        try FileManager.default.moveItem(atPath: scratch.path("backup"), toPath: scratch.path("state"))
        let run = try watch()
        #expect(run.status == 0)
        #expect(run.standardError.contains("台账是旧的备份（结果文件夹是按它的记录"), "\(run.standardError)")
        #expect(try Nianbao(["list"] + places).output.contains("青岚市水利局"))
        let verified = try Nianbao(["verify"] + places)
        #expect(verified.status == 1)
        #expect(verified.output.contains("缺失"))
        #expect(try !watch().standardError.contains("旧的备份"))
    }

    @Test func `a status file that somebody changed or removed comes back`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        _ = try Nianbao(["watch"] + folders + ["--until-idle"])
        let receipt = "status/reports/2024/青岚市教育局/v1/receipt.html"
        let before = try scratch.text(of: receipt)
        try scratch.write("改过", to: receipt)
        try FileManager.default.removeItem(atPath: scratch.path("status/reports/2024/青岚市教育局/v1/result.json"))
        _ = try Nianbao(["watch"] + folders + ["--until-idle"])
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        #expect(try scratch.text(of: receipt) == before)
        #expect(try scratch.names(in: "status/reports/2024/青岚市教育局/v1") == ["receipt.html", "result.json"])
    }

    @Test func `all status files are written once more on demand`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        _ = try Nianbao(["watch"] + folders + ["--until-idle"])
        try FileManager.default.removeItem(atPath: scratch.path("status"))
        let places = ["--state", scratch.path("state"), "--status", scratch.path("status")]
        #expect(try Nianbao(["rebuild"] + places).status == 74)
        try scratch.makeFolder("status")
        let run = try Nianbao(["rebuild"] + places)
        #expect((run.status, run.output) == (0, "回执、总览和汇总表已全部重写。\n"))
        #expect(try scratch.names(in: "status/reports/2024/青岚市教育局/v1") == ["receipt.html", "result.json"])
        #expect(try !Nianbao(["verify"] + places).output.contains("处改动"))
    }

    @Test func `where no scratch file can be made only workbooks are missing, and they come later`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let run = try Nianbao(
            ["watch"] + folders + ["--until-idle"], environment: ["TMPDIR": scratch.path("没有这个文件夹")])
        #expect(run.status == 74)
        #expect(run.standardError.contains("有状态文件写不成"))
        #expect(try scratch.names(in: "status").contains("totals-2024.html"))
        #expect(try !scratch.names(in: "status").contains("totals-2024.xlsx"))
        #expect(try scratch.names(in: "status/reports/2024/青岚市教育局/v1") == ["receipt.html", "result.json"])
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        #expect(try scratch.names(in: "status").contains("totals-2024.xlsx"))
    }

    @Test func `what is written anew is what was written first, letter and all`() throws {
        try scratch.copy(Nianbao.sample("青岚市民政局.txt"), to: "inbox/年报.txt")
        try scratch.write("[letter]\noffice = \"青岚市政务公开办\"\ncorrection_days = 9\n", to: "nianbao.toml")
        let places = ["--config", scratch.path("nianbao.toml")] + folders
        #expect(try Nianbao(["watch"] + places + ["--until-idle"]).status == 0)
        let receipt = "status/reports/2024/青岚市民政局/v1/receipt.html"
        let first = try scratch.text(of: receipt)
        #expect(first.contains("青岚市政务公开办"))
        let written = try scratch.names(in: "status")
        try FileManager.default.removeItem(atPath: scratch.path("status"))
        try scratch.makeFolder("status")
        #expect(try Nianbao(["rebuild"] + places).status == 0)
        #expect(try scratch.text(of: receipt) == first)
        #expect(try scratch.names(in: "status") == written.filter { $0 != "heartbeat" })
    }

    @Test func `a file that may not be read is an alert with the way to mend it, and is judged when it may`() throws {
        try scratch.makeFolder("state")
        for folder in ["", "status", "state"] { try scratch.permit(0o777, folder) }
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        try scratch.permit(0, "inbox/年报.txt")
        // Root may read anything, so somebody else is needed.
        let nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        let daemon = try RunningDaemon(folders + ["--print"], under: getuid() == 0 ? nobody : [])
        #expect(daemon.hears("文件“年报.txt”没有读取权限，尚未校核"))
        #expect(daemon.hears("setfacl -m u:"))
        try scratch.permit(0o644, "inbox/年报.txt")
        #expect(daemon.hears("合格：青岚市教育局 2024 第 1 版（年报.txt）"))
        #expect(daemon.end(with: SIGTERM) == 0)
    }
}

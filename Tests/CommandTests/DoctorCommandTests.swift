import Fixtures
import Foundation
import Testing

@Suite("nianbao doctor and nianbao results")
struct DoctorCommandTests {
    private let scratch: ScratchFolder
    private let folders: [String]

    init() throws {
        scratch = try ScratchFolder()
        folders = [
            "--inbox", scratch.path("inbox"), "--state", scratch.path("state"), "--status", scratch.path("status"),
        ]
    }

    private struct Diagnosis: Decodable, Equatable {
        var topic, outcome, message: String
    }

    private func diagnoses(_ run: Nianbao) throws -> [Diagnosis] {
        try run.lines.map { try JSONDecoder().decode(Diagnosis.self, from: Data($0.utf8)) }
    }

    @Test func `where nothing is there yet each thing that is missing is named with what to do`() throws {
        let run = try Nianbao(["doctor", "--json"] + folders)
        #expect(run.status == 1)
        let found = try diagnoses(run)
        let troubles = found.filter { $0.outcome == "trouble" }.map(\.topic)
        #expect(troubles.starts(with: ["收件文件夹", "台账文件夹", "结果文件夹", "服务"]))
        #expect(found.contains { $0.topic == "台账" && $0.message.contains("第一次启动时建立") })
        #expect(found.contains { $0.topic == "读取程序" && $0.outcome == "good" })
        // It only looks.
        #expect(try scratch.names().isEmpty)
    }

    /// A daemon that runs and has judged one report.
    private func daemonWithReport() throws -> RunningDaemon {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let daemon = try RunningDaemon(folders + ["--print"])
        #expect(daemon.hears("合格：青岚市教育局 2024 第 1 版（年报.txt）"))
        return daemon
    }

    @Test func `beside a daemon that runs all is well, and people read it`() throws {
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        let daemon = try daemonWithReport()
        let run = try Nianbao(["doctor"] + folders)
        #expect(run.output.contains("✓ 收件文件夹：\(scratch.path("inbox")) 可以读取，有 1 个文件。"))
        #expect(run.output.contains("✓ 服务：在运行"))
        #expect(run.output.contains("✓ 台账：有 1 份报告"))
        #expect(run.output.contains("– 单位名录：没有名录"))
        #expect(!run.output.contains("✗ 收件") && !run.output.contains("✗ 台账") && !run.output.contains("✗ 结果"))
        #expect(run.output.contains("✓ 台账密钥：只有服务的账户能读"))
        #expect(daemon.end(with: SIGTERM) == 0)
        try scratch.permit(0o640, "state/ledger.keys")
        #expect(try Nianbao(["doctor"] + folders).output.contains("✗ 台账密钥："))
        #expect(try Nianbao(["doctor"] + folders).output.contains("✗ 服务：没有运行，"))
    }

    @Test func `the folder of each bureau's results is tried`() throws {
        for folder in ["inbox", "state", "status", "returns/民政局", "returns/旧局"] { try scratch.makeFolder(folder) }
        try scratch.write("名称\n民政局\n水利局\n", to: "agencies.csv")
        try scratch.write(
            "[returns]\nfolder = \"\(scratch.path("returns"))\"\n[roster]\npath = \"\(scratch.path("agencies.csv"))\"\n",
            to: "nianbao.toml")
        let doctor = { try Nianbao(["doctor", "--config", scratch.path("nianbao.toml")] + folders).output }
        try scratch.permit(0o750, "returns/民政局")
        let output = try doctor()
        #expect(output.contains("✓ 单位回执：\(scratch.path("returns")) 可以写入。"))
        #expect(output.contains("– 单位回执：“水利局”：还没有文件夹"))
        #expect(output.contains("– 单位回执：“民政局”：只有服务能读"))
        #expect(output.contains("– 单位回执：“旧局”：不是名录上单位的文件夹"))
        try scratch.permit(0o770, "returns/民政局")
        #expect(try doctor().contains("✗ 单位回执：“民政局”不能使用：别的账户也能写入"))
        try FileManager.default.removeItem(atPath: scratch.path("returns"))
        #expect(try doctor().contains("✗ 单位回执：\(scratch.path("returns"))："))
    }

    @Test func `a mail program that is not there is found before an alert needs it`() throws {
        try scratch.write(
            "[channels.\"值班\"]\nkind = \"mail\"\nto = [\"a@example.org\"]\nprogram = \"/does/not/exist\"\n",
            to: "nianbao.toml")
        let run = try Nianbao(["doctor", "--config", scratch.path("nianbao.toml")] + folders)
        #expect(run.output.contains("✗ 告警渠道：“值班”的发信程序 /does/not/exist 不存在或不能执行。"))
    }

    /// What `systemctl show` says in a test, whatever runs on this machine.
    private func doctor(
        _ settings: String, whereSystemdSays words: String, of unit: String = "nianbao-alerts"
    ) throws -> [Diagnosis] {
        for folder in ["bin", "inbox", "state", "status"] { try scratch.makeFolder(folder) }
        try scratch.write(settings, to: "nianbao.toml")
        _ = try scratch.writeScript(
            "#!/bin/sh\ncase $* in *\(unit)*) printf '\(words)';; *) exit 1;; esac", to: "bin/systemctl")
        return try diagnoses(
            Nianbao(
                ["doctor", "--json", "--config", scratch.path("nianbao.toml")] + folders,
                environment: ["PATH": "\(scratch.path("bin")):/usr/bin:/bin"]))
    }

    @Test func `a channel without its key, and a sender that does not run, are found`() throws {
        let settings = """
            [channels."群"]
            kind = "wecom"
            token = "no-such-key"
            [channels."心跳"]
            kind = "heartbeat"
            url = "https://hc.example/ping"
            """
        let stopped = try doctor(settings, whereSystemdSays: "LoadState=loaded\\nActiveState=inactive\\nMainPID=0\\n")
        #expect(stopped.contains { $0.topic == "发送服务" && $0.outcome == "trouble" && $0.message.contains("没有运行") })
        let channels = stopped.filter { $0.topic == "告警渠道" }
        #expect(channels.map(\.outcome) == ["good", "trouble"] || channels.map(\.outcome) == ["trouble", "good"])
        #expect(channels.contains { $0.message.hasPrefix("“群”送不出去：没有凭据 no-such-key。") })
        // There is no notice to be tried through it.
        #expect(!channels.contains { $0.message.contains("alert test 心跳") })

        let given = try doctor(
            settings,
            whereSystemdSays:
                "LoadState=loaded\\nActiveState=active\\nStatusText=发送正常\\nLoadCredential=no-such-key:/root/key\\n")
        #expect(given.contains { $0.topic == "发送服务" && $0.outcome == "good" && $0.message.hasSuffix("在运行：发送正常。") })
        #expect(given.filter { $0.topic == "告警渠道" }.allSatisfy { $0.outcome == "good" })
    }

    @Test func `a credential that systemd does not show is not said to be missing`() throws {
        let settings = "[channels.\"群\"]\nkind = \"wecom\"\ntoken = \"no-such-key\"\n"
        let found = try doctor(
            settings,
            whereSystemdSays:
                "LoadState=loaded\\nActiveState=active\\nStatusText=发送正常\\nLoadCredential=[unprintable]\\n")
        #expect(found.contains { $0.topic == "告警渠道" && $0.outcome == "notice" && $0.message.contains("没有检查") })
    }

    @Test(arguments: [
        ("LoadState=loaded\\nActiveState=activating\\nSubState=auto-restart\\nExecMainStatus=74\\n", "启动失败（退出码 74）"),
        ("LoadState=loaded\\nActiveState=failed\\nExecMainStatus=127\\n", "启动失败（退出码 127）"),
        ("LoadState=loaded\\nActiveState=active\\nStatusText=送不出去：群\\n", "送不出去：群"),
        ("LoadState=loaded\\nActiveState=active\\nStatusText=台账读写失败\\n", "台账读写失败"),
    ])
    func `a sender that starts again and again, or can't send, is not well`(words: String, said: String) throws {
        let found = try doctor("[channels.\"群\"]\nkind = \"wecom\"\ntoken = \"k\"\n", whereSystemdSays: words)
        #expect(found.contains { $0.topic == "发送服务" && $0.outcome == "trouble" && $0.message.contains(said) })
    }

    @Test(arguments: [
        ("LoadState=loaded\\nActiveState=activating\\nSubState=start\\nMainPID=0\\n", "正在启动"),
        ("LoadState=loaded\\nActiveState=active\\nStatusText=没有台账可用，暂停发送；见日志\\n", "等着服务（nianbao）的台账"),
        ("LoadState=not-found\\n", "没有安装这个单元"),
    ])
    func `a sender that waits, or that can't be seen, is no trouble`(words: String, said: String) throws {
        let found = try doctor("[channels.\"群\"]\nkind = \"wecom\"\ntoken = \"k\"\n", whereSystemdSays: words)
        #expect(
            found.contains { $0.topic == "发送服务" && $0.outcome == "notice" && $0.message.contains(said) }, "\(found)")
    }

    @Test func `a service that systemd says has failed, and one that is starting, are called that`() throws {
        let failed = try doctor(
            "", whereSystemdSays: "LoadState=loaded\\nActiveState=failed\\nExecMainStatus=78\\n", of: "nianbao.service")
        #expect(failed.contains { $0.topic == "服务" && $0.outcome == "trouble" && $0.message.contains("退出码 78") })
        let starting = try doctor(
            "", whereSystemdSays: "LoadState=loaded\\nActiveState=activating\\nSubState=start\\nMainPID=0\\n",
            of: "nianbao.service")
        #expect(starting.contains { $0.topic == "服务" && $0.outcome == "notice" && $0.message.hasPrefix("正在启动") })
    }

    @Test func `a ledger that is lost is not one that is still to come`() throws {
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        let daemon = try daemonWithReport()
        func ledger() throws -> Diagnosis? {
            try diagnoses(Nianbao(["doctor", "--json"] + folders)).first { $0.topic == "台账" }
        }
        for name in try scratch.names(in: "state") where name.hasPrefix("ledger.sqlite") {
            try FileManager.default.removeItem(atPath: scratch.path("state/\(name)"))
        }
        #expect(try ledger()?.message.contains("正在使用的台账") == true)
        #expect(daemon.end(with: SIGTERM) == 0)
        #expect(try ledger()?.outcome == "trouble")
        #expect(try ledger()?.message.contains("nianbao replay --empty") == true)
        #expect(try Nianbao(["status"] + folders[2...]).standardError.contains("不见了"))
        try FileManager.default.removeItem(atPath: scratch.path("state"))
        #expect(try ledger()?.message.contains("结果文件夹中还有按它写的") == true)
    }

    @Test func `copies that are gone are told of by the doctor, and an alert until they are back`() throws {
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        let daemon = try daemonWithReport()
        func archive() throws -> Diagnosis? {
            try diagnoses(Nianbao(["doctor", "--json"] + folders)).first { $0.topic == "存档" }
        }
        #expect(try archive()?.outcome == "good")
        #expect(daemon.end(with: SIGTERM) == 0)
        try FileManager.default.moveItem(atPath: scratch.path("state/archive"), toPath: scratch.path("aside"))
        #expect(try archive()?.outcome == "trouble")
        #expect(try archive()?.message.contains("查了 1 份报告，1 份没有存档") == true)
        func alertsAfterStart() throws -> String {
            #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
            return try Nianbao(["alert", "list"] + folders[2...3]).output
        }
        #expect(try alertsAfterStart().contains("存档 \(scratch.path("state/archive")) 中的文件不见了：查了 1 份报告，1 份没有存档。"))
        try FileManager.default.removeItem(atPath: scratch.path("state/archive"))
        try FileManager.default.moveItem(atPath: scratch.path("aside"), toPath: scratch.path("state/archive"))
        #expect(try !alertsAfterStart().contains("存档"))
    }

    @Test func `a status folder that takes no file, and a service that does not get to it, are found by trying`() throws
    {
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        let places = Array(folders.dropLast()) + ["/proc"]
        #expect(try Nianbao(["doctor"] + places).output.contains("✗ 结果文件夹：/proc："))
        let daemon = try daemonWithReport()
        let run = try Nianbao(["doctor"] + folders)
        #expect(run.output.contains("✓ 结果文件夹：\(scratch.path("status")) 可以写入。"))
        #expect(run.output.contains("✓ 服务：在运行（进程 \(daemon.process.number)），最近一次动静"))
        // It runs, whether or not there is a sign of it.
        try FileManager.default.removeItem(atPath: scratch.path("status/heartbeat"))
        #expect(
            try Nianbao(["doctor"] + folders).output.contains(
                "✗ 服务：在运行（进程 \(daemon.process.number)），但结果文件夹里没有它最近的动静"))
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `the results of a year are the lines that check prints for the same bytes`() throws {
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        for name in ["青岚市教育局.txt", "青岚市民政局.txt"] { try scratch.copy(Nianbao.sample(name), to: "inbox/\(name)") }
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        let desk = ["--state", scratch.path("state"), "--status", scratch.path("status")]
        let results = try Nianbao(["results", "--year", "2024"] + desk)
        let checked = try Nianbao(
            ["check", "--format", "json"] + ["青岚市教育局.txt", "青岚市民政局.txt"].map { scratch.path("inbox/\($0)") })
        #expect(Set(results.lines) == Set(checked.lines))
        #expect(try Nianbao(["results", "--year", "2019"] + desk).output.isEmpty)
        #expect(try Nianbao(["results", "--state", scratch.path("nirgends")]).status == 74)
    }
}

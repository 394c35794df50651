import Fixtures
import Foundation
import Testing

/// What the doctor says in each state of what it looks at, the state made for it.
@Suite("The rows of nianbao doctor")
struct DoctorRowTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
    }

    private func doctor(_ settings: String = "", program: URL? = nil) throws -> String {
        let config = try scratch.writeSettings(settings)
        return try Nianbao(["doctor", "--config", config], program: program).output
    }

    private func watch(_ settings: String = "") throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let config = try scratch.writeSettings(settings)
        #expect(try Nianbao(["watch", "--until-idle", "--config", config]).status == 0)
    }

    @Test func `an inbox in which bodies can change each other's files is told of, with the command`() throws {
        let inbox = scratch.path("inbox")
        try scratch.permit(0o777, "inbox")
        let row = "– 收件权限：\(inbox) 的权限是 777：各单位能删除、替换彼此的文件，新文件不属于收件的用户组，本机所有账户都能查看或写入。请执行：chmod 3770 '\(inbox)'\n"
        #expect(try doctor().contains(row))
        try scratch.permit(0o3770, "inbox")
        #expect(try !doctor().contains("收件权限"))
    }

    @Test func `the folder of the office is good until everybody may write there`() throws {
        let desk = try scratch.makeFolder("desk")
        try scratch.permit(0o3770, "desk")
        let settings = "[desk]\nfolder = \"\(desk)\"\n"
        #expect(try doctor(settings).contains("✓ 办公室的文件夹：\(desk) 可以读取"))
        try scratch.permit(0o777, "desk")
        #expect(try doctor(settings).contains("✗ 办公室的文件夹："))
    }

    @Test func `a ledger with alerts says how many`() throws {
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("inbox/链接"), withDestinationPath: "/etc/passwd")
        try watch()
        #expect(try doctor().contains("– 台账：有 1 份报告、"))
        #expect(try doctor().contains("；有 1 项告警，见 nianbao alert list。"))
    }

    @Test func `keys that are gone are to be put back before the start`() throws {
        try watch()
        try FileManager.default.removeItem(atPath: scratch.path("state/ledger.keys"))
        #expect(try doctor().contains("– 台账密钥：没有 \(scratch.path("state/ledger.keys"))：如有备份，请先放回再启动服务"))
    }

    @Test func `keys that are gone beside a service that runs come back by themselves`() throws {
        let config = try scratch.writeSettings("")
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let daemon = try RunningDaemon(["--config", config, "--print"])
        #expect(daemon.hears("合格：青岚市教育局"))
        let keys = scratch.path("state/ledger.keys")
        let row = "– 台账密钥：\(keys) 不见了；正在运行的服务还有它，一分钟之内放回。请查明是谁移走的。"
        // The service may have put them back before the doctor looks, which it does once a minute.
        let isTold = try (1...3).contains { _ in
            if try scratch.names(in: "state").contains("ledger.keys") {
                try FileManager.default.removeItem(atPath: keys)
            }
            return try doctor().contains(row)
        }
        #expect(isTold)
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `a service that was killed is told from one that was stopped`() throws {
        let config = try scratch.writeSettings("")
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let daemon = try RunningDaemon(["--config", config, "--print"])
        #expect(daemon.hears("合格：青岚市教育局"))
        _ = daemon.end(with: SIGKILL)
        let killed = try doctor()
        #expect(killed.contains("✗ 服务：没有运行，从 ") && killed.contains(" 起没有动静。"), "\(killed)")
        #expect(try Nianbao(["watch", "--until-idle", "--config", config]).status == 0)
        #expect(try doctor().contains(" 正常停止。请运行 systemctl start nianbao。"))
    }

    @Test func `an office's own settings stay its own, whatever they say of collecting`() throws {
        try scratch.write("[collect]\npatience = \"2s\"\n", to: "own.toml")
        let found = try Nianbao(["doctor", "--config", scratch.path("own.toml")]).output
        #expect(found.contains("收件文件夹：") && !found.contains("nianbao-collect"), "\(found)")
    }

    @Test func `of settings for collecting it looks at what collecting needs`() throws {
        let journals = try scratch.makeFolder("journals")
        try scratch.write("名称,上级,证书\n某市,,\n甲县,某市,jia\n", to: "offices.csv")
        let list = scratch.path("offices.csv")
        let settings = "[collect]\njournals = \"\(journals)\"\noffices = \"\(list)\"\n"
        let before = try doctor(settings)
        #expect(!before.contains("收件文件夹") && !before.contains("读取程序") && !before.contains("单位名录"), "\(before)")
        #expect(before.contains("✓ 办公室名册：有 2 个办公室，1 张证书。"), "\(before)")
        #expect(before.contains("– 收到的日志：\(journals) 可以读取，还没有收到任何日志。"))
        #expect(before.contains("– 汇集：还没有台账"))
        #expect(before.contains("✗ 服务：没有运行。请运行 systemctl enable --now nianbao-collect。"))
        try scratch.write("", to: "journals/remote-jia.journal")
        let config = try scratch.writeSettings(settings)
        _ = try Nianbao(["collect", "run", "--until-idle", "--config", config])
        let after = try doctor(settings)
        #expect(after.contains("✓ 收到的日志：\(journals) 可以读取，有 1 个文件，最近一次收到是 "), "\(after)")
        #expect(after.contains("– 汇集：汇集了 0 个办公室，有 1 项异常，见 nianbao collect offices。"), "\(after)")
        #expect(after.contains("✓ 结果文件夹：") && after.contains("✓ 台账密钥："), "\(after)")
        let day = [FileAttributeKey.modificationDate: Date(timeIntervalSinceNow: -200_000)]
        try FileManager.default.setAttributes(day, ofItemAtPath: "\(journals)/remote-jia.journal")
        #expect(try doctor(settings).contains("很久没有收到了"))
        try FileManager.default.removeItem(atPath: journals)
        #expect(try doctor(settings).contains("✗ 收到的日志：没有 \(journals)"))
    }

    @Test func `without a reader nothing can be read`() throws {
        let program = try Installation(in: scratch, worker: nil).program
        let row = try doctor(program: program).split(separator: "\n").first { $0.contains("读取程序") } ?? ""
        #expect(row.hasPrefix("✗ 读取程序：") && row.hasSuffix("所有文件都无法校核，请重新安装 nianbao。"), "\(row)")
    }

    @Test func `without the library that sends, nothing is sent`() throws {
        let program = try Installation(in: scratch, worker: nil).program
        let settings = "[channels.\"心跳\"]\nkind = \"heartbeat\"\nurl = \"https://hc.example/ping\"\n"
        let row = "✗ 发送服务：缺少 \(scratch.path("prefix/libexec/nianbao/libnianbao-http.so"))，告警送不出去。"
        #expect(try doctor(settings, program: program).contains(row))
    }

    @Test func `what is not set is said to be so`() throws {
        #expect(try doctor().contains("– 告警渠道：没有设置，告警只在总览、日志和 nianbao alert list 中显示。"))
        let returns = "[returns]\nfolder = \"\(scratch.path("returns"))\"\n"
        #expect(try doctor(returns).contains("– 单位回执：没有名录，不写单位回执。"))
        let roster = try scratch.writeRoster("名称\n财政局\n水利局\n")
        #expect(try doctor(roster).contains("✓ 单位名录：有 2 个单位。"))
    }

    @Test func `there is a row for everything, also where nothing can be said`() throws {
        let output = try doctor()
        for topic in ["收件文件夹", "变动通知", "台账文件夹", "台账", "结果文件夹", "读取程序", "服务", "系统日志", "系统时间", "单位名录", "告警渠道"] {
            #expect(output.contains(" \(topic)："), "\(topic)")
        }
    }
}

/// The same as seen by accounts that may not see or do everything.
@Suite(.enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
struct DoctorAccountTests {
    private let service = 4_711, viewer = 65_534
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status", "returns"] { try scratch.makeFolder(folder) }
        try scratch.permit(0o755, ".")
        let returns = "[returns]\nfolder = \"\(scratch.path("returns"))\"\n"
        try scratch.writeSettings(returns + scratch.writeRoster("名称\n财政局\n"))
        for folder in ["state", "status", "returns"] { try give(folder, to: service) }
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/年报.txt")
        let config = scratch.path("nianbao.toml")
        let watch = setpriv(service) + ["watch", "--until-idle", "--config", config]
        #expect(try Nianbao(watch, program: Self.tool).status == 0)
    }

    private static let tool = URL(filePath: "/usr/bin/setpriv")

    private func setpriv(_ account: Int) -> [String] {
        ["--reuid=\(account)", "--regid=\(account)", "--clear-groups", Nianbao.program.path(percentEncoded: false)]
    }

    private func give(_ name: String, to owner: Int) throws {
        try FileManager.default.setAttributes(
            [.ownerAccountID: owner, .groupOwnerAccountID: owner], ofItemAtPath: scratch.path(name))
    }

    private func doctor(as account: Int) throws -> String {
        try Nianbao(setpriv(account) + ["doctor", "--config", scratch.path("nianbao.toml")], program: Self.tool).output
    }

    @Test func `a viewer is told what only the service can see, and of no trouble`() throws {
        try scratch.permit(0o700, "inbox")
        try scratch.permit(0o700, "state")
        let output = try doctor(as: viewer)
        #expect(output.contains("– 收件文件夹：账户 nobody 看不到 \(scratch.path("inbox"))。请用 sudo nianbao doctor。"), "\(output)")
        #expect(output.contains("– 台账：账户 nobody 看不到台账。请用 sudo nianbao doctor。"), "\(output)")
        #expect(output.contains("✓ 结果文件夹：\(scratch.path("status")) 存在，没有试写"), "\(output)")
        #expect(output.contains("✓ 单位回执：\(scratch.path("returns")) 存在，没有试写"), "\(output)")
        #expect(!output.contains(" 存档："), "\(output)")
    }

    @Test func `the service is told what it may not, with the command`() throws {
        try scratch.permit(0o700, "inbox")
        try give("status", to: 0)
        try give("state/ledger.keys", to: viewer)
        let output = try doctor(as: service)
        let inbox = scratch.path("inbox")
        #expect(
            output.contains("✗ 收件文件夹：\(inbox) 没有读取权限。请执行：chgrp nianbao-inbox '\(inbox)' && chmod 3770 '\(inbox)'"),
            "\(output)")
        let status = scratch.path("status")
        #expect(output.contains("✗ 结果文件夹：\(status)：没有权限。请让账户 nianbao 能够写入：chown nianbao '\(status)'"), "\(output)")
        let keys = scratch.path("state/ledger.keys")
        #expect(output.contains("✗ 台账密钥：\(keys) 属于账户 nobody，服务读不到。请运行 chown \(service): \(keys)。"), "\(output)")
    }
}

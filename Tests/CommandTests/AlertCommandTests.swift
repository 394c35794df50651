import Fixtures
import Foundation
import Testing

@Suite struct `nianbao alert and nianbao monitor` {
    private let scratch: ScratchFolder

    /// An inbox that is missing, which the daemon has told of.
    init() throws {
        scratch = try ScratchFolder()
        for folder in ["state", "status"] { try scratch.makeFolder(folder) }
        try scratch.write(
            """
            [inbox]
            path = "\(scratch.path("inbox"))"
            [state]
            path = "\(scratch.path("state"))"
            [status]
            path = "\(scratch.path("status"))"
            [alerts]
            disk_free = "1B"
            inodes_free = 1
            [channels."值班群"]
            kind = "wecom"
            token = "wecom-key"
            """, to: "nianbao.toml")
        #expect(try run("watch", "--until-idle").status == 0)
    }

    private func run(_ arguments: String...) throws -> Nianbao {
        try Nianbao(arguments + ["--config", scratch.path("nianbao.toml")])
    }

    @Test func `list what is wrong with its number`() throws {
        let list = try run("alert", "list").lines
        #expect(list.first?.hasPrefix("1  告警中  收件文件夹打不开（inbox-unreachable）  从 ") == true)
        #expect(list.last?.contains("请检查共享是否已挂载") == true)
        #expect(try run("alert").lines.count == 2)
        #expect(try run("alert", "list", "--json").output.contains("\"nianbao.alerts/1\""))
    }

    @Test func `note that somebody sees to it`() throws {
        #expect(try run("alert", "ack", "1", "--why", "机房正在处理").output == "已记下：1 有人处理，不再重复发送。\n")
        #expect(try run("alert", "list").lines.first?.hasPrefix("1  处理中") == true)
        #expect(try run("alert", "ack", "1").status == 1)
    }

    @Test func `keep quiet for a while, and say so`() throws {
        #expect(try run("alert", "mute", "report-overdue", "--until", "2999-01-01", "--why", "系统切换").status == 0)
        #expect(try run("alert").lines.last == "到 2999-01-01T23:59:59+08:00 为止不发送：report-overdue。系统切换")
        #expect(try run("alert", "mute", "report-overdue", "--until", "2020-01-01").status == 64)
        let misspelt = try run("alert", "mute", "report-overdu", "--until", "2999-01-01")
        #expect(misspelt.status == 64 && misspelt.standardError.contains("是不是 report-overdue？"))
    }

    @Test(arguments: [["alert", "test", "别处"], ["alert", "--test", "别处"]])
    func `know which channels there are`(arguments: [String]) throws {
        let run = try Nianbao(arguments + ["--config", scratch.path("nianbao.toml")])
        #expect(run.status == 64 && run.standardError.contains("设置中有：值班群。"), "\(run.standardError)")
    }

    @Test func `speak to monitoring systems in one line`() throws {
        let critical = try run("monitor")
        #expect(critical.status == 2)
        #expect(critical.output.hasPrefix("NIANBAO CRITICAL - 严重告警 1：收件文件夹打不开|age="))
        #expect(critical.lines.count == 1 && critical.output.contains(" missing=0;;;0 unsent="))
        try scratch.makeFolder("inbox")
        #expect(try run("watch", "--until-idle").status == 0)
        let good = try run("monitor")
        #expect(good.status == 0 && good.output.hasPrefix("NIANBAO OK - 一切正常|"))
        try scratch.write("2020-01-01T00:00:00+08:00\n", to: "status/heartbeat")
        #expect(try run("monitor").output.hasPrefix("NIANBAO CRITICAL - 服务没有动静"))
        try FileManager.default.removeItem(atPath: scratch.path("status/alerts.json"))
        let unknown = try run("monitor")
        #expect(unknown.status == 3 && unknown.output.hasPrefix("NIANBAO UNKNOWN - "))
    }

    @Test func `tell programs the same in a file`() throws {
        let text = try scratch.text(of: "status/alerts.json")
        #expect(text.contains("\"kind\" : \"inbox-unreachable\"") && text.contains("\"state\" : \"firing\""))
    }
}

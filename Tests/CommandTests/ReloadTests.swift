import Fixtures
import Foundation
import Testing

/// New settings while the daemon runs.
@Suite struct ReloadTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        try write("")
    }

    @Test func `good settings come into force, and the command waits for that`() throws {
        let daemon = try start()
        try write("[inbox]\nignore = [\"草稿*\"]\n[rules]\nsection-title = \"off\"")
        let run = try reload()
        #expect((run.status, run.output) == (0, "设置已重新读取。\n"))
        try scratch.copy(Nianbao.sample("青岚市民政局.txt"), to: "inbox/草稿.txt")
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(daemon.hears("合格：青岚市教育局"))
        #expect(daemon.end(with: SIGTERM) == 0)
        #expect(try !scratch.text(of: "status/status.json").contains("民政局"))
    }

    @Test func `a mistake is named with its line, and the old settings stay whole`() throws {
        let daemon = try start()
        try write("[inbox]\nignore = [\"青岚*\"]\nsettel = \"2s\"")
        let run = try reload()
        #expect(run.status == 78)
        #expect(run.standardError.contains("第 5 行") || run.standardError.contains("行：没有 inbox.settel 这一项"))
        kill(daemon.process.number, SIGHUP)
        #expect(daemon.hears("设置没有启用，服务照旧按原来的设置运行。"))
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(daemon.hears("合格：青岚市教育局"))
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `a place that takes a restart is refused`() throws {
        let daemon = try start()
        try scratch.makeFolder("other")
        try write("", inbox: "other")
        let run = try reload()
        #expect(run.status == 78)
        #expect(run.standardError.contains("inbox.path 的改动要重启服务才能生效"))
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    @Test func `what bureaus see is turned on and moved while the daemon runs, whole or not at all`() throws {
        for folder in ["returns", "moved"] { try scratch.makeFolder(folder) }
        try scratch.write("名称\n青岚市林业局\n", to: "agencies.csv")
        let daemon = try start()
        let settings = { (folder: String) in
            "[roster]\npath = \"\(scratch.path("agencies.csv"))\"\n[returns]\nfolder = \"\(scratch.path(folder))\""
        }
        for (folder, status) in [("returns", 0), ("inbox/returns", 78), ("moved", 0)] {
            try write(settings(folder))
            #expect(try reload().status == Int32(status))
        }
        #expect(daemon.end(with: SIGTERM) == 0)
        #expect(try scratch.names(in: "moved/青岚市林业局") == ["回执.html", "回执.txt"])
        #expect(try scratch.text(of: "moved/青岚市林业局/回执.txt").contains("青岚市林业局"))
        #expect(try !scratch.names(in: "inbox").contains("returns"))
    }

    @Test func `a folder that is given to another body has its reports judged again`() throws {
        let roster = { (folders: [String]) in
            try scratch.write("名称,收件文件夹\n青岚市教育局,\(folders[0])\n青岚市林业局,\(folders[1])\n", to: "agencies.csv")
        }
        try scratch.makeFolder("inbox/甲")
        try roster(["甲", "乙"])
        try write("[roster]\npath = \"\(scratch.path("agencies.csv"))\"")
        let daemon = try start()
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/甲/年报.txt")
        #expect(daemon.hears("合格：青岚市教育局"))
        try roster(["乙", "甲"])
        #expect(try reload().status == 0)
        #expect(daemon.hears("（甲文件夹报来）青岚市教育局"))
        #expect(daemon.end(with: SIGTERM) == 0)
        #expect(try scratch.text(of: "status/register.csv").contains("已由后来放入的版本取代"))
    }

    @Test func `without a daemon there is nobody to tell`() throws {
        _ = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        let run = try reload()
        #expect(run.status == 69)
    }

    private func write(_ text: String, inbox: String = "inbox") throws {
        // The first table of the text may be the inbox's own.
        let own = text.hasPrefix("[inbox]") ? String(text.dropFirst("[inbox]\n".count)) : "\n" + text
        try scratch.write(
            """
            state.path = "\(scratch.path("state"))"
            status.path = "\(scratch.path("status"))"
            [inbox]
            path = "\(scratch.path(inbox))"
            settle = "10ms"
            \(own)
            """, to: "nianbao.toml")
    }

    private func start() throws -> RunningDaemon {
        let daemon = try RunningDaemon(["--config", scratch.path("nianbao.toml"), "--print"])
        try scratch.copy(Nianbao.sample("青岚市林业局.txt"), to: "inbox/青岚市林业局.txt")
        #expect(daemon.hears("青岚市林业局"))
        return daemon
    }

    private func reload() throws -> Nianbao {
        try Nianbao("config", "reload", "--config", scratch.path("nianbao.toml"))
    }
}

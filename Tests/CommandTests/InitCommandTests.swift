import Fixtures
import Foundation
import Testing

@Suite struct `nianbao init` {
    private func begin(_ scratch: ScratchFolder, _ more: String...) throws -> Nianbao {
        try Nianbao(
            [
                "init", "--config", scratch.path("nianbao.toml"), "--office", "青岚市政务公开办公室", "--inbox",
                scratch.path("收件"),
                "--status", scratch.path("结果"),
            ] + more)
    }

    private func text(_ scratch: ScratchFolder, _ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: scratch.path(name))), as: UTF8.self)
    }

    @Test func `writes settings, a roster and an example, and says what to do next`() throws {
        let scratch = try ScratchFolder()
        let run = try begin(scratch)
        #expect(run.status == 0)
        let written = try text(scratch, "nianbao.toml")
        #expect(written.contains("office = \"青岚市政务公开办公室\""))
        #expect(written.contains("path = \"\(scratch.path("收件"))\""))
        #expect(written.contains("path = \"\(scratch.path("agencies.csv"))\""))
        #expect(run.output.contains("install -d -m 3770 -g nianbao-inbox \(scratch.path("收件"))"))
        #expect(run.output.contains("nianbao config check --config \(scratch.path("nianbao.toml"))"))
        #expect(try text(scratch, "agencies.csv").hasPrefix("\u{FEFF}名称,"))
        // What WPS opens as a table: a byte order mark, and lines that end as it ends them.
        #expect(try text(scratch, "agencies-example.csv").hasPrefix("\u{FEFF}名称,"))
        #expect(try text(scratch, "agencies-example.csv").contains("\r\n青岚市水利局,"))
        #expect(try Nianbao("config", "check", "--config", scratch.path("nianbao.toml")).status == 0)
    }

    @Test func `has an example that is a roster without mistakes`() throws {
        let scratch = try ScratchFolder()
        _ = try begin(scratch)
        try scratch.write("[roster]\npath = \"\(scratch.path("agencies-example.csv"))\"\n", to: "other.toml")
        #expect(try Nianbao("config", "check", "--config", scratch.path("other.toml")).status == 0)
    }

    @Test func `overwrites nothing that somebody wrote`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("# 我写的\n[inbox]\nsettle = \"9s\"\n", to: "nianbao.toml")
        try scratch.write("名称\n青岚市水利局\n", to: "agencies.csv")
        let run = try begin(scratch)
        #expect(run.status == 0)
        #expect(try text(scratch, "nianbao.toml") == "# 我写的\n[inbox]\nsettle = \"9s\"\n")
        #expect(try text(scratch, "agencies.csv") == "名称\n青岚市水利局\n")
        #expect(run.output.contains("内容与这次的不同，保留不动。新的写在 \(scratch.path("nianbao.toml")).new"))
        // What was set stays set in the new one.
        #expect(try text(scratch, "nianbao.toml.new").contains("settle = \"9s\""))
        #expect(run.output.contains("diff \(scratch.path("nianbao.toml"))"))
    }

    @Test func `prints commands that can be copied, whatever the folders are called`() throws {
        let scratch = try ScratchFolder()
        let run = try Nianbao(
            "init", "--config", scratch.path("nianbao.toml"), "--office", "办公室", "--inbox", scratch.path("收 件"),
            "--status", scratch.path("it's"))
        #expect(run.output.contains("-g nianbao-inbox '\(scratch.path("收 件"))'"))
        #expect(run.output.contains("-g nianbao-readers '\(scratch.path("it"))'\\''s'"))
        let nowhere = try Nianbao("init", "--config", scratch.path("没有/nianbao.toml"), "--yes")
        #expect(nowhere.standardError.contains("mkdir -p \(scratch.path("没有"))"))
    }

    @Test func `fills in the file as it is shipped`() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.copyItem(atPath: Project.file("etc/nianbao.toml"), toPath: scratch.path("nianbao.toml"))
        #expect(try begin(scratch).status == 0)
        #expect(try text(scratch, "nianbao.toml").contains("office = \"青岚市政务公开办公室\""))
        let again = try begin(scratch)
        #expect(again.output.contains("已经是这样，没有改动"))
    }

    @Test func `looks at the folders`() throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: scratch.path("收件"), withIntermediateDirectories: false)
        try FileManager.default.createDirectory(atPath: scratch.path("结果"), withIntermediateDirectories: false)
        let run = try begin(scratch)
        #expect(run.output.contains("✓ 收件文件夹：\(scratch.path("收件")) 可以读取"))
        #expect(!run.output.contains("install -d"))
    }

    @Test func `refuses a bad answer, and folders in each other`() throws {
        let scratch = try ScratchFolder()
        let inside = try Nianbao(
            "init", "--config", scratch.path("nianbao.toml"), "--inbox", scratch.path("a"),
            "--status", scratch.path("a/b"))
        #expect(inside.status == 78)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("nianbao.toml")))
        let nowhere = try Nianbao("init", "--config", scratch.path("没有/nianbao.toml"))
        #expect(nowhere.status == 73)
        #expect(nowhere.standardError.contains("请先建立文件夹：mkdir -p"))
    }

    @Test func `tells what is wrong with settings that are there`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[inbox]\nsetle = \"2s\"\n", to: "nianbao.toml")
        let run = try begin(scratch)
        #expect(run.status == 78)
        #expect(run.standardError.contains("是不是 inbox.settle"))
    }
}

import Fixtures
import Foundation
import Testing

@Suite struct `nianbao config` {
    @Test func `finds nothing wrong with the file that is shipped`() throws {
        let run = try Nianbao("config", "check", "--config", Project.file("etc/nianbao.toml"))
        #expect(run.status == 0)
        #expect(run.output == "\(Project.file("etc/nianbao.toml"))：设置无误。\n")
    }

    @Test func `ends with 78 and tells everything that is wrong`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[inbox]\nsetle = \"2s\"\n[limit]\ncells = 3\n", to: "bad.toml")
        let run = try Nianbao("config", "check", "--config", scratch.path("bad.toml"))
        #expect(run.status == 78)
        #expect(
            run.standardError == """
                \(scratch.path("bad.toml")) 第 2 行：没有 inbox.setle 这一项。是不是 inbox.settle？
                \(scratch.path("bad.toml")) 第 3 行：没有 [limit] 这一节。是不是 [limits]？

                """)
    }

    @Test func `ends with 78 where the file that was named is missing`() throws {
        let scratch = try ScratchFolder()
        let run = try Nianbao("config", "show", "--config", scratch.path("没有.toml"))
        #expect(run.status == 78)
        #expect(run.standardError == "\(scratch.path("没有.toml"))：文件不存在。请检查 --config 后面的路径，或建立这个文件。\n")
    }

    @Test func `checks the roster too that the settings name`() throws {
        let scratch = try ScratchFolder()
        let (file, roster) = (scratch.path("nianbao.toml"), scratch.path("agencies.csv"))
        try scratch.write("[roster]\npath = \"\(roster)\"\n", to: "nianbao.toml")
        let missing = try Nianbao("config", "check", "--config", file)
        #expect(missing.status == 78)
        #expect(missing.standardError == "\(roster)：文件不存在。请检查设置中 roster.path 的路径。\n")

        try scratch.write("名称,可制定规章\n青岚市水利局,有\n", to: "agencies.csv")
        let wrong = try Nianbao("config", "check", "--config", file)
        #expect(wrong.status == 78)
        #expect(wrong.standardError == "\(roster) 第 2 行“可制定规章”列：“有”应为“是”或“否”，或留空。\n")

        try scratch.write("名称\n青岚市水利局\n", to: "agencies.csv")
        #expect(try Nianbao("config", "check", "--config", file).output == "\(file)：设置无误。\n")
    }

    @Test func `refuses folders that lead into the inbox by a link`() throws {
        let scratch = try ScratchFolder()
        try scratch.makeFolder("inbox")
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("link"), withDestinationPath: scratch.path("inbox"))
        for section in ["desk", "returns"] {
            try scratch.write(
                "[inbox]\npath = \"\(scratch.path("inbox"))\"\n[\(section)]\nfolder = \"\(scratch.path("link/a"))\"\n",
                to: "nianbao.toml")
            let run = try Nianbao("config", "check", "--config", scratch.path("nianbao.toml"))
            #expect(run.status == 78 && run.standardError.contains("\(section).folder 与 inbox.path"))
        }
    }

    @Test func `tells of bodies that can have no folder of results`() throws {
        let scratch = try ScratchFolder()
        let check = { try Nianbao("config", "check", "--config", scratch.path("nianbao.toml")) }
        let returns = "[returns]\nfolder = \"\(scratch.path("returns"))\"\n"
        try scratch.write(returns, to: "nianbao.toml")
        #expect(try check().output.contains("没有名录（roster.path），所以不写单位回执"))
        try scratch.write("名称\n甲局\n乙/局\n", to: "agencies.csv")
        try scratch.write("\(returns)[roster]\npath = \"\(scratch.path("agencies.csv"))\"\n", to: "nianbao.toml")
        #expect(try check().output.contains("单位回执的文件夹“乙/局”：名录中的这个名称不能作文件夹的名称"))
    }

    @Test func `shows the command line over the file over the defaults`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("[inbox]\npath = \"/a\"\nsettle = \"3s\"\n", to: "nianbao.toml")
        let run = try Nianbao(
            "config", "show", "--config", scratch.path("nianbao.toml"), "--inbox", scratch.path("收件"))
        #expect(run.lines.contains("path = \"\(scratch.path("收件"))\""))
        #expect(run.lines.contains("settle = \"3s\""))
        #expect(run.lines.contains("scan_interval = \"30s\""))
    }

    @Test func `takes a bad value on the command line for wrong use`() throws {
        let run = try Nianbao("config", "show", "--settle", "soon")
        #expect(run.status == 64)
        #expect(run.standardError.hasPrefix("错误：--settle 的值不对，应为"))
    }
}

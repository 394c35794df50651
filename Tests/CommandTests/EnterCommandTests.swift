import Fixtures
import Foundation
import Testing

@Suite struct `nianbao enter` {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        try scratch.writeSettings(try scratch.writeRoster("名称\n青岚市水利局\n青岚市民政局\n"))
        try scratch.write("扫描", to: "inbox/水利局.pdf")
        #expect(try watch().status == 0)
    }

    private func watch() throws -> Nianbao {
        try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
    }

    private func nianbao(_ arguments: String...) throws -> Nianbao {
        try Nianbao(arguments + ["--config", scratch.path("nianbao.toml")])
    }

    /// A form with no request but one, from a natural person, in as many rows as it must stand in.
    private func form(granted: String = "1", blank: Bool = false) throws -> String {
        if !FileManager.default.fileExists(atPath: scratch.path("空.csv")) {
            #expect(try nianbao("enter", "--template", scratch.path("空.csv")).status == 0)
        }
        let counts = ["规章": 3, "行政规范性文件": 3, "行政许可": 1, "行政处罚": 1, "行政强制": 1, "行政事业性收费": 1]
        let one = ["一、本年新收政府信息公开申请数量", "（一）予以公开", "（七）总计"]
        let reviews = ["行政复议", "未经复议直接起诉", "复议后起诉"]
        let lines = try scratch.text(of: "空.csv").split(whereSeparator: \.isNewline).enumerated().map { index, line in
            let label = String(line).replacing("\u{FEFF}", with: "").replacing("\"", with: "")
            let isHead = index == 0 || label.hasPrefix("表") || ["单位", "年度", "理由"].contains(label)
            if isHead { return String(line) }
            let count = counts[label] ?? (reviews.contains(label) ? 5 : 7)
            var cells = Array(repeating: "0", count: count)
            if one.contains(label) { (cells[0], cells[6]) = ("1", "1") }
            if label == "（一）予以公开" { cells[0] = granted }
            if blank, label == "行政许可" { cells = [""] }
            return ([String(line)] + cells).joined(separator: ",")
        }
        let name = "填好-\(granted)-\(blank).csv"
        try scratch.write(lines.joined(separator: "\r\n"), to: name)
        return scratch.path(name)
    }

    @Test func `files the numbers that a person has written down as a version of their own`() throws {
        let run = try nianbao("enter", "水利局", "2024", form(), "--why", "扫描件，逐格核对", "--by", "王五")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(run.output.contains("青岚市水利局 2024 已人工录入。人工录入：王五（账户 "))
        #expect(run.output.contains("扫描件，逐格核对") && run.output.contains("合格"))
        #expect(try watch().status == 0)
        let result = try scratch.text(of: "status/reports/2024/青岚市水利局/v1/result.json")
        #expect(result.contains("\"format\" : \"entered\"") && result.contains("\"verdict\" : \"accepted"))
        let receipt = try scratch.text(of: "status/reports/2024/青岚市水利局/v1/receipt.html")
        #expect(receipt.contains("扫描件，逐格核对。只校核了三张表的数字，对文字的规则不适用") && !receipt.contains("王五"))
        #expect(try scratch.text(of: "status/register.csv").contains("人工录入"))
        #expect(try scratch.text(of: "status/index.html").contains("人工录入"))
        #expect(try scratch.text(of: "status/totals-2024.html").contains("青岚市水利局（人工录入）"))

        #expect(try nianbao("enter", "水利局", "2024", form()).output.contains("没有再记"))
        #expect(try nianbao("verify").output.contains("一致") || nianbao("verify").status == 0)
        let recheck = try nianbao("recheck")
        #expect(recheck.status == 0 && !recheck.output.contains("水利局 2024"), "\(recheck.output)")
    }

    @Test func `judges the numbers by the same rules`() throws {
        let run = try nianbao("enter", "水利局", "2024", form(granted: "2"))
        #expect(run.status == 0)
        #expect(run.output.contains("退回修改") && run.output.contains("（一）予以公开"))
        #expect(!run.output.contains("总体情况"))
    }

    @Test func `says how the report stands, after what was decided on the same numbers before`() throws {
        #expect(try nianbao("enter", "水利局", "2024", form(granted: "2")).status == 0)
        let run = try nianbao("overrule", "青岚市水利局", "2024", "accepted", "--why", "口径不同")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(try nianbao("enter", "水利局", "2024", form()).status == 0)
        let again = try nianbao("enter", "水利局", "2024", form(granted: "2"))
        #expect(again.output.contains("由办公室改定") && again.output.contains("✓ 合格"), "\(again.output)")
    }

    @Test func `takes the place of a scan of the same body that says no year`() throws {
        try scratch.makeFolder("inbox/青岚市水利局")
        try FileManager.default.moveItem(
            atPath: scratch.path("inbox/水利局.pdf"), toPath: scratch.path("inbox/青岚市水利局/扫描件.pdf"))
        #expect(try watch().status == 0)
        #expect(try nianbao("list", "--year", "未知年度").output.contains("青岚市水利局"))
        #expect(try nianbao("enter", "青岚市水利局", "2024", form()).status == 0)
        #expect(try !nianbao("list", "--year", "未知年度").output.contains("青岚市水利局"))
        #expect(try watch().status == 0)
        #expect(try scratch.text(of: "status/register.csv").contains("已由后来放入的版本取代"))
    }

    @Test func `takes the place of a scan that came under a former name of the body`() throws {
        try scratch.makeFolder("inbox/青岚市水利局")
        try FileManager.default.moveItem(
            atPath: scratch.path("inbox/水利局.pdf"), toPath: scratch.path("inbox/青岚市水利局/扫描件.pdf"))
        #expect(try watch().status == 0)
        try scratch.makeFolder("returns")
        let roster = try scratch.writeRoster("名称,其他名称\n青岚市水务局,青岚市水利局\n")
        try scratch.writeSettings(roster + "[returns]\nfolder = \"\(scratch.path("returns"))\"\n")
        #expect(try nianbao("list", "--year", "未知年度").output.contains("青岚市水务局"))
        #expect(try watch().status == 0)
        let receipt = { try scratch.text(of: "returns/青岚市水务局/回执.txt") }
        #expect(try receipt().contains("未知年度"))
        #expect(try nianbao("enter", "青岚市水务局", "2025", form()).status == 0)
        #expect(try !nianbao("list", "--year", "未知年度").output.contains("青岚市水务局"))
        #expect(try watch().status == 0)
        #expect(try !nianbao("status").output.contains("无法校核"))
        let now = try receipt()
        #expect(now.contains("人工录入") && !now.contains("尚未收到") && !now.contains("文件未能校核"), "\(now)")
    }

    @Test func `is not needed where the office accepts a scan, which programs see as nothing to mend`() throws {
        try scratch.writeSettings(try scratch.writeRoster("名称,分组\n青岚市水利局,市直部门\n"))
        try scratch.makeFolder("inbox/青岚市水利局")
        try FileManager.default.moveItem(
            atPath: scratch.path("inbox/水利局.pdf"), toPath: scratch.path("inbox/青岚市水利局/扫描件.pdf"))
        #expect(try watch().status == 0)
        let list = { (option: [String]) in
            try Nianbao(["list", "--year", "未知年度", "--config", scratch.path("nianbao.toml")] + option).output
        }
        #expect(try list(["--json"]).contains(#""errors":1"#))
        #expect(try nianbao("overrule", "青岚市水利局", "未知年度", "accepted", "--why", "已看原件").status == 0)
        let json = try list(["--json"])
        #expect(json.contains(#""errors":0"#) && json.contains(#""group":"市直部门""#), "\(json)")
        #expect(try list([]).contains("市直部门") && !list([]).contains("名录以外"))
    }

    @Test(arguments: ["Scan20260110.pdf", "IMG_2026-01-10.pdf", "2026年1月10日扫描2024年度.pdf"])
    func `takes the place of a scan whose name has the day of scanning`(name: String) throws {
        try scratch.makeFolder("inbox/青岚市水利局")
        try FileManager.default.moveItem(
            atPath: scratch.path("inbox/水利局.pdf"), toPath: scratch.path("inbox/青岚市水利局/\(name)"))
        #expect(try watch().status == 0)
        #expect(try nianbao("enter", "青岚市水利局", "2024", form()).status == 0)
        #expect(try !nianbao("list", "--year", "未知年度").output.contains("青岚市水利局"))
    }

    @Test func `leaves a scan alone whose name has another year`() throws {
        try scratch.makeFolder("inbox/青岚市水利局")
        try FileManager.default.moveItem(
            atPath: scratch.path("inbox/水利局.pdf"), toPath: scratch.path("inbox/青岚市水利局/2025年扫描件.pdf"))
        #expect(try watch().status == 0)
        #expect(try nianbao("enter", "青岚市水利局", "2024", form()).status == 0)
        #expect(try nianbao("list", "--year", "未知年度").output.contains("青岚市水利局"))
    }

    @Test func `names the cell that is not filled in, and records nothing`() throws {
        let run = try nianbao("enter", "水利局", "2024", form(blank: true))
        #expect(run.status == 1)
        #expect(run.standardError.contains("B 列（表二“行政许可”行“本年处理决定数量”栏）没有填写"))
        #expect(try nianbao("show", "水利局", "--year", "2024").output.contains("没有收到"))
    }

    @Test func `a form of another body or year is refused`() throws {
        let path = try form()
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try Data(text.replacing("单位\r\n", with: "单位,青岚市民政局\r\n").utf8).write(to: URL(filePath: path))
        let run = try nianbao("enter", "水利局", "2024", path)
        #expect(run.status == 1 && run.standardError.contains("表中“单位”写的是“青岚市民政局”"))
    }

    @Test func `makes an empty form of either kind, and overwrites none`() throws {
        for name in ["a.xlsx", "a.csv"] {
            #expect(try nianbao("enter", "--template", scratch.path(name)).status == 0)
            #expect(try nianbao("enter", "--template", scratch.path(name)).status == 1)
            let run = try nianbao("enter", "水利局", "2024", scratch.path(name))
            #expect(run.status == 1 && run.standardError.contains("没有填写"), "\(run.standardError)")
        }
        #expect(try nianbao("enter", "--template", scratch.path("a.doc")).status == 64)
    }

    @Test(arguments: [["水利局"], ["水利局", "24", "f"], ["水利局", "2024"]])
    func `refuses what it can't understand`(arguments: [String]) throws {
        #expect(try Nianbao(["enter"] + arguments + ["--config", scratch.path("nianbao.toml")]).status == 64)
    }
}

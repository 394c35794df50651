import Fixtures
import Foundation
import Testing

@Suite struct `nianbao accept-time` {
    private let scratch: ScratchFolder
    /// The year that is being asked for: of one long past nobody is late. The last day for it, the first of January, has come.
    private let year = Calendar(identifier: .gregorian).component(.year, from: Date()) - 1

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        try scratch.writeSettings(try scratch.writeRoster("名称,报送期限\n青岚市水利局,1-1\n"))
        var report = SampleReport()
        report.year = year
        try scratch.write(TextLayout.tabs.text(of: report), to: "inbox/水利局.txt")
        let run = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        #expect(run.status == 0)
    }

    private var findings: String {
        get throws { try scratch.text(of: "status/reports/\(year)/青岚市水利局/v1/result.json") }
    }

    private func accept(_ arguments: String...) throws -> Nianbao {
        try Nianbao(["accept-time"] + arguments + ["--config", scratch.path("nianbao.toml")])
    }

    @Test func `makes a report that is late one that is in time, on record`() throws {
        let today = Calendar(identifier: .gregorian).dateComponents([.month, .day], from: Date())
        if today.month == 1, today.day == 1 { try Test.cancel("nobody is late yet on the first of January") }
        #expect(try findings.contains("\"late\""))
        let run = try accept("水利局", "\(year)", "\(year + 1)-01-01T16:30", "--why", "共享中断，当日已当面提交")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(
            run.output == """
                青岚市水利局 \(year) 年度报告的报送时间认定为 \(year + 1)-01-01T16:30:00+08:00，已记入台账。
                已按这个时间重新校核，结论有变化。

                """)
        _ = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        #expect(try !findings.contains("\"late\""))
    }

    @Test func `of a day means its end, and the last word holds`() throws {
        let (first, second) = ("\(year + 1)-01-20", "\(year + 1)-01-21")
        #expect(try accept("水利局", "\(year)", first, "--why", "甲").output.contains("\(first)T23:59:59+08:00"))
        #expect(try accept("水利局", "\(year)", second, "--why", "乙").status == 0)
        _ = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        #expect(try findings.contains("\(year + 1)年1月21日"))
    }

    @Test(arguments: [
        ["水利局", "2024", "昨天", "--why", "甲"], ["水利局", "24", "2025-01-20", "--why", "甲"],
        ["水利局", "2024", "2025-02-30", "--why", "甲"], ["水利局", "2024", "2025-01-20", "--why", " "],
    ])
    func `refuses what it can't read`(arguments: [String]) throws {
        let run = try Nianbao(["accept-time"] + arguments + ["--config", scratch.path("nianbao.toml")])
        #expect(run.status == 64)
    }
}

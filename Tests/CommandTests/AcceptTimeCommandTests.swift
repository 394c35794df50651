import Fixtures
import Foundation
import Testing

@Suite struct `nianbao accept-time` {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        try scratch.writeSettings(try scratch.writeRoster("名称,报送期限\n青岚市水利局,1-20\n"))
        // The report of 2024 comes now, which is late.
        try scratch.write(TextLayout.tabs.text(of: SampleReport()), to: "inbox/水利局.txt")
        let run = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        #expect(run.status == 0)
    }

    private var findings: String {
        get throws { try scratch.text(of: "status/reports/2024/青岚市水利局/v1/result.json") }
    }

    private func accept(_ arguments: String...) throws -> Nianbao {
        try Nianbao(["accept-time"] + arguments + ["--config", scratch.path("nianbao.toml")])
    }

    @Test func `makes a report that is late one that is in time, on record`() throws {
        #expect(try findings.contains("\"late\""))
        let run = try accept("水利局", "2024", "2025-01-20T16:30", "--why", "共享中断，当日已当面提交")
        #expect(run.status == 0, "\(run.standardError)")
        #expect(
            run.output == """
                青岚市水利局 2024 年度报告的报送时间认定为 2025-01-20T16:30:00+08:00，已记入台账。
                已按这个时间重新校核，结论有变化。

                """)
        _ = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        #expect(try !findings.contains("\"late\""))
    }

    @Test func `of a day means its end, and the last word holds`() throws {
        #expect(try accept("水利局", "2024", "2025-01-20", "--why", "甲").output.contains("2025-01-20T23:59:59+08:00"))
        #expect(try accept("水利局", "2024", "2025-01-21", "--why", "乙").status == 0)
        _ = try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
        #expect(try findings.contains("2025年1月21日"))
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

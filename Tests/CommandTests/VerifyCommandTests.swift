import Fixtures
import Foundation
import Linux
import Testing

@Suite struct `nianbao verify` {
    private let scratch: ScratchFolder
    private let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        try scratch.copy(Nianbao.sample("青岚市民政局.txt"), to: "inbox/年报.txt")
        let run = try Nianbao([
            "watch", "--until-idle", "--settle", "10ms", "--inbox", scratch.path("inbox"), "--state",
            scratch.path("state"), "--status", scratch.path("status"),
        ])
        #expect(run.status == 0)
    }

    @Test func `a ledger that somebody changed is told of, whoever can read the journal`() throws {
        let database = scratch.path("state/ledger.sqlite")
        try ChildProgram.run(
            "/usr/bin/sqlite3", database,
            "UPDATE record SET message = '合格', event = char(27) || '[2J' WHERE number = 2")
        let run = try Nianbao("verify", "--state", scratch.path("state"))
        #expect(run.status == 1)
        #expect(run.output.contains("记录 2（") && run.output.contains("处改动"))
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test(.enabled(if: geteuid() == 0 && FileManager.default.isExecutableFile(atPath: "/usr/bin/setpriv")))
    func `another account reads the ledger as it is, and hears what it could not compare`() throws {
        // As somebody opens a state folder by hand: at its next start the service closes it.
        try scratch.permit(0o755, "state")
        let before = try scratch.names(in: "state")
        for name in before where name.hasPrefix("ledger.sqlite") { try scratch.permit(0o644, "state/\(name)") }
        let run = try Nianbao(
            nobody + [Nianbao.program.path(percentEncoded: false), "verify", "--state", scratch.path("state")],
            program: URL(filePath: "/usr/bin/setpriv"))
        #expect(run.status == 3, "\(run.standardError)")
        #expect(run.output.contains("未对照系统日志：账户 nobody 读不到系统日志。请运行 sudo nianbao verify"))
        #expect(run.output.contains("未核对封印：密钥（ledger.keys）读不出来（没有权限）"))
        #expect(!run.output.contains("没有发现"))
        #expect(try scratch.names(in: "state") == before)
    }
}

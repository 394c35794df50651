import Fixtures
import Foundation
import Testing

/// The folder of the office with the whole daemon around it.
@Suite struct DeskFolderTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status", "desk"] { try scratch.makeFolder(folder) }
        try scratch.permit(0o770, "desk")
        try scratch.writeSettings("[desk]\nfolder = \"\(scratch.path("desk"))\"\n")
        try scratch.copy(Nianbao.sample("青岚市民政局.txt"), to: "inbox/民政局.txt")
        #expect(try work().status == 0)
    }

    private func work() throws -> Nianbao {
        try Nianbao("watch", "--until-idle", "--config", scratch.path("nianbao.toml"))
    }

    private func page() throws -> String { try scratch.text(of: "status/核销结果.html") }

    private func hand(in name: String) throws {
        var book = try FilledBook([UInt8](Data(contentsOf: URL(filePath: scratch.path("status/核销单.xlsx")))))
        try book.fill("table3-row-total", "核销", "已电话核实")
        try Data(book.bytes()).write(to: URL(filePath: scratch.path("desk/\(name)")))
    }

    @Test func `a list that is filled in is taken by the run that meets it, and by no other`() throws {
        #expect(try page().contains("还没有收到核销单"))
        try hand(in: "核销单-王五.xlsx")
        let run = try work()
        #expect(run.status == 0 && run.output.contains("办公室的文件“核销单-王五.xlsx”"), "\(run.output)\(run.standardError)")
        #expect(try page().contains("核销单-王五.xlsx") && page().contains("已核销"))
        let first = try page()
        #expect(try !work().output.contains("办公室的文件"))
        #expect(try page() == first)
        #expect(try Nianbao("verify", "--config", scratch.path("nianbao.toml")).status != 1)
        #expect(try Nianbao("doctor", "--config", scratch.path("nianbao.toml")).output.contains("办公室的文件夹"))
    }

    @Test func `a daemon that is killed at any moment takes it once`() throws {
        try hand(in: "核销单.xlsx")
        for name in ["青岚市教育局", "青岚市水利局", "青岚市体育局", "青岚市林业局"] {
            try scratch.copy(Nianbao.sample("\(name).txt"), to: "inbox/\(name).txt")
            let daemon = try RunningDaemon(["--config", scratch.path("nianbao.toml")])
            #expect(daemon.hears(name))
            _ = daemon.end(with: SIGKILL)
        }
        #expect(try work().status == 0)
        let page = try page()
        #expect(page.matches(of: #/class="file /#).count == 1 && page.contains("核销 1 处"))
        #expect(try Nianbao("verify", "--config", scratch.path("nianbao.toml")).status != 1)
    }

    @Test func `a folder that everybody may write into is said to be so`() throws {
        try scratch.permit(0o777, "desk")
        try hand(in: "核销单.xlsx")
        #expect(try work().status == 0)
        #expect(try page().contains("还没有收到核销单"))
        #expect(try scratch.text(of: "status/index.html").contains("谁都能写入"))
        let doctor = try Nianbao("doctor", "--config", scratch.path("nianbao.toml"))
        #expect(doctor.output.contains("谁都能写入"))
    }
}

import Fixtures
import Foundation
import Testing

/// `nianbao prune` as a person runs it.
@Suite struct PruneCommandTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
    }

    private func run(_ arguments: String...) throws -> Nianbao {
        try Nianbao(arguments + ["--config", scratch.writeSettings("")])
    }

    private func copies() throws -> Int {
        let names = FileManager.default.enumerator(atPath: scratch.path("state/archive"))?.allObjects as? [String] ?? []
        return names.count { $0.contains("/") }
    }

    @Test func `tells, removes with apply, and makes no ledger where there is none`() throws {
        let none = try run("prune")
        #expect(none.status == 74)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("state/ledger.sqlite")))

        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(try run("watch", "--until-idle").status == 0)
        #expect(try run("prune", "--apply").output == "没有超过保存期限的内容。\n")

        let stray = "state/archive/ab/\(String(repeating: "ab", count: 32))"
        try scratch.makeFolder("state/archive/ab")
        try scratch.write("中断时留下的", to: stray)
        try FileManager.default.setAttributes(
            [.modificationDate: Date.now - 200_000], ofItemAtPath: scratch.path(stray))
        let told = try run("prune")
        #expect(told.lines.first == "将清理：")
        #expect(told.output.contains("1 份台账中没有登记的存档文件"))
        #expect(told.output.contains("什么也没有动"))
        #expect(try copies() == 2)
        #expect(try run("prune", "--apply").lines.first == "已清理，并记入台账和日志：")
        #expect(try copies() == 1)
        #expect(try run("prune").output == "没有超过保存期限的内容。\n")
        #expect(try run("verify").status != 1)
    }
}

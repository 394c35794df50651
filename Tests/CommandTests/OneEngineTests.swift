import Fixtures
import Foundation
import Testing

@Suite("One engine")
struct OneEngineTests {
    private static let samples = ["青岚市水利局.txt", "青岚市民政局.txt", "桐花街道办事处.txt", "空白的报告.txt", "青岚市体育局.txt"]

    /// All result files below the status folder.
    private func results(in scratch: ScratchFolder) throws -> [NSDictionary] {
        let status = URL(filePath: scratch.path("status"))
        let files = FileManager.default.enumerator(at: status, includingPropertiesForKeys: nil)?.allObjects as? [URL]
        return try (files ?? []).filter { $0.lastPathComponent == "result.json" }.map {
            try object(Data(contentsOf: $0))
        }
    }

    private func object(_ data: Data) throws -> NSDictionary {
        try #require(JSONSerialization.jsonObject(with: data) as? NSDictionary)
    }

    @Test(arguments: samples)
    func `check by hand and the daemon say the same of the same bytes`(sample: String) throws {
        let scratch = try ScratchFolder()
        for folder in ["inbox", "state", "status"] { try scratch.makeFolder(folder) }
        try scratch.copy(Nianbao.sample(sample), to: "inbox/\(sample)")
        let watch = try Nianbao([
            "watch", "--until-idle", "--settle", "1s", "--inbox", scratch.path("inbox"), "--state",
            scratch.path("state"),
            "--status", scratch.path("status"),
        ])
        #expect(watch.status == 0)
        let check = try Nianbao("check", "--format", "json", Nianbao.sample(sample))
        #expect(try results(in: scratch) == [object(Data(check.output.utf8))])
    }
}

import Daemon
import Foundation
import Office
import Rules
import Testing

@Suite("A returned report can be mended by its receipt alone")
struct MendingTests {
    /// A returned sample, and what its receipt says to change.
    struct Mending: CustomTestStringConvertible, Sendable {
        let file: String
        /// What stood there and what the receipt asks for.
        let changes: [(old: String, new: String)]

        var testDescription: String { file }
    }

    static let mendings = [
        // 前六栏之和为 10，总计栏为 11。请核对这一行各栏，使前六栏之和等于总计。
        Mending(file: "青岚市民政局.txt", changes: [("\t11\n", "\t10\n")]),
        // 是空白。请填写数字，没有的填 0。
        Mending(file: "青岚市财政局.txt", changes: [("行政处罚 |  |", "行政处罚 | 0 |")]),
        // 标题写的是 2023 年，统计期限写的是 2024 年。
        Mending(file: "青岚市交通运输局.txt", changes: [("交通运输局2023年政府", "交通运输局2024年政府")]),
        Mending(
            file: "桐花街道办事处.txt",
            changes: [
                // 留有模板文字“此处填写”。请换成本单位的实际内容。
                ("（此处填写政府信息管理情况）", "公文发文时确定公开属性。"),
                // 规章行填 0。
                ("规章\t1\t0\t1", "规章\t0\t0\t0"),
            ]),
        // 没有收取的，也请写明“未收取信息处理费”。
        Mending(file: "青岚市文化和旅游局.txt", changes: [("参加市民64人。", "参加市民64人。\n本年度未收取信息处理费。")]),
    ]

    @Test func `each returned sample that is a text is among them`() {
        let returned = SampleTests.samples.filter { $0.verdict == "returned" && $0.file.hasSuffix(".txt") }.map(\.file)
        #expect(Set(returned) == Set(Self.mendings.map(\.file)))
    }

    @Test(arguments: mendings)
    func `what the receipt asks for makes it good`(mending: Mending) async throws {
        let url = SampleTests.folder.appending(path: mending.file)
        var text = try String(contentsOf: url, encoding: .utf8)
        for change in mending.changes {
            try #require(text.contains(change.old))
            text = text.replacing(change.old, with: change.new)
        }
        let result = try await ReportChecker().result(of: Submission(Array(text.utf8), sha256: "", file: mending.file))
        #expect(result.verdict == .accepted)
    }
}

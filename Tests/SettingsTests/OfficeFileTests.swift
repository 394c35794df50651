import Reports
import Settings
import Testing

/// The list of the offices whose records are collected.
@Suite struct OfficeFileTests {
    private func parse(_ text: String) throws -> OfficeRoster {
        try OfficeFile.parse(Array(text.utf8), file: "offices.csv")
    }

    @Test func `offices form a tree`() throws {
        let roster = try parse(
            """
            证书,名称,上级
            ,东江省,
            qinglan,青岚市,东江省
            ,,
            haizhou,海州市,东江省
            linshui,临水县,青岚市
            """)
        #expect(roster.offices.map(\.name) == ["东江省", "青岚市", "海州市", "临水县"])
        #expect(roster.children(of: nil).map(\.name) == ["东江省"])
        #expect(roster.children(of: "东江省").map(\.name) == ["青岚市", "海州市"])
        #expect(roster.tree(under: "青岚市").map(\.name) == ["青岚市", "临水县"])
        #expect(roster.path(to: "临水县").map(\.name) == ["东江省", "青岚市"])
        #expect(roster["东江省"]?.certificate == nil)
        #expect(roster["临水县"]?.certificate == "linshui")
    }

    @Test(arguments: [
        ("名称,上级\n甲,乙", "“乙”应为名册中的另一个办公室，或留空"),
        ("名称,上级\n甲,乙\n乙,甲", "“甲”的上级绕了一圈又回到它自己"),
        ("名称,上级\n甲,甲", "“甲”的上级绕了一圈又回到它自己"),
        ("名称\n甲\n甲", "“甲”与第 2 行重复"),
        ("名称,证书\n,a", "第 2 行“名称”列：没有填写"),
        ("名称\n甲/乙", "“甲/乙”应为能用作文件名的名称"),
        ("名称,证书\n甲,A_b", "“A_b”应为证书的名称"), ("名称,证书\n甲,../x", "“../x”应为证书的名称"),
        ("名称,证书\n甲,-x", "“-x”应为证书的名称"), ("名称,证书\n甲,a\u{202E}b", "“a\\u{202e}b”应为证书的名称"),
        ("名字\n甲", "没有“名字”这一列"),
        ("上级\n甲", "缺少“名称”列"),
    ])
    func `what is wrong is named by its row`(text: String, words: String) throws {
        let error = #expect(throws: RosterError.self) { try parse(text) }
        #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
    }
}

import Foundation
import Reports
import Settings
import Testing

@Suite struct RosterFileTests {
    private func parse(_ text: String) throws -> [Agency] {
        try RosterFile.parse(Array(text.utf8), file: "agencies.csv").agencies
    }

    private func problems(_ text: String) -> [RosterProblem] {
        do throws(RosterError) {
            _ = try RosterFile.parse(Array(text.utf8), file: "agencies.csv")
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `columns are known by their heads, in any order`() throws {
        let agencies = try parse(
            "其他名称,名称,可制定规章,收件文件夹,联系人,分组,报送期限\r\n\"市水利局、水利局\",青岚市水利局,否,水利,办公室,市直部门,1月26日\r\n")
        #expect(
            agencies == [
                Agency(
                    name: "青岚市水利局", otherNames: ["市水利局", "水利局"], makesRules: false, group: "市直部门",
                    deadline: MonthDay("1-26"), folder: "水利", contact: "办公室")
            ])
    }

    @Test(arguments: ["1-26", "01/26", "1月26日", "2025/1/26", "2025年1月26日"])
    func `a date is read however a spreadsheet writes it`(text: String) throws {
        #expect(try parse("名称,报送期限\n青岚市水利局,\(text)\n").first?.deadline == MonthDay("1-26"))
    }

    @Test func `a table as WPS saves it is read`() throws {
        let text = "名称,分组\n青岚市水利局,市直部门\n\n青岚市教育局,\n"
        #expect(try parse("\u{FEFF}" + text).map(\.name) == ["青岚市水利局", "青岚市教育局"])
        let national = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(try RosterFile.parse([UInt8](national), file: "").agencies.map(\.name) == ["青岚市水利局", "青岚市教育局"])
    }

    @Test func `all that is wrong is told at once, with row and column`() {
        #expect(
            problems("名稱,分组\n") == [.unknownColumn("名稱", nearest: "名称"), .missingColumn("名称")])
        #expect(
            problems("名称,可制定规章\n青岚市水利局,有\n,是\n青岚市水利局,\n") == [
                .badValue(row: 2, column: "可制定规章", value: "有", expected: "“是”或“否”，或留空"),
                .blankName(row: 3), .repeated(row: 4, column: "名称", value: "青岚市水利局", firstRow: 2),
            ])
        #expect(problems("名称,报送期限\n青岚市水利局,月底\n").count == 1)
        #expect(problems("\u{0}\u{1}") == [.notText])
    }

    @Test func `the body whose report sums up the others is one at most`() throws {
        let text = "名称,汇总\n青岚市人民政府,是\n青岚市水利局,否\n青岚市教育局,\n"
        #expect(try RosterFile.parse(Array(text.utf8), file: "").summingUp?.name == "青岚市人民政府")
        #expect(try parse(text).map(\.sumsUp) == [true, false, false])
        #expect(problems("名称,汇总\n青岚市人民政府,是\n东屏区人民政府,是\n") == [.secondSum(row: 3, firstRow: 2)])
        #expect(
            problems("名称,汇总\n青岚市人民政府,对\n")
                == [.badValue(row: 2, column: "汇总", value: "对", expected: "“是”或“否”，或留空")])
    }

    @Test func `the roster that is installed is an empty one`() throws {
        let file = URL(filePath: #filePath).appending(path: "../../../etc/agencies.csv").standardized
        #expect(try RosterFile.parse([UInt8](Data(contentsOf: file)), file: "").agencies.isEmpty)
    }
}

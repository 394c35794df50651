import Reports
import Testing

@testable import Office

/// The form in which a person writes down the numbers of a report.
@Suite struct `The form for entering numbers` {
    /// The rows of the empty form, as it is printed.
    private static let empty: [[String]] =
        [[EntryForm.title]] + EntryForm.Field.allCases.map { [$0.rawValue] }
        + EntryForm.blocks.flatMap { block in [[block.title] + block.heads] + block.rows.map { [$0.label] } }

    /// The form with these fields, and a number counting up in each cell.
    private func filled(_ fields: [String: String] = [:]) -> [[String]] {
        var number = 0
        let places = Dictionary(
            EntryForm.blocks.flatMap(\.rows).map { ($0.label, $0.places.count) }, uniquingKeysWith: { $1 })
        return Self.empty.map { row in
            if let field = fields[row[0]] { return [row[0], field] }
            let count = places[row[0]] ?? 0
            number += count
            return row + (number - count..<number).map(String.init)
        }
    }

    private func read(_ rows: [[String]]) throws(EntryForm.Refusal) -> EntryForm.Reading {
        try EntryForm.reading(of: [zip(1..., rows).map { (number: $0, cells: $1) }])
    }

    private func problems(_ rows: [[String]]) -> [String] {
        do throws(EntryForm.Refusal) {
            _ = try read(rows)
            return []
        } catch {
            return error.problems
        }
    }

    @Test func `has every cell of the three tables once, in the order of the form`() throws {
        #expect(EntryForm.blocks.flatMap(\.rows).flatMap(\.places) == Tally.places)
        let reading = try read(filled(["单位": "水利局", "年度": "2024", "理由": "扫描件"]))
        #expect((reading.agency, reading.year, reading.why) == ("水利局", "2024", "扫描件"))
        #expect(Tally.places.map { reading.tally[$0]?.count } == Array(0..<Tally.places.count))
    }

    @Test func `is read as people write numbers, and rows may lie in any order`() throws {
        var rows = filled()
        let row = try #require(rows.firstIndex { $0[0] == "行政许可" })
        rows[row][1] = "１２，345".replacing("，", with: ",")
        let fees = try #require(rows.firstIndex { $0[0] == "行政事业性收费" })
        rows[fees][1] = "4166.214619"
        let reading = try read([rows[0]] + rows.dropFirst().reversed())
        #expect(reading.tally[.disclosureCell(.licensing, column: 0)]?.count == 12_345)
        #expect(reading.tally[.disclosureCell(.fees, column: 0)]?.digits == "4166.214619")
    }

    @Test func `whose columns are not those of the form is refused`() throws {
        for (title, change) in [("表三", "swapped"), ("表四", "renamed"), ("表三", "gone"), ("表二", "cut")] {
            var rows = filled()
            let head = try #require(rows.firstIndex { $0[0].hasPrefix(title) })
            switch change {
            case "swapped": rows[head].swapAt(1, 2)
            case "renamed": rows[head][1] = "维持"
            case "cut": rows[head].removeLast()
            default: rows.remove(at: head)
            }
            let found = problems(rows)
            #expect(found.count == 1 && found[0].contains("栏名"), "\(change): \(found)")
        }
    }

    @Test func `of which a workbook has two is refused`() throws {
        let rows = zip(1..., filled()).map { (number: $0, cells: $1) }
        #expect(throws: EntryForm.Refusal.self) { try EntryForm.reading(of: [rows, rows]) }
    }

    @Test(arguments: [
        ("", "没有填写；没有的请填 0。"), ("—", "不是整数"), ("1.5", "不是整数"), ("-1", "不是整数"), ("1,2", "不是整数"),
        ("9999999999999", "不是整数"), ("约12", "不是整数"),
    ])
    func `that is not whole is refused with the cell`(text: String, words: String) throws {
        var rows = filled()
        let row = try #require(rows.firstIndex { $0[0] == "行政处罚" })
        rows[row][1] = text
        let found = problems(rows)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("第 \(row + 1) 行 B 列（表二“行政处罚”行") == true && found[0].contains(words), "\(found)")
    }

    @Test func `that lacks a row, has one twice or has more cells is refused`() throws {
        var rows = filled()
        let row = try #require(rows.firstIndex { $0[0] == "（一）予以公开" })
        #expect(problems(rows.filter { $0[0] != "（一）予以公开" }).first?.hasPrefix("缺少“（一）予以公开”一行") == true)
        #expect(problems(rows + [rows[row]]).first?.contains("请只保留一行") == true)
        rows[row].append("8")
        #expect(problems(rows).first?.contains("I 列多出“8”") == true)
        #expect(problems([["单位", "水利局"]]).first?.hasPrefix("不是人工录入表") == true)
    }
}

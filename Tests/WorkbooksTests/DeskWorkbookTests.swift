import Foundation
import Office
import Reports
import Rules
import Testing

@Suite(
    "The workbooks of the desk, read by LibreOffice",
    .enabled(if: LibreOffice.isThere, "libreoffice-calc-nogui is not installed"))
struct DeskWorkbookTests {
    private static let morning = Date(timeIntervalSince1970: 1_737_336_600)

    private func summary(_ agency: String, version: Int, verdict: Verdict) -> ReportSummary {
        ReportSummary(
            year: "2024", agency: agency, version: version, receivedAt: Self.morning, verdict: verdict, errors: 2,
            warnings: 1, file: "=年报.docx", sha256: "ab", rulebook: "1.1", path: "reports/2024/\(agency)/v\(version)")
    }

    @Test func `the register has a line a version, the same as its CSV`() throws {
        let agency = Agency(name: "清河县财政局", group: "县直部门")
        let register = Register(
            [
                summary("清河县水利局", version: 1, verdict: .unreadable), summary("清河县财政局", version: 2, verdict: .accepted),
                summary("清河县财政局", version: 1, verdict: .returned),
            ], expected: [ExpectedAgency(agency, filedAs: agency.name)])
        let lines = try LibreOffice.csv(of: RegisterWorkbook.bytes(for: register))
        let time = "2025-01-20 09:30:00"
        #expect(
            lines.dropFirst() == [
                ["2024", "清河县水利局", "", "1", "是", "无法校核", time, "—", "—", "=年报.docx", "1.1", "ab", "", "回执"],
                ["2024", "清河县财政局", "县直部门", "1", "否", "退回修改", time, "2", "1", "=年报.docx", "1.1", "ab", "", "回执"],
                ["2024", "清河县财政局", "县直部门", "2", "是", "合格", time, "2", "1", "=年报.docx", "1.1", "ab", "", "回执"],
            ])
        let csv = RegisterTable.csv(for: register).split(separator: "\r\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(csv.count == lines.count)
        #expect(csv[0].map { $0.replacing("\u{FEFF}", with: "") } == lines[0])
        #expect(csv[2].contains("'=年报.docx"), "CSV has no other way to say that this is text")
        #expect(csv[2].last == "reports/2024/清河县财政局/v1/receipt.html")
    }

    @Test func `the totals have the tables as the form prints them, every cell in a line, and who is left out`() throws
    {
        var counts = Tally()
        for (index, place) in Tally.places.enumerated() { counts[place] = ExactDecimal("\(1000 + index)") }
        var result = ReportResult(file: "a", sha256: "", bytes: 1, verdict: .accepted)
        result.fill(from: counts.report, findings: [])
        let totals = Totals(
            year: 2024,
            versions: ["甲局", "乙局"].map {
                ReportVersion(
                    year: "2024", agency: $0, version: 1, receivedAt: Self.morning, result: result,
                    path: "reports/2024/\($0)/v1")
            }, expected: ["丙局"])
        let document = try LibreOffice.document(of: TotalsWorkbook.bytes(for: totals))
        let sheets = document.matches(of: /<table:table table:name="([^"]+)"/).map { String($0.1) }
        #expect(sheets == ["表二", "表三", "表四", "逐项", "各单位", "没有计入"])
        let numbers = document.matches(of: /office:value="(\d+)"/).compactMap { Int($0.1) }
        // Each number stands in its table, in its line, and below the bodies; the numbers of both bodies stand there once.
        let place = try #require(Tally.places.firstIndex(of: .requestsCell(.granted, .naturalPerson))) + 1000
        #expect(numbers.count { $0 == 2 * place } == 3)
        #expect(numbers.count { $0 == place } == 2)
        #expect(document.contains("三、本年度办理结果") && document.contains("尚未报送"))
        #expect(document.contains("table:number-rows-spanned=\"22\""))
    }

    @Test func `the register of many offices has a line a body, the same as its CSV`() throws {
        let bodies = [
            OfficeBody(
                office: "青岚县", year: "2024", agency: "=1+1", group: "县直部门", sumsUp: false, isListed: true,
                state: .judged(.returned), deadline: "2025-01-31",
                report: .init(
                    version: 2, receivedAt: Self.morning, errors: 4, warnings: 1, waived: 0, isEntered: true)),
            OfficeBody(
                office: "青岚县", year: "2024", agency: "县水利局", group: "", sumsUp: false, isListed: true, state: .overdue,
                deadline: "2025-01-31", report: nil),
        ]
        let book = try ProvinceRegister.workbook { take in for body in bodies { try take(body, ["某省", "某市"]) } }
        let lines = try LibreOffice.csv(of: book)
        #expect(
            lines.dropFirst() == [
                [
                    "某省/某市", "青岚县", "2024", "=1+1", "县直部门", "退回修改", "2025-01-31", "2025-01-20 09:30:00", "2", "4", "1",
                    "0",
                    "是", "按时",
                ], ["某省/某市", "青岚县", "2024", "县水利局", "", "逾期未报送", "2025-01-31", "", "", "", "", "", "", ""],
            ])
        #expect(lines[0].first == "上级" && lines[0].count == 14)
    }

    @Test func `the tables of many offices have each level in a line, and where a government's own report differs`()
        throws
    {
        var (sum, own) = (Tally(), Tally())
        for (index, place) in Tally.places.enumerated() {
            (sum[place], own[place]) = (ExactDecimal(1000 + index), ExactDecimal(1000 + index))
        }
        own[.disclosureCell(.licensing, column: 0)] = ExactDecimal(77_777)
        let roster = OfficeRoster([
            .init(name: "某市", certificate: "a"), .init(name: "某县", parent: "某市", certificate: "b"),
        ])
        let sums = ["某市", "某县"].map { name in
            OfficeSum(office: name, year: 2024, tally: sum, counted: 3, leftOut: 1, own: name == "某县" ? own : nil)
        }
        let totals = ProvinceTotals(
            year: 2024, roster: roster, sums: Dictionary(uniqueKeysWithValues: sums.map { ($0.office, $0) }))
        let document = try LibreOffice.document(of: ProvinceTotalsWorkbook.bytes(for: totals))
        let sheets = document.matches(of: /<table:table table:name="([^"]+)"/).map { String($0.1) }
        #expect(sheets == ["表二", "表三", "表四", "逐项", "各办公室", "不一致"])
        #expect(document.contains("某市（含下级）"))
        #expect(document.matches(of: /office:value="77777"/).count == 1)
    }
}

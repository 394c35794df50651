import Ledger
import Linux
import Office
import Reports
import Rules
import Testing

@Suite struct FilingTests {
    @Test func `a report is filed under what it calls itself`() {
        let filing = inspection(agency: "某县财政局", year: 2024).filing(at: path("年报.txt", in: "财政局"))
        #expect(filing.year == "2024")
        #expect(filing.agency == "某县财政局")
    }

    @Test func `one that does not say is filed under the folder of its bureau, else under its file's name`() {
        #expect(inspection().filing(at: path("年报.txt", in: "财政局")).agency == "财政局")
        #expect(inspection().filing(at: path("财政局2024年.v2.txt")).agency == "财政局2024年.v2")
        #expect(inspection().filing(at: path("年报.txt")).year == "未知年度")
    }

    @Test(arguments: [
        ("../../etc", "_.._etc"), ("某局/信息科", "某局_信息科"), ("a\u{0}b\nc", "a_b_c"), ("某局\u{202E}txt", "某局_txt"),
        ("..", "未知单位"), ("  某局. ", "某局"), ("C:\\x|y", "C__x_y"),
    ])
    func `a name is made safe for a folder`(name: String, folder: String) {
        #expect(inspection(agency: name).filing(at: path("年报.txt")).agency == folder)
    }

    @Test func `a name too long for a folder is cut between characters`() {
        let filing = inspection(agency: String(repeating: "局", count: 100)).filing(at: path("年报.txt"))
        #expect(filing.agency == String(repeating: "局", count: 66))
    }

    @Test func `the roster's name of an agency decides`() {
        var inspection = inspection(agency: "市财政局", year: 2024)
        inspection.agency = Agency(name: "青岚市财政局")
        #expect(inspection.filing(at: path("年报.txt")).agency == "青岚市财政局")
    }

    private func inspection(agency: String? = nil, year: Int? = nil) -> CheckedReport {
        var result = ReportResult(file: "年报.txt", sha256: "", bytes: 0, format: "txt", verdict: .unreadable)
        (result.agency, result.year) = (agency, year)
        return CheckedReport(result: result)
    }

    private func path(_ name: String, in folder: String? = nil) -> InboxPath {
        InboxPath(folder: folder.map { FileName($0) }, name: FileName(name))
    }
}

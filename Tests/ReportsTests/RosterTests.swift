import Reports
import Testing

@Suite struct RosterTests {
    private let roster = Roster([
        Agency(name: "青岚市经济和信息化局", otherNames: ["青岚市工信局"], folder: "经信局"),
        Agency(name: "青岚市水利局"),
        Agency(name: "东屏区水利局"),
        Agency(name: "青岚市人民政府办公室"),
        Agency(name: "北屏工业园区管理委员会"),
    ])

    @Test(arguments: [
        ("青岚市经济和信息化局", "青岚市经济和信息化局"),
        ("青岚市 经济和信息化局", "青岚市经济和信息化局"),
        ("市经信局", "青岚市经济和信息化局"),
        ("经济和信息化局", "青岚市经济和信息化局"),
        ("青岚市工信局", "青岚市经济和信息化局"),
        ("青岚市经济和信息化局办公室", "青岚市经济和信息化局"),
        ("市水利局", "青岚市水利局"),
        ("北屏工业园区管委会", "北屏工业园区管理委员会"),
    ])
    func `an agency is known however it calls itself`(printed: String, name: String) {
        #expect(roster.agency(named: printed)?.name == name)
    }

    @Test(arguments: ["水利局", "青岚市教育局", "", "局", "青岚市"])
    func `a name that could be two agencies' or nobody's is nobody's`(printed: String) {
        #expect(roster.agency(named: printed) == nil)
    }

    @Test(arguments: [
        ("经济和信息化局", ["青岚市工信局"], "青岚市经济和信息化局"),
        ("青岚市水利水务局", ["青岚市水利局"], "青岚市水利局"),
        ("水利局", ["东屏区水利局"], "东屏区水利局"),
        ("东屏区水利局", ["水利局"], "东屏区水利局"),
        ("青岚市水利局", ["东屏区水利局"], "青岚市水利局"),
    ])
    func `of several names of a body the one on the roster counts`(name: String, others: [String], agency: String) {
        #expect(roster.agency(named: name, or: others)?.name == agency)
    }

    @Test func `a short name in a signature is nobody's where the long one is not on the roster`() {
        let roster = Roster([Agency(name: "东屏区水利局")])
        #expect(roster.agency(named: "青岚市水利局", or: ["水利局"]) == nil)
    }

    @Test func `a folder is an agency's by the roster, else by its name`() {
        #expect(roster.agency(inFolder: "经信局")?.name == "青岚市经济和信息化局")
        #expect(roster.agency(inFolder: "东屏区水利局")?.name == "东屏区水利局")
        #expect(roster.agency(inFolder: "教育局") == nil)
    }
}

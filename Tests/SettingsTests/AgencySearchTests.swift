import Reports
import Settings
import Testing

@Suite struct `The body that somebody means` {
    private static let roster = Roster([
        Agency(name: "青岚市民政局"), Agency(name: "青岚市教育和体育局", otherNames: ["青岚市教育局"]),
    ])

    private func find(_ words: String, filed: String...) -> AgencySearch.Found {
        AgencySearch.find(words, in: Self.roster, filed: filed)
    }

    @Test func `is one of the roster, whatever else was filed`() {
        let misplaced = "（caizheng文件夹报来）青岚市民政局"
        #expect(find("民政局", filed: "青岚市民政局", misplaced) == .one("青岚市民政局"))
        #expect(find(misplaced, filed: misplaced) == .one(misplaced))
        #expect(find("caizheng", filed: misplaced) == .one(misplaced))
    }

    @Test func `is the one that had a name before`() {
        #expect(find("青岚市教育局", filed: "青岚市教育局") == .one("青岚市教育和体育局"))
    }
}

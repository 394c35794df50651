import Fixtures
import Reports
import Rules
import SystemPackage
import Testing

@testable import Settings

@Suite struct `The settings of the rules`: ReadsSettings {
    @Test func `let an office raise, lower and put off a rule`() throws {
        let settings = try parse(
            """
            [rules]
            section-title = "error"
            cell-blank = "warning"
            near-copy = "off"
            """)
        #expect(
            settings.policy.weights == [
                "section-title": .severity(.error), "cell-blank": .severity(.warning), "near-copy": .off,
            ])
    }

    @Test func `are those of the rulebook where they say the same`() throws {
        #expect(try parse("[rules]\nsection-title = \"warning\"") == Settings())
    }

    @Test func `come out as they went in`() throws {
        let settings = try parse(
            """
            [roster]
            path = "/etc/nianbao/agencies.csv"
            [thresholds]
            overview_characters = 1500
            likeness = 65
            [rules]
            residue = "off"
            """)
        #expect(try parse(SettingsPage.text(of: settings)) == settings)
    }

    @Test func `have a key for each rule that an office decides on`() {
        let keys = SettingKey.all.filter { $0.table == "rules" }.map(\.last)
        let fixed = Rulebook.rules.map(\.id).filter { !keys.contains($0) }
        #expect(keys == Rulebook.rules.map(\.id).filter { !fixed.contains($0) })
        #expect(fixed.allSatisfy { $0.hasPrefix("unreadable-") || $0 == "duplicate" })
        #expect(fixed.count == Rulebook.rules.count { $0.id.hasPrefix("unreadable-") } + 1)
    }

    @Test(arguments: [
        (
            "[rules]\nsectoin-title = \"off\"",
            SettingsProblem.unknownKey(line: 2, "rules.sectoin-title", nearest: "rules.section-title")
        ),
        ("[rule]\n", .unknownTable(line: 1, "rule", nearest: "[rules]")),
    ])
    func `name the nearest rule for one that does not exist`(text: String, problem: SettingsProblem) {
        #expect(problems(text) == [problem])
    }

    @Test(arguments: [
        "[rules]\nperiod = \"fatal\"", "[rules]\nperiod = false", "[thresholds]\nlikeness = 0",
        "[thresholds]\nlikeness = 101", "[thresholds]\noverview_characters = 0", "[roster]\npath = \"agencies.csv\"",
    ])
    func `refuse a bad value with its line`(text: String) {
        guard case .badValue(line: 2, key: _, expected: _)? = problems(text).first else {
            Issue.record("not a bad value: \(problems(text))")
            return
        }
    }

    @Test func `take the limits of rules`() throws {
        let thresholds = try parse("[thresholds]\noverview_characters = 1500\nlikeness = 65").thresholds
        #expect(thresholds.overviewCharacters == 1500)
        #expect(thresholds.likeness == 65)
    }

    @Test(arguments: ["", "[roster]\npath = \"\""])
    func `name no roster unless they say so`(text: String) throws {
        let settings = try parse(text)
        #expect(settings.roster.path == nil)
        #expect(try settings.loadRoster() == Roster())
    }

    @Test func `name a roster, which is read`() throws {
        let scratch = try ScratchFolder()
        try scratch.write("名称\n青岚市水利局\n", to: "agencies.csv")
        let settings = try parse("[roster]\npath = \"\(scratch.path("agencies.csv"))\"")
        #expect(try settings.loadRoster().agencies.map(\.name) == ["青岚市水利局"])
    }

    @Test func `name a roster that is missing, which is an error of the roster`() throws {
        let settings = try parse("[roster]\npath = \"/nowhere/agencies.csv\"")
        let error = #expect(throws: RosterError.self) { try settings.loadRoster() }
        #expect(error?.problems == [.unreadable(.missing, setting: "roster.path")])
    }
}

import TOML
import Testing

@Suite struct `A TOML text` {
    private let text = """
        # 注释
        title = "年报"
        days = [
          14,
          7,
        ]

        [groups."市直部门"]
        submit = '1-26'   # = [
        on = true
        ratio = 0.5

        [inbox]
        ignore = ["a = b", "[state]"]
        note = \"\"\"
        line = 1
        \"\"\"
        deep.er = 1
        """

    /// Each name with its line, the names of tables before those in them.
    private func lines(_ table: TOMLValue, _ above: String = "") -> [String] {
        (table.table ?? []).flatMap { ["\(above)\($0.name) \($0.value.line)"] + lines($0.value, "\(above)\($0.name).") }
    }

    @Test func `has its names in the order of their lines`() throws {
        #expect(
            try lines(TOMLValue(parsing: text)) == [
                "title 2", "days 3", "groups 8", "groups.市直部门 8", "groups.市直部门.submit 9", "groups.市直部门.on 10",
                "groups.市直部门.ratio 11", "inbox 13", "inbox.ignore 14", "inbox.note 15", "inbox.deep 18",
                "inbox.deep.er 18",
            ])
    }

    @Test func `has values of each kind`() throws {
        let values = try TOMLValue(parsing: "a = \"字\\t\"\nb = -7\nc = false\nd = 2027-01-31\ne = []\nf = {}").table
        #expect(
            values?.map(\.value.content) == [
                .string("字\t"), .integer(-7), .boolean(false), .other, .array([]), .table([]),
            ])
        #expect(try TOMLValue(parsing: text).table?[1].value.array?.map(\.integer) == [14, 7])
    }

    @Test func `that is empty is a table without names`() throws {
        #expect(try TOMLValue(parsing: "").table == [])
    }

    @Test(arguments: [("a = 1\na = 2", 2), ("[inbox]\npath = \n", 2), ("a = 99999999999999999999", 1), ("局 = 1", 1)])
    func `that is none is refused with its line`(text: String, line: Int) {
        let problem = #expect(throws: TOMLProblem.self) { try TOMLValue(parsing: text) }
        #expect(problem?.line == line)
        #expect(problem?.words.isEmpty == false)
    }

    @Test func `that nests without end is refused`() {
        #expect(throws: TOMLProblem.self) {
            try TOMLValue(parsing: "a = " + String(repeating: "[", count: 100_000))
        }
    }
}

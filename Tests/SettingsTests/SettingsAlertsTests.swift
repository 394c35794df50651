import Channels
import Reports
import Testing

@testable import Settings

@Suite struct `The settings of deadlines and channels`: ReadsSettings {
    private let text = """
        [deadlines]
        submit = "1-28"
        grace = 2
        reminders = [7, 1]
        next_workday = true
        zone = "Asia/Urumqi"
        [groups."市直部门"]
        submit = "1-20"
        publish = "1月25日"
        [groups."街道"]
        submit = "1-10"
        [alerts]
        remind_at = "08:40"
        [channels."值班群"]
        kind = "wecom"
        token = "wecom-key"
        least = "critical"
        [channels."办公室 邮箱"]
        kind = "mail"
        to = ["bgs@example.gov.cn"]
        """

    @Test func `give each group its dates`() throws {
        let settings = try parse(text)
        #expect(settings.deadlines.everybody.submit == MonthDay("1-28"))
        #expect(
            settings.deadlines.groups["市直部门"] == Deadlines.Dates(submit: MonthDay("1-20"), publish: MonthDay("1-25")))
        #expect(settings.deadlines.groups["街道"]?.submit == MonthDay("1-10"))
        #expect(settings.deadlines.grace == 2 && settings.deadlines.reminders == [7, 1])
        #expect(settings.deadlines.zone == "Asia/Urumqi" && settings.deadlines.movesToWorkday)
        #expect(settings.alerts.remindAt == 520)
    }

    @Test func `name channels`() throws {
        let settings = try parse(text)
        #expect(settings.channels["值班群"]?.kind == .wecom)
        #expect(settings.channels["值班群"]?.address == Channel.Kind.wecom.standardURL)
        #expect(settings.channels["值班群"]?.least == .critical)
        #expect(settings.channels["办公室 邮箱"]?.recipients == ["bgs@example.gov.cn"])
        #expect(try parse("").channels.isEmpty)
    }

    @Test func `come out as they went in`() throws {
        let settings = try parse(text)
        #expect(try parse(SettingsPage.text(of: settings)) == settings)
    }

    @Test(arguments: [
        (
            "[groups.\"街道\"]\nsubmitt = \"1-2\"",
            SettingsProblem.unknownKey(line: 2, "groups.街道.submitt", nearest: "groups.街道.submit")
        ),
        ("[groups]\n\"街道\" = \"1-2\"", .notTable(line: 2, "groups.街道")),
        ("\n[group.\"街道\"]\nsubmit = \"1-2\"", .unknownTable(line: 2, "group", nearest: "[groups]")),
    ])
    func `name what is wrong in a table of the office's own`(text: String, problem: SettingsProblem) {
        #expect(problems(text) == [problem])
    }

    @Test func `tell that a Chinese name needs quotes`() {
        let problem = problems("[deadlines]\n[groups.街道]\nsubmit = \"1-2\"").first
        #expect(problem?.description == " 第 2 行第 9 列：中文的名称要加引号，如 [groups.\"市直部门\"]。")
    }

    @Test(arguments: [
        ("kind = \"mail\"", "to"), ("kind = \"webhook\"", "url"), ("kind = \"wecom\"", "token"),
        ("url = \"https://a.example/\"", "kind"), ("kind = \"heartbeat\"", "url"),
    ])
    func `say what a channel can't do without`(line: String, key: String) {
        guard case .missingValue(line: 1, "channels.甲.\(key)", _) = problems("[channels.\"甲\"]\n\(line)\n").first else {
            Issue.record("\(problems("[channels.\"甲\"]\n\(line)\n"))")
            return
        }
    }

    @Test(arguments: [
        "kind = \"webhook\"\nurl = \"http://relay.example.gov.cn/hook\"\ntoken = \"a\"",
        "kind = \"webhook\"\nsecret = \"a\"\nurl = \"http://10.0.0.8/hook\"",
        "kind = \"wecom\"\ntoken = \"a\"\nurl = \"http://127.0.0.1.example.com/send\"",
        "kind = \"heartbeat\"\ntoken = \"a\"\nurl = \"http://[2001:db8::1]/ping\"",
    ])
    func `send no key in the clear`(lines: String) {
        let problems = problems("[channels.\"甲\"]\n\(lines)\n")
        guard case .refusedValue(line: 1, "channels.甲.url", _) = problems.first else {
            Issue.record("\(problems)")
            return
        }
    }

    @Test(arguments: [
        "kind = \"webhook\"\nurl = \"http://127.0.0.1:9/hook\"\ntoken = \"a\"",
        "kind = \"wecom\"\nurl = \"http://[::1]:9/send\"\ntoken = \"a\"",
        "kind = \"webhook\"\nurl = \"http://localhost/hook\"\nsecret = \"a\"",
        "kind = \"webhook\"\nurl = \"http://relay.example.gov.cn/hook\"",
        "kind = \"webhook\"\nurl = \"https://relay.example.gov.cn/hook\"\ntoken = \"a\"",
    ])
    func `may send one to this machine, and what needs none anywhere`(lines: String) {
        #expect(problems("[channels.\"甲\"]\n\(lines)\n") == [])
    }

    @Test(arguments: [
        "url = \"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=abc\"", "url = \"https://a:b@example/\"",
        "url = \"ftp://example/\"", "token = \"../../etc/passwd\"", "to = [\"a@b\\n.Bcc\"]", "to = [\"nobody\"]",
    ])
    func `refuse a key in an address, and what could break out of its place`(line: String) {
        guard case .badValue = problems("[channels.\"甲\"]\nkind = \"webhook\"\n\(line)\n").first else {
            Issue.record("not refused")
            return
        }
    }
}

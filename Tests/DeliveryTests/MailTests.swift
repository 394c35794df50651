import Alerts
import Channels
import Fixtures
import Foundation
import Ledger
import Services
import Settings
import Testing

@testable import Delivery

@Suite("Letters through the machine's own mail system")
struct MailTests {
    private func letters(_ room: PostRoom) throws -> [(head: [String: String], body: String, request: [String: Any])] {
        try room.sink.requests.compactMap { request in
            guard let head = request["head"] as? [String: String], let body = request["body"] as? String else {
                return nil
            }
            return (head, body, request)
        }
    }

    @Test func `arrive, and are read as they were meant`() async throws {
        let room = try PostRoom(.mail)
        room.settings.alerts.office = "青岚市人民政府办公室政务公开工作领导小组办公室"
        try await room.alarm()
        await room.work()
        let letter = try #require(try letters(room).first)
        #expect(letter.head["Subject"] == "【年报校核·严重】收件文件夹打不开：1 个")
        #expect(letter.request["to"] as? [String] == ["bgs@qinglan.example", "zwgk@qinglan.example"])
        #expect(letter.head["Auto-Submitted"] == "auto-generated")
        #expect(letter.head["From"] == "nianbao@qinglan.example")
        #expect(letter.head["Date"] == "Thu, 21 Jan 2027 09:10:40 +0800")
        #expect(letter.body.contains("涉及：/srv/nianbao/inbox\n") && letter.body.contains("青岚市人民政府办公室政务公开"))
        #expect(letter.request["defects"] as? [String] == [])
        #expect((letter.request["longest"] as? Int ?? 999) <= 80)
    }

    @Test func `on one matter are one thread`() async throws {
        let room = try PostRoom(.mail)
        try await room.alarm()
        await room.work()
        try await room.calm()
        await room.work()
        try await room.alarm("别处")
        try await room.advance(after: 400)
        await room.work()
        let heads = try letters(room).map(\.head)
        try #require(heads.count == 3)
        #expect(heads[0]["In-Reply-To"] == nil && heads[1]["In-Reply-To"] == heads[0]["Message-ID"])
        #expect(heads[1]["Message-ID"] != heads[0]["Message-ID"] && heads[2]["In-Reply-To"] == nil)
    }

    @Test func `that can't be sent now are sent later`() async throws {
        let room = try PostRoom(.mail)
        room.sink.stop()
        try await room.alarm()
        await room.work()
        #expect(room.said.contains("发信程序暂时送不出去"))
        #expect(try letters(room).isEmpty)
        try room.scratch.writeScript(
            "#!/bin/sh\ncat >'\(room.scratch.path("letter"))'\necho \"$@\" >'\(room.scratch.path("arguments"))'\n",
            to: "sendmail")
        await room.work(after: 60)
        #expect(try room.scratch.text(of: "letter").contains("\nAuto-Submitted: auto-generated\n"))
        #expect(try room.scratch.text(of: "arguments") == "-t -i\n")
    }

    @Test func `are kept where there is no mail system`() async throws {
        let room = try PostRoom(.mail)
        room.settings.channels["mail"]?.program = "/nowhere/sendmail"
        room.begin()
        try await room.alarm()
        await room.work()
        #expect(room.said.contains("/nowhere/sendmail 不能运行"))
        #expect(try await room.ledger.dueDeliveries(at: room.now.date + 100, limit: 9).count == 1)
    }

    @Test(arguments: [
        ("exit 0", Outcome.delivered), ("exit 75", .failed("发信程序暂时送不出去")),
        // Whether it had handed on the letter by then, nobody knows.
        ("kill -9 $$", .failed("发信程序被信号 9 终止", mayHaveArrived: true)),
        ("yes", .failed("发信程序输出过多，已被终止", mayHaveArrived: true)),
    ])
    func `have arrived, may have or have not, as the program ends`(script: String, outcome: Outcome) throws {
        let scratch = try ScratchFolder()
        try scratch.writeScript("#!/bin/sh\n\(script)\n", to: "sendmail")
        #expect(MailProgram.send("Subject: x\n\ny\n", by: scratch.path("sendmail")) == outcome)
    }

    @Test(arguments: [
        "短", "abc", String(repeating: "甲乙丙丁", count: 40), "𠮷👨‍👩‍👧‍👦 emoji \u{301}", "换\n行: x@y",
    ])
    func `have a head that no subject breaks`(title: String) {
        let notice = Notice(
            id: "nb-1", kind: "test", title: title, advice: "", severity: .info, isTest: true,
            at: Date(timeIntervalSince1970: 0))
        var channel = Channel(kind: .mail)
        channel.recipients = ["a@b.example"]
        let head = Mail.letter(notice, through: channel).split(separator: "\n\n")[0].split(separator: "\n")
        #expect(head.allSatisfy { $0.utf8.count <= 78 && $0.allSatisfy(\.isASCII) })
        #expect(head.allSatisfy { $0.hasPrefix(" ") || $0.contains(": ") })
    }
}

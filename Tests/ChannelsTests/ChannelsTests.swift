import Channels
import Foundation
import Linux
import Testing

@Suite struct `A notice in words` {
    private func notice(_ count: Int, resolved: Int = 0) -> Notice {
        let date = Date(timeIntervalSince1970: 1_800_493_800)
        let item = { (number: Int) in Notice.Item(alert: Int64(number), subject: "第\(number)局 2026", since: date) }
        return Notice(
            id: "nb-0a1b2c3d-7", kind: "report-overdue", title: "逾期未报送", advice: "请催促这些单位。", severity: .warning,
            firing: (1...max(count, 1)).prefix(count).map(item), resolved: (101...200).prefix(resolved).map(item),
            at: date, office: "青岚市政务公开办",
            link: "https://share.example/index.html")
    }

    @Test func `says what, whom, what to do, where to look, and its number`() {
        #expect(
            NoticeText(notice(2, resolved: 1)).text(limit: 2048) == """
                【年报校核·警告】逾期未报送：2 个，1 个已恢复
                涉及：第1局 2026、第2局 2026
                已恢复：第101局 2026
                请催促这些单位。
                详情：https://share.example/index.html
                青岚市政务公开办，2027-01-21 09:10，编号 nb-0a1b2c3d-7
                """)
    }

    @Test func `says by when, and whom to ask, where there is room for that of all`() {
        var due = notice(2)
        for index in due.firing.indices { due.firing[index].remark = "期限 1月26日，联系人 办公室" }
        #expect(NoticeText(due).text(limit: 2048).contains("涉及：第1局 2026（期限 1月26日，联系人 办公室）、第2局 2026（期限 1月26日，联系人 办公室）"))
        #expect(NoticeText(due).text(limit: 300).contains("涉及：第1局 2026、第2局 2026\n"))
    }

    @Test func `that comes again says so`() {
        #expect(NoticeText(notice(1), isResend: true).subject == "【年报校核·警告】逾期未报送：1 个（重发）")
    }

    @Test(arguments: [0, 3, 60, 5000], [300, 2048, 15_000])
    func `is cut at whole agencies to what a channel takes`(count: Int, limit: Int) {
        let text = NoticeText(notice(count, resolved: 20)).text(limit: limit)
        #expect(text.utf8.count <= limit)
        #expect(text.hasSuffix("编号 nb-0a1b2c3d-7"))
        #expect(count < 5000 || text.contains(" 等 5000 个"))
    }
}

@Suite struct `A channel` {
    private let date = Date(timeIntervalSince1970: 1_800_493_800)

    private func notice() -> Notice {
        Notice(
            id: "nb-1", kind: "disk-low", title: "磁盘快满了", advice: "请清理。", severity: .critical,
            firing: [Notice.Item(alert: 5, subject: "/srv", since: date)], at: date)
    }

    private func request(_ kind: Channel.Kind, url: String? = nil, _ secrets: Secrets) throws -> Request {
        var channel = Channel(kind: kind)
        channel.url = url
        return try #require(
            try channel.request(for: notice(), named: "甲", isResend: false, secrets, at: date))
    }

    @Test func `of 钉钉 is signed in its address`() throws {
        let request = try request(.dingtalk, Secrets(token: "abc", key: "SEC000"))
        // Worked out by hand with openssl: printf '1800493800000\nSEC000' | openssl dgst -sha256 -hmac SEC000 -binary | base64
        #expect(
            request.url
                == "https://oapi.dingtalk.com/robot/send?access_token=abc&timestamp=1800493800000&sign=XF0%2BJRwd%2BHMeISPoyZm8xELEK7NT19mwuioQWCFRMUI%3D"
        )
    }

    @Test func `of 飞书 is signed in its body`() throws {
        let request = try request(.feishu, Secrets(token: "t-1", key: "k"))
        #expect(request.url == "https://open.feishu.cn/open-apis/bot/v2/hook/t-1")
        let body = String(decoding: request.body ?? [], as: UTF8.self)
        #expect(
            body.contains(#""sign":"7btk8TT1nh97t72C0EAS3+UbD/r+Ml7l+NLW+pc0NY4=""#)
                && body.contains(#""timestamp":"1800493800""#))
    }

    @Test func `of 企业微信 has its key in the address, and of a relay none`() throws {
        #expect(
            try request(.wecom, Secrets(token: "k&1")).url
                == "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k%261")
        #expect(try request(.wecom, url: "http://relay.local/x", Secrets()).url == "http://relay.local/x")
    }

    @Test func `of a webhook speaks Alertmanager's fourth version`() throws {
        let request = try request(.webhook, url: "https://a.example/hook", Secrets(token: "T", key: "K"))
        let body = try #require(try JSONSerialization.jsonObject(with: Data(request.body ?? [])) as? [String: Any])
        #expect(body["version"] as? String == "4" && body["status"] as? String == "firing")
        let alert = try #require((body["alerts"] as? [[String: Any]])?.first)
        #expect((alert["labels"] as? [String: String])?["alertname"] == "disk-low")
        #expect(alert["startsAt"] as? String == "2027-01-21T01:10:00Z")
        #expect((alert["fingerprint"] as? String)?.count == 16)
        let code = HMAC.code(of: Array("1800493800.".utf8) + (request.body ?? []), key: Array("K".utf8))
        #expect(request.headers.contains("X-Nianbao-Signature: sha256=\(code.hexadecimal)"))
        #expect(request.headers.contains("Authorization: Bearer T"))
    }

    @Test(arguments: [
        (Channel.Kind.wecom, #"{"errcode":0,"errmsg":"ok"}"#, true),
        (.wecom, #"{"errcode":40058,"errmsg":"x"}"#, false),
        (.dingtalk, #"{"errcode":310000}"#, false), (.dingtalk, #"{"errcode":0}"#, true),
        (.feishu, #"{"code":0,"msg":"success"}"#, true), (.feishu, #"{"code":19021}"#, false),
        (.feishu, #"{"StatusCode":0}"#, true), (.wecom, "<html>ok</html>", false),
    ])
    func `that answers 200 has not always taken the notice`(kind: Channel.Kind, body: String, isDelivered: Bool) {
        let outcome = Channel(kind: kind).outcome(of: Answer(status: 200, body: Array(body.utf8)))
        #expect((outcome == .delivered) == isDelivered)
    }

    @Test func `that is told to be too fast is left alone as long as it wants`() {
        let code = Answer(status: 200, body: Array(#"{"errcode":130101}"#.utf8))
        guard case .failed(_, 600, false) = Channel(kind: .dingtalk).outcome(of: code) else {
            Issue.record("\(Channel(kind: .dingtalk).outcome(of: code))")
            return
        }
        guard case .failed(_, 17, false) = Channel(kind: .webhook).outcome(of: Answer(status: 429, retryAfter: 17))
        else {
            Issue.record("no pause")
            return
        }
    }

    @Test(arguments: [(503, false), (500, true), (502, true), (504, true), (404, false)])
    func `that is busy has not taken the notice, and one that fails may have`(status: Int, mayHaveArrived: Bool) {
        guard case .failed(_, _, mayHaveArrived) = Channel(kind: .webhook).outcome(of: Answer(status: status)) else {
            Issue.record("\(Channel(kind: .webhook).outcome(of: Answer(status: status)))")
            return
        }
    }

    @Test func `says nothing that the other side has said, since a key may be in it`() {
        let echo = Answer(status: 200, body: Array(#"{"errcode":93000,"errmsg":"invalid key=geheim"}"#.utf8))
        #expect(!"\(Channel(kind: .wecom).outcome(of: echo))".contains("geheim"))
    }

    @Test func `waits longer after each failure, and an hour at the most`() {
        let pauses = (1...12).map(Backoff.pause)
        #expect(pauses == pauses.sorted() && pauses[0] == 15 && pauses.last == 3600)
        #expect(Backoff.pause(after: 1_000_000) == 3600)
    }
}

import Foundation
import Linux

/// The robots of the three group chats: how each wants to be spoken to, and what its answers mean.
enum Robot {
    /// What each takes, in bytes of the text; the frame around it is small.
    private static func limit(of kind: Channel.Kind) -> Int { kind == .wecom ? 2_048 : 15_000 }

    /// The request that gives a text to a robot.
    static func request(
        _ kind: Channel.Kind, _ text: NoticeText, to address: String, _ secrets: Secrets, at now: Date
    ) throws -> Request {
        let words = text.text(limit: limit(of: kind))
        let headers = ["Content-Type: application/json; charset=utf-8"]
        switch kind {
        case .wecom:
            let url = secrets.token.map { "\(address)?key=\($0.escaped)" } ?? address
            return Request(
                url: url, headers: headers,
                body: try JSONBody.bytes(Plain(msgtype: "text", text: .init(content: words))))
        case .dingtalk:
            let milliseconds = Int(now.timeIntervalSince1970 * 1000)
            let pairs = [
                secrets.token.map { "access_token=\($0.escaped)" },
                secrets.key.map { key in
                    let sign = HMAC.code(of: Array("\(milliseconds)\n\(key)".utf8), key: Array(key.utf8))
                    return "timestamp=\(milliseconds)&sign=\(Data(sign).base64EncodedString().escaped)"
                },
            ].compactMap(\.self)
            let url = pairs.isEmpty ? address : "\(address)?\(pairs.joined(separator: "&"))"
            return Request(
                url: url, headers: headers,
                body: try JSONBody.bytes(Plain(msgtype: "text", text: .init(content: words))))
        default:
            let seconds = Int(now.timeIntervalSince1970)
            let sign = secrets.key.map { key in
                Data(HMAC.code(of: [], key: Array("\(seconds)\n\(key)".utf8))).base64EncodedString()
            }
            let body = Feishu(
                timestamp: sign == nil ? nil : String(seconds), sign: sign, msg_type: "text",
                content: .init(text: words))
            return Request(
                url: secrets.token.map { "\(address)/\($0.escaped)" } ?? address, headers: headers,
                body: try JSONBody.bytes(body))
        }
    }

    /// What a robot's answer means. It says in the body what went wrong, with HTTP's status 200.
    static func outcome(_ kind: Channel.Kind, of answer: Answer) -> Outcome {
        guard let verdict = try? JSONDecoder().decode(Verdict.self, from: Data(answer.body)),
            let code = verdict.errcode ?? verdict.code ?? verdict.StatusCode
        else { return .failed("对方的答复不是机器人的格式", mayHaveArrived: true) }
        guard code != 0 else { return .delivered }
        let (words, pause) = meaning(of: code, kind)
        return .failed("对方答复错误码 \(code)\(words.map { "（\($0)）" } ?? "")", pause: pause)
    }

    private static func meaning(of code: Int, _ kind: Channel.Kind) -> (String?, TimeInterval?) {
        switch (kind, code) {
        case (.wecom, 45_009), (.wecom, 45_033): ("发送太快", 60)
        case (.wecom, 40_058): ("消息过长或格式不对", nil)
        case (.wecom, 93_000), (.wecom, 40_001), (.wecom, 40_014): ("密钥不对，或机器人已移除", nil)
        // This one shuts its door for ten minutes.
        case (.dingtalk, 130_101), (.dingtalk, 130_102), (.dingtalk, 410_100): ("发送太快", 600)
        case (.dingtalk, 460_101): ("消息过长", nil)
        case (.dingtalk, 310_000): ("签名、关键词或 IP 地址不符合机器人的安全设置", nil)
        case (.dingtalk, 300_001), (.dingtalk, 400_101), (.dingtalk, 400_102): ("密钥不对，或机器人已停用", nil)
        case (.feishu, 11_232), (.feishu, 99_991_400): ("发送太快", 60)
        case (.feishu, 19_021): ("签名不对，或服务器时间不准", nil)
        case (.feishu, 19_022), (.feishu, 19_024): ("IP 地址或关键词不符合机器人的安全设置", nil)
        case (.feishu, 19_001): ("密钥不对，或机器人已停用", nil)
        default: (nil, nil)
        }
    }

    private struct Plain: Encodable {
        struct Text: Encodable { var content: String }
        var msgtype: String
        var text: Text
    }

    private struct Feishu: Encodable {
        struct Content: Encodable { var text: String }
        var timestamp: String?
        var sign: String?
        var msg_type: String
        var content: Content
    }

    private struct Verdict: Decodable {
        var errcode: Int?
        var code: Int?
        var StatusCode: Int?
    }
}

/// How bodies are spelled.
enum JSONBody {
    static func bytes(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(value))
    }
}

extension String {
    /// Text as a part of an address may bear it.
    var escaped: String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

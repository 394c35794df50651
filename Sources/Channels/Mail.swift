import Foundation

/// A notice as a letter, RFC 5322: what `sendmail -t` takes.
package enum Mail {
    private static let limit = 100_000

    /// The letter. Its lines end as programs of the machine end them.
    package static func letter(_ notice: Notice, through channel: Channel, isResend: Bool = false) -> String {
        let text = NoticeText(notice, isResend: isResend)
        var head: [String] = []
        if let sender = channel.sender { head.append("From: \(sender)") }
        head += [
            "To: \(channel.recipients.joined(separator: ",\n "))", "Subject: \(encoded(text.subject))",
            "Date: \(date(notice.at, in: notice.zone))", "Message-ID: \(id(notice.id, channel))",
        ]
        if notice.thread != notice.id {
            head += ["In-Reply-To: \(id(notice.thread, channel))", "References: \(id(notice.thread, channel))"]
        }
        head += [
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: base64", "X-Nianbao-Kind: \(notice.kind)",
        ]
        let body = Data((text.text(limit: limit) + "\n").utf8).base64EncodedString()
        return head.joined(separator: "\n") + "\n\n" + lines(body, length: 76).joined(separator: "\n") + "\n"
    }

    /// The same for the same notice, so that mail programs see a repetition.
    private static func id(_ notice: String, _ channel: Channel) -> String {
        let address = channel.sender ?? channel.recipients.first ?? ""
        return "<\(notice)@\(address.split(separator: "@").last ?? "localhost")>"
    }

    /// Words in the head, RFC 2047: each of the encoded words holds whole characters and stays under 75 letters.
    private static func encoded(_ text: String) -> String {
        guard !text.allSatisfy({ $0.isASCII && !$0.isNewline }) else { return text }
        var words: [String] = []
        var word = ""
        for character in text {
            if word.utf8.count + character.utf8.count > 42, !word.isEmpty {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        return (words + [word]).map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
    }

    /// Thu, 21 Jan 2027 09:10:00 +0800
    private static func date(_ date: Date, in name: String) -> String {
        let words = date.verbatim(
            """
            \(weekday: .abbreviated), \(day: .defaultDigits) \(month: .abbreviated) \(year: .defaultDigits) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits)
            """, in: name)
        let minutes = (TimeZone(identifier: name) ?? .gmt).secondsFromGMT(for: date) / 60
        return "\(words) \(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60))\(two(abs(minutes) % 60))"
    }

    private static func two(_ number: Int) -> String { String(String(100 + number).dropFirst()) }

    private static func lines(_ text: String, length: Int) -> [Substring] {
        var rest = text[...]
        var lines: [Substring] = []
        while !rest.isEmpty {
            lines.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return lines
    }
}

import Foundation

/// A notice in words, cut to what a channel takes: whole agencies fall away at the end of the list, never half a sentence.
package struct NoticeText: Sendable {
    private let notice: Notice
    private let isResend: Bool

    /// `isResend` where an earlier attempt may have arrived.
    package init(_ notice: Notice, isResend: Bool = false) {
        self.notice = notice
        self.isResend = isResend
    }

    /// The head of it: 【年报校核·警告】逾期未报送：12 个.
    package var subject: String {
        let state = notice.isTest ? "测试" : notice.firing.isEmpty ? "恢复" : notice.severity.name
        let counts = [(notice.firing.count, "个"), (notice.resolved.count, "个已恢复")].filter { $0.0 > 0 }
        let said = counts.isEmpty ? "" : "：" + counts.map { "\($0.0) \($0.1)" }.joined(separator: "，")
        return "【年报校核·\(state)】\(notice.title)\(said)" + (isResend ? "（重发）" : "") + (notice.isRepeat ? "（未恢复）" : "")
    }

    /// All of it, in at most so many bytes of UTF-8.
    package func text(limit: Int) -> String {
        let frame = [subject, lists("", ""), advice, foot].filter { !$0.isEmpty }.joined(separator: "\n")
        let room = max(0, limit - frame.utf8.count)
        let ended = names(notice.resolved, room: room / 4)
        return [subject, lists(names(notice.firing, room: room - ended.utf8.count), ended), advice, foot]
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func lists(_ firing: String, _ resolved: String) -> String {
        [("涉及：", firing, notice.firing), ("已恢复：", resolved, notice.resolved)]
            .filter { !$0.2.isEmpty }.map { $0.0 + $0.1 }.joined(separator: "\n")
    }

    private var advice: String { notice.firing.isEmpty && !notice.isTest ? "" : notice.advice }

    private var foot: String {
        let lines = [
            notice.link.isEmpty ? "" : "详情：\(notice.link)",
            [notice.office, notice.at.minute(in: notice.zone), "编号 \(notice.id)"].filter { !$0.isEmpty }
                .joined(separator: "，"),
        ]
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// The subjects, each once, with what else there is to know of them where there is room for that of all.
    private func names(_ items: [Notice.Item], room: Int) -> String {
        var seen: Set<String> = []
        let items = items.filter { seen.insert($0.subject).inserted }
        let whole = items.map { $0.subject + ($0.remark.map { "（\($0)）" } ?? "") }.joined(separator: "、")
        return whole.utf8.count <= room ? whole : cut(items.map(\.subject), room: room)
    }

    /// As many subjects as there is room for, and how many there are besides.
    private func cut(_ subjects: [String], room: Int) -> String {
        var taken: [String] = []
        var used = " 等 \(subjects.count) 个".utf8.count
        for subject in subjects {
            used += subject.utf8.count + "、".utf8.count
            if used > room { break }
            taken.append(subject)
        }
        let isCut = taken.count < subjects.count
        return taken.joined(separator: "、") + (isCut ? " 等 \(subjects.count) 个" : "")
    }
}

extension Date {
    /// The moment as people read it, 2027-01-21 09:10.
    fileprivate func minute(in zone: String) -> String {
        verbatim(
            """
            \(year: .defaultDigits)-\(month: .twoDigits)-\(day: .twoDigits) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)
            """, in: zone)
    }

    /// The moment in a fixed form, as it is in a zone.
    func verbatim(_ form: Date.FormatString, in zone: String) -> String {
        formatted(
            Date.VerbatimFormatStyle(
                format: form, locale: Locale(identifier: "en_US_POSIX"), timeZone: TimeZone(identifier: zone) ?? .gmt,
                calendar: Calendar(identifier: .gregorian)))
    }
}

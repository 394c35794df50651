import Foundation
import ReaderInterface
import Reports
import Testing

@Suite struct `An answer of the reader` {
    private func decoded(_ report: Report, within limits: Limits = Limits()) throws -> ReaderAnswer {
        try ReaderAnswer(decoding: AnyReport.written(report), within: limits)
    }

    /// What comes of a report on its way from one process to the other.
    private func passed(_ report: Report, within limits: Limits = Limits()) throws -> ReaderAnswer.Content {
        let bytes = try ReaderAnswer(format: .pdf, content: .report(report)).encoded(within: limits)
        return try ReaderAnswer(decoding: bytes, within: limits).content
    }

    @Test func `gives the report as it was read`() throws {
        #expect(try passed(AnyReport.full) == .report(AnyReport.full))
        #expect(try passed(Report()) == .report(Report()))
    }

    @Test(
        arguments: [
            .damaged("文件不完整"), .encrypted, .limit(name: "limits.time", value: Limits().milliseconds), .format(.rtf),
            .scanned, .notAReport("没有找到各部分标题"),
        ] as [Unreadable])
    func `gives the reason why there is none`(reason: Unreadable) throws {
        let bytes = try ReaderAnswer(format: .pdf, content: .unreadable(reason)).encoded(within: Limits())
        #expect(try ReaderAnswer(decoding: bytes, within: Limits()).content == .unreadable(reason))
    }

    /// A way to break each bound, where the reader's own limits are small.
    private static let breaches: [(ReportBound, @Sendable (inout Report) -> Void)] = [
        (.characters, { $0.passages[.overview] = [String(repeating: "长", count: 301)] }),
        (.paragraphs, { $0.preamble = Array(repeating: "短", count: 31) }),
        (.statements, { $0.statements += Array(repeating: $0.statements[0], count: 10) }),
        (.statements, { $0.breakdowns += Array(repeating: $0.breakdowns[0], count: 10) }),
        (.statements, { $0.rates += Array(repeating: $0.rates[0], count: 10) }),
        (.sentence, { $0.statements[0].sentence = String(repeating: "长", count: 201) }),
        (.sentence, { $0.breakdowns[0].sentence = String(repeating: "长", count: 201) }),
        (.sentence, { $0.rates[0].sentence = String(repeating: "长", count: 201) }),
        (.sentence, { $0.period?.excerpt = String(repeating: "长", count: 201) }),
        (.unit, { $0.statements[0].unit = String(repeating: "件", count: 11) }),
        (.unit, { $0.breakdowns[0].unit = String(repeating: "件", count: 11) }),
        (.parts, { $0.breakdowns[0].parts = Array(repeating: 1, count: 101) }),
        (.percent, { $0.rates[0].percent = "1e300" }),
        (.percent, { $0.rates[0].percent = "75.0000000000" }),
        (.headings, { $0.headings = Array(repeating: $0.headings[0], count: 101) }),
        (.heading, { $0.headings[0].title = String(repeating: "长", count: 201) }),
        (.heading, { $0.headings[0].marker = String(repeating: "长", count: 101) }),
        (.outdatedLabels, { $0.outdatedLabels = Array(repeating: "3.其他", count: 101) }),
        (.label, { $0.outdatedLabels = [String(repeating: "长", count: 201)] }),
        (.title, { $0.title?.text = String(repeating: "长", count: 201) }),
        (.agency, { $0.title?.agency = String(repeating: "长", count: 101) }),
        (.agency, { $0.agency = String(repeating: "长", count: 101) }),
        (.signature, { $0.signature = String(repeating: "长", count: 101) }),
        (.year, { $0.year = 10_000 }), (.year, { $0.year = .min }), (.year, { $0.title?.year = 0 }),
        (.period, { $0.period?.last.year = .max }), (.period, { $0.period?.first.month = 100 }),
        (.period, { $0.period?.first.day = -1 }),
        (.label, { $0.requests?.rows[.received]?.label = String(repeating: "长", count: 201) }),
        (.columns, { $0.requests?.rows[.received]?.cells = [.blank] }),
        (.columns, { $0.disclosure?.rows[.fees]?.cells = [] }),
        (.columns, { $0.review?.rows[.reconsideration]?.cells = Array(repeating: .count(0), count: 6) }),
        (.columns, { $0.undividedOther?.cells = Array(repeating: .count(0), count: 1_000) }),
        (.cell, { $0.requests?.rows[.received]?.cells?[0] = .words(String(repeating: "长", count: 101)) }),
        (.cell, { $0.disclosure?.rows[.fees]?.cells?[0] = .amount("-1.5") }),
        (.cell, { $0.disclosure?.rows[.fees]?.cells?[0] = .amount(String(repeating: "9", count: 41)) }),
        (.count, { $0.requests?.rows[.received]?.cells?[0] = .count(.max) }),
        (.count, { $0.requests?.rows[.received]?.cells?[0] = .count(-1) }),
        (.count, { $0.statements[0].number = 1_000_000_000_001 }), (.count, { $0.breakdowns[0].total = -8 }),
        (.count, { $0.breakdowns[0].parts[1] = .max }), (.count, { $0.rates[0].part = .min }),
        (.count, { $0.rates[0].whole = .max }),
        (.printed, { $0.requests?.rows[.received]?.printed = .max }),
        (.printed, { $0.requests?.rows[.received]?.printed = -1 }),
        (.excerpt, { $0.requests?.rows[.received]?.excerpt = String(repeating: "长", count: 401) }),
    ]

    private static let small: Limits = {
        var limits = Limits()
        (limits.characters, limits.paragraphs, limits.statements) = (300, 30, 10)
        return limits
    }()

    @Test func `that breaks a bound says which one`() throws {
        for (bound, breach) in Self.breaches {
            var report = AnyReport.full
            breach(&report)
            #expect(throws: ReaderAnswer.Violation.bound(bound)) { try decoded(report, within: Self.small) }
        }
        #expect(Set(Self.breaches.map(\.0)) == Set(ReportBound.allCases))
    }

    @Test func `of a reader that keeps to the bounds breaks none, whatever it has read`() throws {
        for (bound, breach) in Self.breaches {
            var report = AnyReport.full
            breach(&report)
            let isLimit = [.characters, .paragraphs, .statements].contains(bound)
            guard case .unreadable(let reason) = try passed(report, within: Self.small) else {
                #expect(!isLimit)
                continue
            }
            #expect(isLimit)
            #expect(reason.rule == "unreadable-limit" && reason.detail.contains("超过"))
        }
    }

    @Test func `has numbers beyond all counting as words`() throws {
        var report = AnyReport.full
        report.requests?.rows[.received]?.cells?[0] = .count(.max)
        guard case .report(let passed) = try passed(report) else { return }
        #expect(passed.requests?[.received]?.cells?[0] == .words("9223372036854775807"))
    }

    @Test func `quotes a long sentence around the number`() throws {
        var report = AnyReport.full
        let filling = String(repeating: "公开工作有序开展，", count: 300)
        report.statements[0].sentence = "\(filling)收到申请8件，\(filling)"
        report.rates[0].sentence = "\(filling)办结率75%。"
        guard case .report(let passed) = try passed(report) else { return }
        let sentence = passed.statements[0].sentence
        #expect(sentence.contains("收到申请8件"))
        #expect(sentence.hasPrefix("…") && sentence.hasSuffix("…") && sentence.utf8.count <= 600)
        #expect(passed.rates[0].sentence.hasSuffix("办结率75%。"))
    }

    @Test func `that is too long is not decoded`() {
        let limits = Limits()
        let bytes = [UInt8](repeating: 0x20, count: limits.answerBytes + 1)
        #expect(throws: ReaderAnswer.Violation.size) { try ReaderAnswer(decoding: bytes, within: limits) }
    }

    @Test func `of another edition is known by its schema alone`() {
        let bytes = Array(#"{"schema": "nianbao.report/9", "anything": [{}]}"#.utf8)
        #expect(throws: ReaderAnswer.Violation.otherSchema) { try ReaderAnswer(decoding: bytes, within: Limits()) }
    }

    @Test(arguments: [.crashed, .limit(name: "limits.time", value: 1), .limit(name: "无此上限", value: 1)] as [Unreadable])
    func `gives no reason that the reader can't know`(reason: Unreadable) throws {
        let bytes = try ReaderAnswer(format: .txt, content: .unreadable(reason)).encoded(within: Limits())
        #expect(throws: ReaderAnswer.Violation.reason) { try ReaderAnswer(decoding: bytes, within: Limits()) }
    }
}

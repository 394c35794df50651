package import Reports

/// What a rule says to the body that reports, where its message tells of other bodies: neither who they are nor what they hold.
struct Discretion: Sendable {
    /// The message, a template, for a finding with these facts; `nil` where its own tells of nobody else.
    let message: @Sendable (_ facts: [String: Fact]) -> String?
    /// What that body can do about it, where that is not what the office can.
    var fix: String?

    /// The same words for each finding.
    static func always(_ message: String) -> Discretion { Discretion(message: { _ in message }) }
}

extension Discretion {
    static let aggregate = Discretion(
        message: { facts in
            let whole = "与各单位报告之和不一致（共汇总 {reports} 份合格报告）"
            switch facts["cells"] {
            case .texts(let ids):
                let cells = ids.compactMap(Place.init(path:))
                return "\(FormTable.words(for: cells))有 \(ids.count) 格\(whole)：\(Place.words(for: cells))。"
            // Another edition counted them.
            case .some: return "{at}有 {cells} 格\(whole)。"
            case nil: return "{at}填写为 {stated}，\(whole)。"
            }
        },
        fix: "请逐格核对本报告的数字：抄错、漏加的，请改正；核对无误的，请向校核单位查询各单位报告的合计数。")

    static let nearCopy = Discretion(message: { facts in
        guard case .text(let twin) = facts["twin"], twin.hasPrefix(HistoryChecks.ownReport) else {
            return "{at}与另一个单位的报告的文字相似度为 {found}%。"
        }
        return nil
    })
}

extension Rulebook {
    /// What a finding says to the body that reports.
    package enum Disclosure: Sendable, Equatable {
        /// The finding itself: it tells of nobody else.
        case whole
        /// This message and nothing else that the finding holds, since it tells of others, but for which of its own cells are meant; and
        /// where there is one, this advice.
        case message(String, fix: String? = nil)
        /// Nobody knows of whom it tells: another edition had the rule.
        case unknown
    }

    /// What the body that reports may read of a finding, by its rule, its place and its facts.
    package static func disclosure(of rule: String, at place: Place?, facts: [String: Fact]) -> Disclosure {
        guard let rule = self.rule(rule) else { return .unknown }
        // How many more there are tells of nobody.
        guard let discretion = rule.discretion, facts["more"] == nil, let message = discretion.message(facts) else {
            return .whole
        }
        let words = Template(facts: facts, words: [:], at: place ?? .file).fill(message)
        return .message(words, fix: discretion.fix)
    }
}

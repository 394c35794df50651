package import Reports

/// What a rule says to the body that reports, where its message tells of other bodies: neither who they are nor what they hold.
struct Discretion: Sendable {
    /// The message, a template, for a finding with these facts; `nil` where its own tells of nobody else.
    let message: @Sendable (_ facts: [String: Fact]) -> String?

    /// The same words for each finding.
    static func always(_ message: String) -> Discretion { Discretion { _ in message } }
}

extension Discretion {
    static let aggregate = Discretion { facts in
        let what = facts["cells"] == nil ? "填写为 {stated}，" : "有 {cells} 格"
        return "{at}\(what)与各单位报告之和不一致（共汇总 {reports} 份合格报告）。"
    }

    static let nearCopy = Discretion { facts in
        guard case .text(let twin) = facts["twin"], twin.hasPrefix(HistoryChecks.ownReport) else {
            return "{at}与另一个单位的报告的文字相似度为 {found}%。"
        }
        return nil
    }
}

extension Rulebook {
    /// What a finding says to the body that reports.
    package enum Disclosure: Sendable, Equatable {
        /// The finding itself: it tells of nobody else.
        case whole
        /// This message and nothing else that the finding holds, since it tells of others.
        case message(String)
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
        return .message(Template(facts: facts, words: [:], at: place ?? .file).fill(message))
    }
}

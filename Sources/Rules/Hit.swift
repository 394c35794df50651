import Reports

/// A place where a rule applies, with what it rests on: a finding before it is put into words.
struct Hit {
    var at: Place
    /// The row or cell, where `at` is wider than it.
    var part: Place?
    /// The text it rests on. What is quoted is this and what stands around it in its base.
    var excerpt: Substring = ""
    /// Words of the excerpt around which a long one is cut; looked for only where the hit is listed.
    var focus = ""
    /// The figures a result gives, by name.
    var facts: [String: Fact] = [:]
    /// Further words for the message alone, by name.
    var words: [String: [String]] = [:]
    /// Where this place weighs otherwise than the rule does elsewhere.
    var severity: Severity?

    init(
        at: Place, part: Place? = nil, excerpt: Substring = "", around focus: String = "", facts: [String: Fact] = [:],
        words: [String: String] = [:], severity: Severity? = nil
    ) {
        self.at = at
        self.part = part
        self.excerpt = excerpt
        self.focus = focus
        self.facts = facts
        self.words = words.mapValues { [$0] }
        self.severity = severity
    }

    /// What is quoted with what stands around it: the words, where there are some and the excerpt has them; else the excerpt.
    var place: Substring {
        guard (1...64).contains(focus.utf8.count) else { return excerpt }
        let text = String(excerpt)
        return text.firstMention(of: focus) ?? text.prefix(0)
    }
}

import Reports

/// What a result lists of all that was found: what a person reads, and for the rest how much there is.
///
/// A result is stored, sent to the journal and printed, so its size has a bound that does not depend on the report.
enum Listing {
    /// So many findings of a rule are listed.
    static let mostOfRule = 20
    /// So many bytes of JSON the listed findings take in all. A result with its tables stays under 256 KB.
    static let mostBytes = 160_000

    /// The findings of the rules in the order of the form, weighed. Those that are left out are counted in one more finding a rule.
    static func findings(_ found: [(rule: Rule, hits: [Hit])], under policy: Policy) -> [Finding] {
        let candidates = found.flatMap { rule, hits in hits.prefix(mostOfRule).map(rule.finding) }
            .compactMap(policy.weigh)
            .enumerated()
            .sorted { ($0.element.at.order, $0.offset) < ($1.element.at.order, $1.offset) }
            .map(\.element)
        var listed = affordable(candidates)
        let counts = Dictionary(listed.map { ($0.rule, 1) }, uniquingKeysWith: +)
        for (rule, hits) in found {
            let left = hits.count - (counts[rule.id] ?? 0)
            guard left > 0, let closing = policy.weigh(rule.closing(for: hits, left: left)) else { continue }
            let last = listed.lastIndex { $0.rule == rule.id }
            listed.insert(closing, at: last.map { $0 + 1 } ?? listed.endIndex)
        }
        return listed
    }

    /// As many findings as there is room for, the gravest first; they keep their order.
    private static func affordable(_ findings: [Finding]) -> [Finding] {
        var room = mostBytes
        var kept: Set<Int> = []
        for severity in Severity.allCases {
            for (index, finding) in findings.enumerated() where finding.severity == severity {
                room -= finding.mostBytes
                if room < 0 { break }
                kept.insert(index)
            }
        }
        return findings.enumerated().filter { kept.contains($0.offset) }.map(\.element)
    }
}

extension Rule {
    /// The finding that says how many more there are than are listed.
    fileprivate func closing(for hits: [Hit], left: Int) -> Finding {
        let places = hits.map(\.at).distinct
        let severity = hits.compactMap(\.severity).min { $0.isGraver(than: $1) } ?? severity
        return Finding(
            rule: id, severity: severity, at: places.count == 1 ? places[0] : .file,
            message: "同类问题另有 \(left) 处，没有逐一列出。", fix: "请对照已列出的各处，检查全文后一并改正。", source: source,
            facts: ["more": .number(left)])
    }
}

extension Finding {
    /// What the finding takes at most as JSON, its keys included.
    fileprivate var mostBytes: Int {
        let texts = [rule, at.path, message, fix, source, excerpt] + facts.flatMap { [$0.key] + $0.value.texts }
        return texts.reduce(200) { $0 + $1.bytesOfJSON }
    }
}

extension String {
    /// The text as a string of JSON, quotes and comma included.
    fileprivate var bytesOfJSON: Int {
        utf8.reduce(4) { bytes, byte in
            bytes + (byte < 0x20 ? 6 : byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 2 : 1)
        }
    }
}

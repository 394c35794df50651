package import Reports
import Rules

/// What a body may read of its own reports: nothing that tells of another one.
extension ResultFinding {
    /// The finding in words that tell of nobody else. Where there are others than its own, what it rests on is left out.
    var discreet: ResultFinding {
        var finding = self
        switch Rulebook.disclosure(of: rule, at: Place(path: at), facts: facts) {
        case .whole: return self
        case .message(let message): finding.message = message
        case .unknown: (finding.message, finding.fix) = ("这一条是按以前的规则校核的。", "具体内容请向校核单位了解。")
        }
        (finding.excerpt, finding.facts) = ("", [:])
        return finding
    }
}

extension ReportVersion {
    /// The version as its body may read it. The name of its file is left out where it has another body's in it.
    func discreet(for agency: String, among names: RosterNames) -> ReportVersion {
        var version = self
        version.result.file = names.discreetFile(result.file, in: folder, for: agency)
        version.folder = nil
        version.result.findings = result.findings.map(\.discreet)
        // What was decided on a finding is decided on it in other words as well.
        let words = Dictionary(
            zip(result.findings, version.result.findings).map { finding, discreet in
                (FindingKey(finding, in: result), discreet)
            }
        ) { first, _ in first }
        version.decisions = decisions.map { $0.discreet(words, in: version.result) { names.discreet($0, for: agency) } }
        return version
    }
}

extension Decision {
    /// The decision on the findings in their new words, by the keys of the old ones; `hide` leaves out a text that names another body.
    fileprivate func discreet(
        _ words: [FindingKey: ResultFinding], in result: ReportResult, _ hide: (String) -> String
    ) -> Decision {
        var decision = self
        if let found = finding.flatMap({ words[$0] }) {
            decision.subject = .waive(FindingKey(found, in: result))
            decision.words = found.message
        } else if let key = finding, Rulebook.disclosure(of: key.rule, at: nil, facts: [:]) != .whole {
            decision.words = "（从略）"
        }
        (decision.words, decision.why) = (hide(decision.words), hide(why))
        decision.withdrawal?.why = hide(withdrawal?.why ?? "")
        return decision
    }
}

/// All names of a roster, to tell whether a text has one of another body in it.
package struct RosterNames: Sendable {
    private let own: [String: [String]]
    private let owners: [String: Set<String>]
    private let lengths: [Int]
    private let filed: Set<String>

    package init(_ roster: Roster) {
        own = Dictionary(
            roster.agencies.map { ($0.name, $0.names.map(Self.letters).sorted { $0.count > $1.count }) },
            uniquingKeysWith: +)
        var owners: [String: Set<String>] = [:]
        for agency in roster.agencies {
            for name in agency.names + [agency.folder].compactMap(\.self) {
                owners[Self.letters(name), default: []].insert(agency.name)
            }
        }
        // A letter alone stands in any word.
        self.owners = owners.filter { $0.key.count > 1 }
        lengths = Set(self.owners.keys.map(\.count)).sorted()
        filed = Set(roster.agencies.map { Filing(year: 0, agency: $0.name).agency })
    }

    /// Whether the reports of a body of the roster are filed under a name.
    func haveFiled(_ name: String) -> Bool { filed.contains(name) }

    /// Whether a text names a body other than the one of a name, by any of its names. What stands inside that one's own name does not count.
    package func mentionOther(than agency: String, in text: String) -> Bool {
        var rest = Self.letters(text)
        for name in own[agency] ?? [] where !name.isEmpty { rest = rest.replacing(name, with: "\n") }
        let letters = Array(rest)
        return lengths.contains { length in
            letters.count >= length
                && (0...letters.count - length).contains { start in
                    owners[String(letters[start..<start + length])].map { $0 != [agency] } ?? false
                }
        }
    }

    /// A text of the office; of one that names another body only that it is left out.
    func discreet(_ text: String, for agency: String) -> String {
        mentionOther(than: agency, in: text) ? "（涉及其他单位，从略）" : text
    }

    /// The name of a file that lay in a folder of the inbox; its ending alone where either names another body.
    func discreetFile(_ name: String, in folder: String? = nil, for agency: String) -> String {
        guard [name, folder ?? ""].contains(where: { mentionOther(than: agency, in: $0) }) else { return name }
        let ending = name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
        return "（文件名从略）" + (mentionOther(than: agency, in: ending) ? "" : ending)
    }

    private static func letters(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
}

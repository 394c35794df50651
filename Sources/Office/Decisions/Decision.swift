package import Foundation
import Linux
import Reports
package import Rules

/// A decision of the office on a report: it lies over a result and never changes it.
package struct Decision: Sendable, Equatable {
    /// What is decided.
    package enum Subject: Sendable, Hashable {
        /// 核销: a finding does not count. It holds for each later version that has the same finding.
        case waive(FindingKey)
        /// A whole version counts as accepted or as returned, whatever was found in it.
        case overrule(Overruling)
    }

    /// By what it is withdrawn: the number of the record that tells of it.
    package var id: Int
    /// The version that it was made for.
    package var version: Int
    package var subject: Subject
    /// What was decided on in words: the finding, or the verdict, as it was then.
    package var words: String
    package var why: String
    package var who: Decider
    package var at: Date
    /// Who took it back, and why; `nil` while it stands.
    package var withdrawal: Withdrawal?
    /// The name under which the body had filed the report that it was made for, where that is another report than the one with which it is shown: it
    /// says nothing of this one, but is told of.
    package var formerName: String?

    package init(
        id: Int, version: Int, subject: Subject, words: String, why: String, who: Decider, at: Date,
        withdrawal: Withdrawal? = nil
    ) {
        self.id = id
        self.version = version
        self.subject = subject
        self.words = words
        self.why = why
        self.who = who
        self.at = at
        self.withdrawal = withdrawal
    }

    /// The end of a decision.
    package struct Withdrawal: Sendable, Equatable {
        /// The number of the record that tells of it.
        package var id: Int
        package var why: String
        package var who: Decider
        package var at: Date

        package init(id: Int, why: String, who: Decider, at: Date) {
            self.id = id
            self.why = why
            self.who = who
            self.at = at
        }
    }
}

/// By what a finding is known again, also in a later version: what it says in other words is the same finding, other numbers are not.
package struct FindingKey: Sendable, Hashable, Codable {
    package var rule: String
    /// The place, as results write it.
    package var at: String
    /// The SHA-256 of the facts that the finding rests on.
    package var digest: String

    package init(rule: String, at: String, digest: String) {
        self.rule = rule
        self.at = at
        self.digest = digest
    }

    /// Without facts a finding rests on what it quotes. One that only counts others says nothing of these: it is the same in the same
    /// bytes alone.
    package init(_ finding: ResultFinding, in result: ReportResult) {
        var facts = finding.facts.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value.spelled }
        if facts.isEmpty { facts = [finding.excerpt] }
        if finding.facts["more"] != nil { facts.append(result.sha256) }
        // No text has a zero in it that came through a reader: what stands beside another text is not it.
        let bytes = facts.map { Array($0.utf8) }.joined(separator: [0])
        self.init(rule: finding.rule, at: finding.at, digest: SHA256.digits(of: Array(bytes)))
    }
}

extension Fact {
    /// The fact in words that no other one has.
    fileprivate var spelled: [String] {
        switch self {
        case .number(let number): ["n", String(number)]
        case .text(let text): ["t", text]
        case .numbers(let numbers): ["N"] + numbers.map(String.init)
        case .texts(let texts): ["T"] + texts
        }
    }
}

/// That the office takes a whole version for accepted, or for returned.
package struct Overruling: Sendable, Hashable, Codable {
    /// What a report can be taken for.
    package static let verdicts: [Verdict] = [.accepted, .returned]

    package var verdict: Verdict
    /// What the check had come to. Where it comes to something else later, the office is asked anew.
    package var instead: Verdict
    /// The bytes: put back as a new version, they are decided on already. Empty where they were not read.
    package var sha256: String

    package init(verdict: Verdict, instead: Verdict, sha256: String) {
        self.verdict = verdict
        self.instead = instead
        self.sha256 = sha256
    }
}

/// Who decides: a person by name, where one is given, and the account in any case.
package struct Decider: Sendable, Hashable, Codable {
    /// More characters no name has.
    package static let longestName = 40

    package var uid: UInt32
    package var account: String
    /// The account by which that one worked, as with sudo; `nil` where it is the same.
    package var through: String?
    /// Whom the person at the keyboard names.
    package var by: String?

    package init(uid: UInt32, account: String, through: String? = nil, by: String? = nil) {
        self.uid = uid
        self.account = account
        self.through = through == account ? nil : through
        let name = by?.oneLine.masked ?? ""
        self.by = name.isEmpty ? nil : String(name.prefix(Self.longestName))
    }

    /// 王五（账户 wang）
    package var shown: String {
        let worked = "账户 \(account)" + (through.map { "，经 \($0)" } ?? "")
        return by.map { "\($0)（\(worked)）" } ?? worked
    }
}

/// Why the office decides so: a line that is not empty and not long, numbers of persons starred.
package struct Reason: Sendable, Hashable {
    package static let longest = 500

    /// What is wrong with words that are no reason.
    package enum Fault: Error { case missing, tooLong }

    package let words: String

    package init(_ text: String) throws(Fault) {
        let line = text.oneLine.masked
        guard !line.isEmpty else { throw .missing }
        guard line.count <= Self.longest, line.utf8.count <= 3 * Self.longest else { throw .tooLong }
        words = line
    }
}

extension String {
    /// The text on one line, without what a terminal or a page would obey.
    fileprivate var oneLine: String {
        let visible = unicodeScalars.map { scalar -> Character in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator: " "
            default: Character(scalar)
            }
        }
        return String(visible).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

import Reading
import Reports
import Testing

/// What each of some hundred sentences states, and that as many state nothing.
@Suite("Wordings of real reports")
struct WordingTests {
    private static let sections: [String: Section] = ["R": .requests, "V": .review, "D": .disclosure, "O": .other]

    @Test(arguments: [Wordings.requests, Wordings.others, Wordings.breakdowns])
    func `state what they state`(table: String) {
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " | ").map(String.init)
            let report = Self.report(of: parts[1])
            #expect(Self.statements(report) + Self.breakdowns(report) == parts[0], "\(parts[1])")
        }
    }

    @Test(arguments: SilentWordings.all)
    func `state nothing that a table could contradict`(table: String) {
        for line in table.split(separator: "\n") {
            let report = Self.report(of: String(line))
            #expect(report.statements == [], "\(line)")
            #expect(report.breakdowns.allSatisfy { $0.parts.reduce(0, +) == $0.total }, "\(line)")
        }
    }

    @Test func `are as many of one kind as of the other`() {
        let stating = [Wordings.requests, Wordings.others, Wordings.breakdowns].joined(separator: "\n")
        let silent = SilentWordings.all.joined(separator: "\n")
        #expect(stating.split(separator: "\n").count >= 150)
        #expect(silent.split(separator: "\n").count >= 150)
    }

    /// A report on 2024 that holds the sentence; a letter before a colon names the section.
    private static func report(of sentence: String) -> Report {
        let mark = sentence.split(separator: ":", maxSplits: 1)
        let section = mark.count == 2 ? sections[String(mark[0])] : nil
        var report = Report()
        report.year = 2024
        report.passages[section ?? .overview] = [section == nil ? sentence : String(mark[1])]
        Prose.read(&report)
        return report
    }

    private static func statements(_ report: Report) -> String {
        report.statements.map { statement in
            let time = statement.time == .another ? " of another time" : ""
            let scope = statement.scope == .unmarked ? "" : " \(statement.scope)"
            return "\(statement.matter.rawValue)=\(statement.number)\(time)\(scope)"
        }.joined(separator: " ")
    }

    private static func breakdowns(_ report: Report) -> String {
        let sums = report.breakdowns.map { "\($0.total)=\($0.parts.map(String.init).joined(separator: "+"))" }
        return sums.isEmpty ? "" : (report.statements.isEmpty ? "" : " ") + sums.joined(separator: " ")
    }
}

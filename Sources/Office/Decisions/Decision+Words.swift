import Foundation
import Reports
import Rules

extension Decision {
    /// Why and when, as a receipt says it: the accounts of the office are no matter of whoever reported.
    func ground(in zone: TimeZone) -> String { "\(why.isEmpty ? "由校核单位决定" : why)（\(day(in: zone))）" }

    /// Why, when and who, for the office.
    func record(in zone: TimeZone) -> String { "\(why)　\(who.shown)，\(at.said(in: zone))" }

    /// That it was made for an earlier version than one; nothing where it was made for that.
    func origin(seenFrom number: Int) -> String? { version < number ? "沿用第 \(version) 版的决定" : nil }

    /// For a finding on whose rule and place there is a decision on other facts.
    var asksAgain: String {
        "\(formerName.map { "以“\($0)”的名称报送时" } ?? "第 \(version) 版")同一处曾核销\(words.isEmpty ? "" : "（\(words)）")，内容已不同，须重新核对。"
    }

    /// The same for a decision on the whole of a version.
    var verdictAsksAgain: String {
        let before = overruling.map { "\($0.instead.name)改定为\($0.verdict.name)" } ?? ""
        return "先前由\(before)；现在的校核结论已不同，须重新决定。"
    }

    private func day(in zone: TimeZone) -> String { Period.Day(at, in: zone).words }
}

extension ReportSummary {
    /// What the office has decided on it, a few words; empty where that is nothing.
    var decisionNote: String {
        let parts = [
            waived > 0 ? "已核销 \(waived) 处" : nil, overruled.map { "办公室改定，原为\($0.name)" },
            asksAgain ? "曾由办公室改定，校核结论已不同，须重新决定" : nil,
        ]
        return parts.compactMap(\.self).joined(separator: "，")
    }
}

import Documents
import Office
import Rules

extension Result {
    /// Makes it the result of a file that could not be checked, with the reason and, where the name claims another format than
    /// the content has, with that too.
    mutating func refuse(_ reason: Unreadable, as format: Format = .unknown) {
        let contradiction = format.contradiction(in: file).map { "扩展名是 .\($0)，内容却是\(format.name)" }
        let detail = [reason.detail, contradiction ?? ""].filter { !$0.isEmpty }.joined(separator: "；")
        verdict = .unreadable
        findings = [ResultFinding(Rulebook.unreadable(rule: reason.rule, detail: detail))]
    }
}

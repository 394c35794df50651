import Documents
import Office
import Rules

extension Result {
    /// Makes it the result of a file that could not be checked, with the reason.
    mutating func refuse(_ reason: Unreadable) {
        verdict = .unreadable
        findings = [ResultFinding(Rulebook.unreadable(rule: reason.rule, detail: reason.detail))]
    }
}

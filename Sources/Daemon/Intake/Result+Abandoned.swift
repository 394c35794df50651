import Documents
import Office
import Rules

extension Result {
    /// The result of bytes that ended the program each time it inspected them.
    static func abandoned(_ content: Content, file: String) -> Result {
        let reason = Unreadable.damaged("校核程序两次没能把它读完")
        var result = Result(
            file: file, sha256: content.sha256, bytes: content.size, format: Format.unknown.rawValue,
            verdict: .unreadable)
        result.findings = [ResultFinding(Rulebook.unreadable(rule: reason.rule, detail: reason.detail))]
        return result
    }
}

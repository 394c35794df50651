import Documents
import Office
import Rules

extension Result {
    /// The result of a file over the size limit, of which no byte was read.
    static func oversize(_ content: Content, file: String, limit: Int) -> Result {
        let reason = Unreadable.limit(name: "limits.file_size", value: limit)
        var result = Result(
            file: file, sha256: content.sha256, bytes: content.size, format: Format.unknown.rawValue,
            verdict: .unreadable)
        result.findings = [ResultFinding(Rulebook.unreadable(rule: reason.rule, detail: reason.detail))]
        return result
    }
}

import Documents
package import Office
import Rules

extension Result {
    /// The result of a file over the size limit, of which no byte was read: it has no hash.
    package static func oversize(bytes: Int, file: String, limit: Int) -> Result {
        let reason = Unreadable.limit(name: "limits.file_size", value: limit)
        var result = Result(
            file: file, sha256: "", bytes: bytes, format: Format.unknown.rawValue, verdict: .unreadable)
        result.findings = [ResultFinding(Rulebook.unreadable(rule: reason.rule, detail: reason.detail))]
        return result
    }
}

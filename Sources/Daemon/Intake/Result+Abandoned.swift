import Documents
import Ledger
import Office

extension Result {
    /// The result of bytes that ended a program each time it read them.
    static func abandoned(_ content: Content, file: String) -> Result {
        var result = Result(file: file, sha256: content.sha256, bytes: content.size)
        result.refuse(.crashed)
        return result
    }
}

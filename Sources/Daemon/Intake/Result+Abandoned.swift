import Documents
import Office

extension Result {
    /// The result of bytes that ended the program each time it inspected them.
    static func abandoned(_ content: Content, file: String) -> Result {
        var result = Result(file: file, sha256: content.sha256, bytes: content.size)
        result.refuse(.damaged("校核程序两次没能把它读完"))
        return result
    }
}

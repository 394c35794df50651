import Documents
package import Office

extension Result {
    /// The result of a file over the size limit, of which no byte was read: it has no hash.
    package static func oversize(bytes: Int, file: String, limit: Int) -> Result {
        var result = Result(file: file, sha256: "", bytes: bytes)
        result.refuse(.limit(name: "limits.file_size", value: limit))
        return result
    }
}

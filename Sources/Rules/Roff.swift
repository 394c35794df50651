/// Text for manual pages.
package enum Roff {
    /// Text in which nothing is a command of roff's.
    package static func text(_ text: String) -> String {
        text.replacing("\\", with: "\\e").replacing("-", with: "\\-").replacing("\"", with: "\\(dq")
    }

    /// A line as it stands, also one that begins like a request.
    package static func line(_ line: some StringProtocol) -> String { "\\&" + text(String(line)) + "\n" }

    /// Lines as they stand.
    package static func block(_ lines: [String]) -> String {
        let lines = lines.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
        return ".nf\n" + lines.map { line($0) }.joined() + ".fi\n"
    }
}

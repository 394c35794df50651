import TOML

extension SettingsProblem {
    /// What the parser found wrong with a text.
    static func syntax(of problem: TOMLProblem, in text: String) -> SettingsProblem {
        let (line, column) = (problem.line, problem.column)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let before = lines.indices.contains(line - 1) ? lines[line - 1].prefix(column) : ""
        let isBare = before.last.map { !$0.isASCII && $0.isLetter } ?? false
        // Inside quotes Chinese is at home.
        let isQuoted = !before.count(where: { $0 == "\"" }).isMultiple(of: 2) || before.contains("=")
        return isBare && !isQuoted
            ? .unquoted(line: line, column: column) : .syntax(line: line, column: column, problem.words)
    }
}

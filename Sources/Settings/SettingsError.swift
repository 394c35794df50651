/// What is wrong with the settings: all of it, so that it can be mended in one go.
package struct SettingsError: Error, Sendable, Equatable {
    /// The file, or what else the settings came from.
    package var file: String
    package var problems: [SettingsProblem]

    package init(file: String, problems: [SettingsProblem]) {
        self.file = file
        self.problems = problems
    }

    /// The problems in Chinese, a line each.
    package var description: String { problems.map { "\(file)\($0.description)" }.joined(separator: "\n") }
}

/// One thing that is wrong with the settings. Lines and columns count from 1.
package enum SettingsProblem: Sendable, Hashable {
    case unreadable(BoundedFile.Failure)
    /// The bytes are not UTF-8 text.
    case notText
    /// The file is no TOML; what the parser says of it.
    case syntax(line: Int, column: Int, String)
    /// A name in Chinese stands without quotes, which TOML does not allow.
    case unquoted(line: Int, column: Int)
    case unknownTable(line: Int, String, nearest: String?)
    case unknownKey(line: Int, String, nearest: String?)
    /// A table is written as a value.
    case notTable(line: Int, String)
    case badValue(line: Int, key: String, expected: String)
    /// What a table can't do without is not there; the line is that of the table.
    case missingValue(line: Int, String, String)
    /// The key whose value does not go with the others, and why.
    case refusedValue(line: Int, String, String)
    /// A folder that is written to lies in the inbox, or the inbox in it.
    case foldersOverlap(String, String)

    /// What is wrong and what to do, in Chinese; the name of the file goes before it.
    package var description: String {
        switch self {
        case .unreadable(let failure): "：\(failure.description)。请检查 --config 后面的路径，或建立这个文件。"
        case .notText: "：不是 UTF-8 编码的文本。请另存为 UTF-8 后再试。"
        case .syntax(let line, let column, let words): " 第 \(line) 行第 \(column) 列：不符合 TOML 格式（\(words)）。"
        case .unquoted(let line, let column): " 第 \(line) 行第 \(column) 列：中文的名称要加引号，如 [groups.\"市直部门\"]。"
        case .unknownTable(let line, let name, let nearest): " 第 \(line) 行：没有 [\(name)] 这一节。\(Self.hint(nearest))"
        case .unknownKey(let line, let name, let nearest): " 第 \(line) 行：没有 \(name) 这一项。\(Self.hint(nearest))"
        case .notTable(let line, let name): " 第 \(line) 行：\(name) 是一节，请写成 [\(name)]，各项另起一行。"
        case .badValue(let line, let key, let expected): " 第 \(line) 行：\(key) 的值不对，应为\(expected)。"
        case .missingValue(let line, let name, let why): " 第 \(line) 行：缺少 \(name)。\(why)"
        case .refusedValue(let line, let name, let why): " 第 \(line) 行：\(name) 不能这样写。\(why)"
        case .foldersOverlap(let one, let other): "：\(one) 与 \(other) 不能是同一个文件夹，也不能一个在另一个里面。请改用不同的位置。"
        }
    }

    private static func hint(_ nearest: String?) -> String {
        nearest.map { "是不是 \($0)？" } ?? "请对照手册 nianbao.toml(5) 检查。"
    }
}

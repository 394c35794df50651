import Office

/// What is wrong with the roster file: all of it, so that it can be mended in one go.
package struct RosterError: Error, Sendable, Equatable {
    package var file: String
    package var problems: [RosterProblem]

    /// The problems in Chinese, a line each, without anything of the file that could steer a terminal.
    package var description: String {
        problems.map { "\(file)\($0.description.printable)" }.joined(separator: "\n")
    }
}

/// One thing that is wrong with the roster. Rows count from 1, the head included, as a spreadsheet shows them.
package enum RosterProblem: Sendable, Hashable {
    /// There are no bytes where a setting says that the file is.
    case unreadable(BoundedFile.Failure, setting: String)
    case notText
    case notTable(String)
    case missingColumn(String)
    case unknownColumn(String, nearest: String?)
    case blankName(row: Int)
    case badValue(row: Int, column: String, value: String, expected: String)
    /// A name that two rows have, or a folder.
    case repeated(row: Int, column: String, value: String, firstRow: Int)
    /// A second body whose report would be the sum of all the others.
    case secondSum(row: Int, firstRow: Int)
    /// An office that stands above itself.
    case ring(String)

    /// What is wrong and what to do, in Chinese; the name of the file goes before it.
    package var description: String {
        switch self {
        case .unreadable(let failure, let setting): "：\(failure.description)。请检查设置中 \(setting) 的路径。"
        case .notText: "：不是 UTF-8 或 GB18030 编码的文本。请在 WPS 或 Excel 中另存为 CSV 后再试。"
        case .notTable(let words): "：不是逗号分隔的表格（\(words)）。请在 WPS 或 Excel 中另存为 CSV 后再试。"
        case .missingColumn(let name): " 第 1 行：缺少“\(name)”列。"
        case .unknownColumn(let name, let nearest):
            " 第 1 行：没有“\(name)”这一列。" + (nearest.map { "是不是“\($0)”？" } ?? "请对照安装时附带的样例。")
        case .blankName(let row): " 第 \(row) 行“名称”列：没有填写。请填写单位全称，或删除这一行。"
        case .badValue(let row, let column, let value, let expected):
            " 第 \(row) 行“\(column)”列：“\(value)”应为\(expected)。"
        case .repeated(let row, let column, let value, let first):
            " 第 \(row) 行“\(column)”列：“\(value)”与第 \(first) 行重复。请只保留一处。"
        case .secondSum(let row, let first):
            " 第 \(row) 行“汇总”列：第 \(first) 行已经填“是”。汇总各单位报告的只能有一个单位，其余请填“否”或留空。"
        case .ring(let name): "：“\(name)”的上级绕了一圈又回到它自己。请改正“上级”列。"
        }
    }
}

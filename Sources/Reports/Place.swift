/// Where in a report a finding is: the `at` of a result.
package enum Place: Sendable, Hashable {
    case file
    case title
    case period
    case section(Section)
    case table(FormTable)
    case disclosure(DisclosureRow)
    /// A cell of table 2; the column counts from 0.
    case disclosureCell(DisclosureRow, column: Int)
    case requests(RequestRow)
    /// （六）其他处理 left undivided, as in the form of 2019.
    case undividedOther
    case requestsColumn(Applicant)
    case requestsCell(RequestRow, Applicant)
    case review(ReviewBlock)
    case reviewCell(ReviewBlock, ReviewOutcome)

    /// The place as results write it, `requests/*/business`.
    package var path: String {
        switch self {
        case .file: "file"
        case .title: "title"
        case .period: "period"
        case .section(let section): "section/\(section.rawValue)"
        case .table(let table): table.rawValue
        case .disclosure(let row): "disclosure/\(row.rawValue)"
        case .disclosureCell(let row, let column): "disclosure/\(row.rawValue)/\(column + 1)"
        case .requests(let row): "requests/\(row.rawValue)"
        case .undividedOther: "requests/other"
        case .requestsColumn(let column): "requests/*/\(column.rawValue)"
        case .requestsCell(let row, let column): "requests/\(row.rawValue)/\(column.rawValue)"
        case .review(let block): "review/\(block.rawValue)"
        case .reviewCell(let block, let outcome): "review/\(block.rawValue)/\(outcome.rawValue)"
        }
    }

    /// The place as a clerk says it, 表三“一、本年新收政府信息公开申请数量”行“商业企业”栏.
    package var description: String {
        switch self {
        case .file: "文件"
        case .title: "标题"
        case .period: "统计期限"
        case .section(let section): "第\(section.numeral)部分“\(section.title)”"
        case .table(let table): table.name
        case .disclosure(let row): "表二“\(row.label)”行"
        case .disclosureCell(let row, let column): "表二“\(row.label)”行“\(row.columns[column])”栏"
        case .requests(let row): "表三“\(row.fullLabel)”行"
        case .undividedOther: "表三“\(RequestGroup.other.label)”行"
        case .requestsColumn(let column): "表三“\(column.label)”栏"
        case .requestsCell(let row, let column): "表三“\(row.fullLabel)”行“\(column.label)”栏"
        case .review(let block): "表四“\(block.label)”"
        case .reviewCell(let block, let outcome): "表四“\(block.label)”“\(outcome.label)”栏"
        }
    }
}

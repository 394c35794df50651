import Reports

extension Explanation {
    static let cellBlank = Explanation(
        why: "空格可能是零，也可能是漏填，读者无从分辨。格式要求每格都填数字，没有的填 0。",
        breaks: .rows([Example.Row(.requests(.received), "9 |  | 0 | 0 | 0 | 0 | 12")]),
        remark: "“商业企业”栏是空白。",
        keeps: .rows([Example.Row(.requests(.received), "9 | 3 | 0 | 0 | 0 | 0 | 12")]))

    static let cellNotNumber = Explanation(
        why: "表格统计的是数量。“无”“/”“—”不是数量，可能是零，也可能是不适用，不能相加，也不能汇总。",
        breaks: .rows([Example.Row(.disclosure(.coercion), "无")]),
        keeps: .rows([Example.Row(.disclosure(.coercion), "0")]))
}

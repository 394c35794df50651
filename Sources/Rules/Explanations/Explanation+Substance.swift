import Reports

extension Explanation {
    static let ruleMakingPower = Explanation(
        why: "规章只由国务院部门、省级政府和设区的市、自治州的政府制定。局、县、乡镇填了规章，多半是把规范性文件填错了行。名录中写明可以制定规章的不查。",
        breaks: .rows([Example.Row(.disclosure(.rules), "4 | 0 | 9")]),
        remark: "青岚市水利局是市政府的部门，没有规章制定权。",
        keeps: .rows([Example.Row(.disclosure(.rules), "0 | 0 | 0")]))

    static let feeUnit = Explanation(
        why: "这一行的单位是万元。按元填写，数额就大了一万倍，全市、全省的汇总也跟着错。数额确实大的，核实后不必改。",
        breaks: .rows([Example.Row(.disclosure(.fees), "365000")]),
        remark: "36.5 万元写成了 365000 元。",
        keeps: .rows([Example.Row(.disclosure(.fees), "36.5")]))
}

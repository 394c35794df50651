import Reports

extension Explanation {
    static let formOfItsTime = Explanation(
        why: "国办公开办函〔2021〕30号的格式从 2021 年度报告起使用。2019、2020 年度的报告按当时的格式编制，没有错，不能用后来的格式退回。",
        breaks: .situation("2020 年度的报告，表二的栏目是“本年新制作数量”“对外公开总数量”。"),
        keeps: .situation("2021 年度的报告使用现行格式的表格。"))

    static let titleWording = Explanation(
        why: "条例要求公布的是政府信息公开工作年度报告。标题写成工作报告，可能交错了文件，公众也检索不到。",
        breaks: .opening("青岚市水利局2024年政府信息公开工作报告"),
        keeps: .opening("青岚市水利局2024年政府信息公开工作年度报告"))

    static let tableHead = Explanation(
        why: "各栏的数字按栏目名称汇总。栏目有误字，读者会误解；次序与格式不同，数字容易填错栏、抄错栏。",
        breaks: .wording("本年废纸件数", of: "本年废止件数"),
        keeps: .wording("本年废止件数", of: "本年废止件数"))

    static let cellNote = Explanation(
        why: "表格只填数字，汇总时才能相加。格内的说明和单位会使读的人和程序各读各的，应写到正文里。",
        breaks: .rows([Example.Row(.disclosure(.coercion), "0件")]),
        keeps: .rows([Example.Row(.disclosure(.coercion), "0")]))
}

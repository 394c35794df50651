/// The families of the rulebook; each is a list of rules in a file of its own.
enum Catalogue {
    /// 国办公开办函〔2021〕30号, the form in force.
    static let form = "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）"
    /// The article of the regulation that says what a report holds.
    static let article50 = "《政府信息公开条例》第五十条；\(form)"
}

import Reports

extension Catalogue {
    /// What the text must say, and what must not be left in it.
    static let texts: [Rule] = [
        Rule(
            "fee-statement-missing", .error, source: "\(form)第一条第（六）项",
            finds: "第六部分没有说明是否收取信息处理费",
            message: "{at}没有说明本年度是否收取信息处理费。",
            fix: "请写明本年度收取信息处理费的情况；没有收取的，也请写明“未收取信息处理费”。",
            explanation: .feeStatementMissing,
            check: .report(TextChecks.feeStatement)),
        Rule(
            "superseded-citation", .warning, source: form,
            finds: "把已经废止的〔2019〕60号作为现行格式引用，或文号有误",
            message: "{at}引用了“{found}”，现行格式为国办公开办函〔2021〕30号。",
            fix: "请改为国办公开办函〔2021〕30号。",
            explanation: .supersededCitation,
            check: .phrases(Citations.superseded)),
        Rule(
            "problems-thin", .warning, source: "\(form)第一条第（五）项",
            finds: "第五部分没有写出问题，或没有写出改进措施",
            message: "{at}没有写出{found}。",
            fix: "请写明本年度存在的具体问题和有针对性的改进措施。",
            explanation: .problemsThin,
            check: .report(TextChecks.problems)),
        Rule(
            "placeholder-left", .error, source: form,
            finds: "模板中的提示文字未替换",
            message: "{at}留有模板文字“{found}”。",
            fix: "请换成本单位的实际内容，或删去这一处文字。",
            explanation: .placeholderLeft,
            check: .phrases(Placeholders.found)),
        Rule(
            "personal-information", .error, source: "《政府信息公开条例》第十五条",
            finds: "身份证号码、与姓名同时出现的手机号码、银行卡号",
            message: "{at}有{kind}（{found}）。",
            fix: "请删去或遮盖个人信息后再公开。",
            explanation: .personalInformation,
            check: .report(PersonalInformation.hits)),
        Rule(
            "secrecy-marking", .error, source: "《政府信息公开条例》第十四条",
            finds: "文件开头有密级标志或“内部资料”字样",
            message: "文件开头有“{found}”标志。",
            fix: "请立即停止传阅和公开，由保密工作机构核实处理。",
            explanation: .secrecyMarking,
            check: .report(TextChecks.secrecy)),
        Rule(
            "residue", .info, source: form,
            finds: "混入正文的域代码、网页栏目、图片代码、页码",
            message: "{at}混有与正文无关的文字“{found}”。",
            fix: "请删去这些文字。",
            explanation: .residue,
            check: .phrases(Residue.found)),
    ]
}

import Reports

extension Catalogue {
    /// The six sections: there, named, numbered, in order, not empty.
    static let sections: [Rule] = [
        Rule(
            "section-missing", .error, source: article50,
            finds: "六个部分缺少其中之一",
            message: "缺少“{heading}”部分。",
            fix: "请按格式补上“{heading}”这一部分及其标题。",
            check: .report { report in
                Section.allCases.filter { report.heading(of: $0) == nil }
                    .map { Hit(at: .section($0), words: ["heading": $0.heading]) }
            }),
        Rule(
            "section-title", .warning, source: form,
            finds: "部分标题与格式规定的标题不一致（格式正文中的长标题同样认可）",
            message: "第{numeral}部分的标题为“{found}”，格式规定为“{title}”。",
            fix: "请把标题改为“{heading}”。",
            check: .report(SectionChecks.titles)),
        Rule(
            "section-numbering", .warning, source: form,
            finds: "部分标题的序号不是格式规定的一至六",
            message: "“{title}”部分的序号为“{found}”，格式规定为“{numeral}、”。",
            fix: "请把标题改为“{heading}”。",
            check: .report(SectionChecks.numbering)),
        Rule(
            "section-order", .warning, source: article50,
            finds: "部分的先后次序与格式不一致",
            message: "“{heading}”排在了“{found}”之后，与格式规定的次序不一致。",
            fix: "请按一至六的次序排列各部分。",
            check: .report(SectionChecks.order)),
        Rule(
            "section-empty", .warning, source: article50,
            finds: "部分没有内容，只写“无”，或不足十个字（第五部分为错误）",
            message: "{at}没有实质内容（{found}）。",
            fix: "请补充这一部分的内容；确无情况的，请用完整的一句话说明。",
            check: .report(SectionChecks.empty)),
        Rule(
            "overview-aspect-missing", .info, source: "\(form)第一条第（一）项",
            finds: "总体情况未写到五个方面中的某一方面",
            message: "总体情况未写到：{found}。",
            fix: "总体情况应当包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面，请酌情补充。",
            check: .report(SectionChecks.aspects)),
        Rule(
            "overview-long", .info, source: "\(form)第一条第（一）项",
            finds: "总体情况超过一千字（原则上不超过）",
            message: "总体情况共 {found} 字，格式要求原则上不超过 {limit} 字。",
            fix: "请酌情精简。",
            check: .known(SectionChecks.length)),
    ]
}

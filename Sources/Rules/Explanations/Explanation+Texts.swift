import Reports

extension Explanation {
    static let feeStatementMissing = Explanation(
        why: "格式要求第六部分报告收取信息处理费的情况。没有收取也要写明，否则公众不知道是没有收，还是没有说。",
        breaks: .prose(.other, "没有其他需要报告的事项。"),
        keeps: .prose(.other, "2024年，本机关未收取政府信息公开信息处理费。没有其他需要报告的事项。"))

    static let supersededCitation = Explanation(
        why: "〔2019〕60号已由〔2021〕30号代替。引用停用的文件，常常意味着表格和写法也是旧的；文号写错，读者查不到依据。",
        breaks: .prose(.other, "本报告按照国办公开办函〔2019〕60号编制。2024年，本机关未收取信息处理费。"),
        keeps: .prose(.other, "本报告按照国办公开办函〔2021〕30号编制。2024年，本机关未收取信息处理费。"))

    static let problemsThin = Explanation(
        why: "条例要求报告存在的主要问题和改进情况，两样都要有。只表决心不写问题，或者只写问题不写措施，这一部分就落了空。",
        breaks: .prose(.problems, "我局将继续加强业务培训，提升政府信息公开的质量和水平。"),
        remark: "没有写出问题。",
        keeps: .prose(
            .problems,
            """
            存在的主要问题：水利工程征地补偿类信息公开不够细，群众反复来电询问。
            改进情况：把补偿标准、面积、金额按村张榜并同步上网。
            """))

    static let placeholderLeft = Explanation(
        why: "提示文字没有换成实际内容，说明这一处还没有写完。公开以后公众看到的是一份半成品。",
        breaks: .prose(.other, "XX年，本机关未收取政府信息公开信息处理费。"),
        remark: "“XX年”没有换成实际年份。",
        keeps: .prose(.other, "2024年，本机关未收取政府信息公开信息处理费。"))

    static let personalInformation = Explanation(
        why: "条例第十五条规定，公开会对第三方合法权益造成损害的信息不得公开。年度报告向全社会公布，里面的身份证号码、手机号码一旦公开就收不回来。",
        breaks: .prose(.other, "申请人张某某，身份证号11010519491231002X。2024年，本机关未收取信息处理费。"),
        remark: "身份证号码带有正确的校验码，是真实格式的号码。",
        keeps: .prose(.other, "申请人张某某，身份证号110***************。2024年，本机关未收取信息处理费。"))

    static let secrecyMarking = Explanation(
        why: "条例第十四条规定，依法确定为国家秘密的政府信息不予公开。带有密级标志的文件不应当出现在年度报告里，须先停止传阅，再核实。",
        breaks: .opening(
            """
            秘密★1年
            青岚市水利局2024年政府信息公开工作年度报告
            """),
        keeps: .opening("青岚市水利局2024年政府信息公开工作年度报告"))

    static let residue = Explanation(
        why: "从网页或文字处理软件复制时，容易带入页码、栏目名和代码。它们不影响校核，但会随报告一起公开。",
        breaks: .prose(
            .other,
            """
            2024年，本机关未收取政府信息公开信息处理费。
            - 3 -
            """),
        remark: "“- 3 -”是页码。",
        keeps: .prose(.other, "2024年，本机关未收取政府信息公开信息处理费。"))
}

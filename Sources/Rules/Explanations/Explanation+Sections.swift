import Reports

extension Explanation {
    static let sectionMissing = Explanation(
        why: "条例第五十条和格式规定了六个部分。缺少一个，法定内容就不完整，读者也无从知道是没有情况，还是没有写。",
        breaks: .sections([.overview, .disclosure, .requests, .review, .problems]),
        remark: "没有第六部分。",
        keeps: .sections([.overview, .disclosure, .requests, .review, .problems, .other]))

    static let sectionTitle = Explanation(
        why: "六个部分的标题由格式统一规定，公众和汇总程序都靠标题找内容。格式附件的标题和正文中较长的标题都认可，标点不同不算。",
        breaks: .heading(.requests, "三、收到和处理政府信息公开情况"),
        remark: "漏了“申请”二字。",
        keeps: .heading(.review, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况"))

    static let sectionNumbering = Explanation(
        why: "格式规定六个部分以“一、”至“六、”为序号。序号重复或写法不一，引用“第几部分”时就会指错。",
        breaks: .heading(.disclosure, "2、主动公开政府信息情况"),
        remark: "序号用了阿拉伯数字。",
        keeps: .heading(.disclosure, "二、主动公开政府信息情况"))

    static let sectionOrder = Explanation(
        why: "各机关的报告次序一致，才便于对照和汇总。次序颠倒，表格也容易放错部分。",
        breaks: .sections([.overview, .disclosure, .review, .requests, .problems, .other]),
        remark: "第四部分排在了第三部分之前。",
        keeps: .sections([.overview, .disclosure, .requests, .review, .problems, .other]))

    static let sectionEmpty = Explanation(
        why: "有标题而没有内容，等于没有报告这一项。存在的主要问题及改进情况是条例点名要写的，空着的退回修改；其他部分请人工核实。",
        breaks: .prose(.problems, "无。"),
        keeps: .prose(
            .problems,
            """
            存在的主要问题：解读材料专业术语多，不易看懂。
            改进情况：解读材料请村民代表试读，看不懂的改到看得懂为止。
            """))

    static let overviewAspectMissing = Explanation(
        why: "格式要求总体情况写到五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障。少写一个方面，总体情况就不全。",
        breaks: .prose(.overview, "2024年，我局做好主动公开和依申请公开，加强政府信息管理，改版门户网站公开专栏。"),
        remark: "没有写到监督保障。",
        keeps: .prose(.overview, "2024年，我局做好主动公开和依申请公开，加强政府信息管理，改版门户网站公开专栏，组织业务培训2次。"))

    static let overviewLong = Explanation(
        why: "格式要求总体情况原则上不超过一千字，好让公众很快看到重点。字数上限可以在设置 [thresholds] 中调整。",
        breaks: .situation("总体情况逐项罗列全年的会议和文件，共 1386 字。"),
        keeps: .situation("总体情况按五个方面写明做了什么、有什么结果，共 820 字。"))
}

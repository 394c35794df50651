extension Explanation {
    static let carryOver = Explanation(
        why: "上一年结转下来的申请，就是本年的上年结转，是同一批申请。两年的报告不一致，必有一处错了。台账中有上一年度合格的报告时才查。",
        breaks: .situation("2023 年度报告“结转下年度继续办理”总计为 2，2024 年度报告“上年结转”总计为 1。"),
        keeps: .situation("2023 年度报告“结转下年度继续办理”总计为 2，2024 年度报告“上年结转”总计也是 2。"))

    static let effectiveCount = Explanation(
        why: "上年末有效的文件，加本年制发、减本年废止，就是本年末有效的文件。集中清理或重新登记会打破这个关系，所以只请核实。",
        breaks: .situation("2023 年度现行有效 14 件，2024 年度制发 2 件、废止 1 件，现行有效却写了 17 件。"),
        keeps: .situation("2023 年度现行有效 14 件，2024 年度制发 2 件、废止 1 件，现行有效 15 件。"))

    static let aggregate = Explanation(
        why: "本级政府的报告是所属各单位之和，汇总时容易漏加单位、抄错数字。名录“汇总”列填“是”的单位报来时，与汇总表逐格核对；收费按十进制精确比较。尚有单位未报送或未合格的，只总说一处，列出是哪些格。",
        breaks: .situation("各单位行政事业性收费之和为 4166.214619 万元，本级政府报告填写 4166.241619。"),
        keeps: .situation("各单位行政事业性收费之和为 4166.214619 万元，本级政府报告填写 4166.2146190。"))

    static let nearCopy = Explanation(
        why: "格式要求避免年年雷同。文字与上一年或其他机关几乎一样，说明没有写本机关当年的情况。只换数字仍算相同；相似度的界限可以在设置 [thresholds] 中调整。",
        breaks: .situation("第五部分与本机关 2023 年度报告的文字相似度为 96%，只改了年份。"),
        keeps: .situation("第五部分写的是本年出现的问题和采取的措施，与上年文字的相似度为 22%。"))

    static let agencyUnknown = Explanation(
        why: "名录列出应当报送的单位。报告的机关不在名录里，可能是名称写错，也可能是机构改革后名录没有更新。没有设置名录时不查。",
        breaks: .situation("报告的标题是“青岚市水务局”，名录中只有“青岚市水利局”。"),
        keeps: .situation("报告的标题是“市水利局”，名录中“青岚市水利局”的其他名称写有“市水利局”。"))

    static let folderMismatch = Explanation(
        why: "一个单位只报送自己的报告。别的单位的收件文件夹里出现它的报告，多半是放错了；也可能有人冒名，所以不作为它的新版本。名录中没有填写“收件文件夹”、也没有以单位名称命名的文件夹时不查。",
        breaks: .situation("“水利局”文件夹里的报告，标题是“青岚市民政局2024年政府信息公开工作年度报告”。"),
        keeps: .situation("“水利局”文件夹里的报告，标题是“青岚市水利局2024年政府信息公开工作年度报告”。"))

    static let ownerChanged = Explanation(
        why: "收件文件夹不分单位时，谁都能放入写着别人名称的报告。放入的账户变了，可能只是换了经办人，所以只请核实。网络共享上的文件都属于同一个账户，不会提示。",
        breaks: .situation("第 1 版由账户 slj 放入，第 2 版由账户 mzj 放入。"),
        keeps: .situation("两版都由账户 slj 放入。"))

    static let late = Explanation(
        why: "条例第四十九条规定，县级以上政府部门应当在每年 1 月 31 日前提交上一年度的报告并向社会公布。名录可以给一个单位另定报送期限。",
        breaks: .situation("2025 年 2 月 3 日收到，期限为 2025 年 1 月 31 日。"),
        keeps: .situation("2025 年 1 月 31 日收到，期限为当天。"))

    static let resubmitted = Explanation(
        why: "更正后重新报送是正常的，以最新的一版为准，旧版留在台账里备查。提示出来，是为了发现误报到别的单位名下的报告。",
        breaks: .situation("青岚市水利局 2024 年度报告退回后，修改再报，成为第 2 版。"),
        keeps: .situation("青岚市水利局第一次报送 2024 年度报告。"))

    static let fileType = Explanation(
        why: "格式是按文件的内容认出来的，扩展名写错不影响校核。但按扩展名打开文件的软件可能打不开它，公众下载以后也会遇到。",
        breaks: .situation("文件名是“年报.pdf”，内容是 Word 文档。"),
        keeps: .situation("文件名是“年报.docx”，内容是 Word 文档；WPS 存的“年报.wps”也算一致。"))

    static let duplicate = Explanation(
        why: "逐字节相同的文件不必再校核一遍，沿用原来的结论。如果本意是更正，说明放进来的还是旧文件。",
        breaks: .situation("把退回的报告原样又放进了收件文件夹。"),
        keeps: .situation("修改并保存以后再放进收件文件夹。"))
}

import Reports

extension Explanation {
    static let formOutdated = Explanation(
        why: "国办公开办函〔2021〕30号启用了新的表格，〔2019〕60号的表格同时停用。新旧表格的栏目不同，旧表的数字汇总不进去。",
        breaks: .wording("本年新制作数量", of: "本年制发件数"),
        remark: "这是 2019 年表格的栏名，现行表格为“本年制发件数”。",
        keeps: .wording("本年制发件数", of: "本年制发件数"))

    static let tableMissing = Explanation(
        why: "表二、表三、表四的数据是法定内容。缺表或表格是图片，数字就无法核对和汇总。",
        breaks: .situation("第四部分贴的是表格的截图，文件里没有可以读取的表四。"),
        keeps: .situation("第四部分是规定的表四，没有案件的各栏填 0。"))

    static let tableMisplaced = Explanation(
        why: "格式规定每张表放在哪个部分。放错部分，读者按标题找不到，文字与数字也对不上。",
        breaks: .situation("表四放在第三部分的表三之后，第四部分只有标题。"),
        keeps: .situation("表二、表三、表四依次放在第二、第三、第四部分。"))

    static let tableRowMissing = Explanation(
        why: "表三每一行都是一种法定的办理结果，没有发生的也要填 0。“其他处理”现行格式分为三行，合成一行是 2019 年的做法。",
        breaks: .rows([Example.Row(.undividedOther, "0 | 0 | 0 | 0 | 0 | 0 | 0")]),
        remark: "“（六）其他处理”没有分成三行，三行都缺。",
        keeps: .rows([
            Example.Row(.requests(.correctionOverdue), "0 | 0 | 0 | 0 | 0 | 0 | 0"),
            Example.Row(.requests(.feeOverdue), "0 | 0 | 0 | 0 | 0 | 0 | 0"),
            Example.Row(.requests(.otherOther), "0 | 0 | 0 | 0 | 0 | 0 | 0"),
        ]))

    static let tableRowLabel = Explanation(
        why: "行的名称写明这一行统计什么。名称写错，读者可能理解成另一种情形。空格、标点和全角半角不同不算。",
        breaks: .wording("2.其他法律行政止公开", of: "2.其他法律行政法规禁止公开"),
        remark: "漏了“法规禁”三字。",
        keeps: .wording("2.其他法律行政法规禁止公开", of: "2.其他法律行政法规禁止公开"))

    static let tableRowWidth = Explanation(
        why: "表三一行七栏，表二、表四也各有定数。多一个或少一个数，后面的数就全部错栏，所以这一行不再往下核对。",
        breaks: .rows([Example.Row(.requests(.total), "9 | 3 | 0 | 0 | 0 | 0 | 0 | 12")]),
        remark: "有八个数，格式为七栏。",
        keeps: .rows([Example.Row(.requests(.total), "9 | 3 | 0 | 0 | 0 | 0 | 12")]))

    static let tableUnreadable = Explanation(
        why: "几个数连写在一起，有不止一种分法。程序不作猜测，人也不应当猜；分不开的行无法核对，也无法汇总。",
        breaks: .rows([Example.Row(.requests(.granted), "5200007")]),
        remark: "七个数连写成一个，分不出各栏。",
        keeps: .rows([Example.Row(.requests(.granted), "5 | 2 | 0 | 0 | 0 | 0 | 7")]))
}

import Fixtures

/// A report in the form of 国办公开办函〔2019〕60号, as text with tabs.
enum EarlierForm {
    /// `received` requests were all granted; `isWrong` has a total that is not the sum.
    static func text(of body: String, _ year: Int, received: Int, isWrong: Bool) -> String {
        let lines =
            [
                "\(body)\(year)年政府信息公开工作年度报告", "本报告所列数据的统计期限为\(year)年1月1日至\(year)年12月31日。", "一、总体情况",
                "本年按时更新机构职能和办事指南，依申请公开均按期答复。", "二、主动公开政府信息情况",
            ] + disclosure + ["三、收到和处理政府信息公开申请情况"] + requests(received, isWrong: isWrong)
            + ["四、政府信息公开行政复议、行政诉讼情况"] + review + [
                "五、存在的主要问题及改进情况", "存在的问题：解读材料偏少。改进措施：每项新政策配发图解。", "六、其他需要报告的事项", "无其他需要报告的事项。", body,
                "\(year + 1)年1月20日",
            ]
        return lines.joined(separator: "\n")
    }

    private static let disclosure = [
        "第二十条第（一）项", "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量", "规章\t0\t0\t0", "规范性文件\t2\t2\t14",
        "第二十条第（五）项", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政许可\t12\t1\t140", "其他对外管理服务事项\t3\t0\t18",
        "第二十条第（六）项", "信息内容\t上一年项目数量\t本年增/减\t处理决定数量", "行政处罚\t30\t0\t7", "行政强制\t5\t0\t0",
        "第二十条第（八）项", "信息内容\t上一年项目数量\t本年增/减", "行政事业性收费\t1\t0",
        "第二十条第（九）项", "信息内容\t采购项目数量\t采购总金额", "政府集中采购\t4\t56.2万元",
    ]

    /// （六）其他处理 is a row in it, not a group.
    private static func requests(_ received: Int, isWrong: Bool) -> [String] {
        let heads = [
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况", "自然人\t法人或其他组织\t总计",
            "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他",
        ]
        let labels = [
            "二、上年结转政府信息公开申请数量", "（一）予以公开", "（二）部分公开", "1.属于国家秘密", "2.其他法律行政法规禁止公开", "3.危及“三安全一稳定”",
            "4.保护第三方合法权益", "5.属于三类内部事务信息", "6.属于四类过程性信息", "7.属于行政执法案卷", "8.属于行政查询事项", "1.本机关不掌握相关政府信息",
            "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确", "1.信访举报投诉类申请", "2.重复申请", "3.要求提供公开出版物", "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息", "（六）其他处理", "（七）总计", "四、结转下年度继续办理",
        ]
        let all = "\(received)\t0\t0\t0\t0\t0\t\(received)"
        let rows = labels.map { label in
            let total = label == "（七）总计" && isWrong ? "\(received)\t0\t0\t0\t0\t0\t\(received + 1)" : all
            return "\(label)\t\(["（一）予以公开", "（七）总计"].contains(label) ? total : "0\t0\t0\t0\t0\t0\t0")"
        }
        return heads + ["一、本年新收政府信息公开申请数量\t\(all)"] + rows
    }

    private static let review: [String] = {
        let outcomes = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
        return [
            "行政复议\t行政诉讼", (outcomes + ["未经复议直接起诉", "复议后起诉"]).joined(separator: "\t"),
            (outcomes + outcomes).joined(separator: "\t"),
            Array(repeating: "0", count: 15).joined(separator: "\t"),
        ]
    }()
}

import Reports

/// The words that the reader of numeric statements knows. The longest word that fits counts.
enum Lexicon {
    /// The longest word at the start of some text, with its length in scalars; `word` is `nil` for one that only keeps a
    /// shorter one from being seen in it. Costs as many steps as the word has letters.
    static func word(at text: ArraySlice<Unicode.Scalar>) -> (word: Word?, length: Int)? {
        var node = 0
        var longest: (word: Word?, length: Int)?
        for (position, scalar) in text.enumerated() {
            guard let next = nodes[node].next[scalar] else { break }
            node = next
            if nodes[node].isWord { longest = (nodes[node].word, position + 1) }
        }
        return longest
    }

    /// A place in the tree of all spellings: what may follow, and what is spelt so far.
    private struct Node {
        var next: [Unicode.Scalar: Int] = [:]
        var isWord = false
        var word: Word?
    }

    private static let nodes: [Node] = {
        var nodes = [Node()]
        for (meaning, spellings) in entries {
            for spelling in spellings.split(separator: " ") { insert(spelling, meaning, into: &nodes) }
        }
        return nodes
    }()

    private static func insert(_ spelling: Substring, _ meaning: Word?, into nodes: inout [Node]) {
        var node = 0
        for scalar in spelling.unicodeScalars {
            if let next = nodes[node].next[scalar] {
                node = next
            } else {
                nodes.append(Node())
                nodes[node].next[scalar] = nodes.count - 1
                node = nodes.count - 1
            }
        }
        nodes[node].isWord = true
        nodes[node].word = meaning
    }

    private static let entries: [(Word?, String)] = subjects + acts + marks

    private static let subjects: [(Word?, String)] = [
        (
            .subject(.requests),
            """
            政府信息公开申请 信息公开申请 政务公开申请 公开申请 依申请公开政府信息 依申请公开信息 依申请公开 依申请 依法申请公开 \
            申请政府信息公开 申请信息公开 申请公开 依申请公开政府信息事项 依申请公开政府信息申请 依申请公开申请 依申请公开件 依申请公开事项 公开申请事项 申请公开事项 申请政府信息公开事项 申请公开政府信息 申请公开政府信息事项 申请公开信息事项 \
            政府信息公开申请事项 信息公开申请事项 政府信息公开申请件 政府信息申请 政府信息依申请公开
            """
        ),
        (.subject(.bareRequests), "申请"),
        (nil, "申请人 申请表 申请渠道 申请流程 申请办理 被申请人"),
        (
            .subject(.reconsideration),
            "行政复议 被申请行政复议 申请行政复议 复议案件 行政法复议 行政复议申请 复议申请 行政复议案件申请"
        ),
        (.subject(.litigation), "行政诉讼 提起行政诉讼 诉讼案件"),
        (.subject(.documents), "规范性文件 行政规范性文件"),
        (.subject(.licensing), "行政许可"),
        (.subject(.penalties), "行政处罚"),
        (.subject(.coercion), "行政强制"),
        (
            .subject(.foreign),
            """
            提案 建议 议案 咨询 信件 留言 意见 投诉 举报 信访 诉求 来电 来信 来访 热线 工单 公文 许可申请 行政许可申请 补贴申请 \
            项目申请 备案申请 登记申请 救助申请 事项 目录 培训 会议 下载 活动 检查 督查 讲座 宣传 演练 访问 点击 环节 案卷 卷宗 文书 政府信息公开申请表 信息公开申请表 公开申请表 依申请公开表 依申请公开表格 \
            政府信息公开申请书 公开申请书 规章 政策性文件 听证申请 认定申请 鉴定申请 查询申请 贷款申请 仲裁申请 \
            援助申请 执行申请 注册申请 变更申请 审批申请 资格申请 资质申请 入学申请 住房申请 低保申请 赔偿申请 复核申请 申诉 信访件 \
            办件 留言申请 网民 依申请公开类 依申请公开文件 依申请公开公文 依申请公开目录 依申请公开指南 依申请公开专栏 依申请公开栏目 \
            依申请公开制度 依申请公开属性 不予公开类 不予公开文件 不予公开公文 不予公开属性 咨询电话 好差评
            """
        ),
    ]

    private static let acts: [(Word?, String)] = [
        (.act(.receive), "收到 接收 受理 新收 接到 新增"),
        (.act(.undertake), "收办"),
        (.act(.handle), "办结 答复 回复 办理 处理 办复"),
        (.act(.carryIn), "上年结转 上年度结转 上一年结转 上一年度结转 结转上年 结转上年度 去年结转"),
        (
            .act(.carryOut),
            "结转下年 结转下年度 结转至下年 结转至下年度 结转到下年度 结转下一年 结转下一年度 结转至下一年度 顺延到下年度 顺延至下年度 顺延到下一年度 转下年度 结转"
        ),
        (.act(.grant), "予以公开 同意公开 给予公开 准予公开 同意予以公开"),
        (.act(.partlyGrant), "部分公开"),
        (.act(.refuse), "不予公开 不同意公开 不予以公开"),
        (.act(.unavailable), "无法提供"),
        (.act(.notProcess), "不予处理"),
        (.act(.otherwiseProcess), "其他处理"),
        (.act(.issue), "制发 制定 印发 出台 新制作 制作 制定出台"),
        (.act(.repeal), "废止 宣布失效"),
        (.act(.inForce), "现行有效"),
        (.act(.decide), "作出 做出 实施"),
        (.act(.end(.upheld)), "维持 结果维持"),
        (.act(.end(.corrected)), "纠正 结果纠正"),
        (.act(.end(.other)), "其他结果"),
        (.act(.end(.pending)), "尚未审结 未审结"),
        (.act(.foreign), "公开 发布 公布 公示 更新 转载 推送 归集 报送 上传 录入 保留 取消 下放 承接 认领 梳理 补正 撤回 撤销 驳回 转办 移交 清理 备案审查 审理 代理 应诉 参加 组织"),
        // The label of the form, 结转下年度继续办理; and the applicants, 法人和其他组织.
        (nil, "继续办理 其他组织 社会组织 公益组织"),
        (nil, "政府信息公开 信息公开 政务公开 公开工作 信息化 信息技术 信息系统 信息中心"),
    ]

    private static let marks: [(Word?, String)] = [
        (.negation, "未 没有 无 没 不存在 未曾 尚未"),
        (nil, "无偿 无障碍 无关 未来 无正当理由"),
        (.condition, "超期 逾期 超时 被纠正 败诉 如果 若 凡 应当 撤诉 责令 违法 不服 收取 费用 收费 处理费"),
        (.comparison, "比 较 同比 环比 增加 减少 增长 下降 上升 相比"),
        (nil, "比较 较为 较好 较大 较高 较多 对比"),
        (.lastYear, "上年 上年度 上一年 上一年度 去年 往年 历年 近年 近年来 近三年 近五年 三年来 五年来 成立以来 实施以来 施行以来 开展以来"),
        (.thisYear, "本年 本年度 今年 全年 年内"),
        (.partOfYear, "上半年 下半年 季度 月份"),
        (.office, "办公室 政府办 办公厅 本级 代表"),
        (.region, "全市 全区 全县 全省 全州 全旗 全镇 全系统 各级 市直 县直 区直 所属 下属 下级 各县 各区 各部门 各镇 各乡镇 各街道"),
        (.onRecord, "备案 登记在案"),
        (.parts, "其中"),
        (.allParts, "分别为 分别是 分别有"),
        (.examples, "包括 包含 含"),
        (.besides, "例如 如 不含 另有 另"),
        (nil, "如下 如期 如实"),
        (.others, "其他 其它 其余 其他类 其它类 其他各类"),
        (.overlap, "实现 的有 同时 涉及 采用 被采用 采纳 兼 阅读 浏览"),
        (.way, "网络 网上 线上 在线 来信 信函 来函 当面 现场 邮寄 邮政 邮箱 电子邮件 传真 窗口 书面 快递 官网 门户网站 网站 微信 上门"),
        (.person, "自然人 公民 法人 企业 群众 当事人 村民 市民 居民 律师 业主 个人 商业企业 科研机构 社会公益组织 法律服务机构"),
        (.publicAttribute, "主动公开 主动公开类 主动公开政府信息 主动公开信息 主动公开文件 主动公开公文"),
        (.ownDocuments, "公文 公开属性 属性 源头认定 发文 收文 拟制 制作政府信息 形成政府信息 产生政府信息 生成政府信息 形成文件 产生文件 生成文件 形成的政府信息 制作的政府信息 制作信息"),
        (.powers, "清单 权力 职权 权责 权责清单 权力清单 职能 双公示"),
        (.information, "信息 数据 条目 类"),
        (.channel, "通过 利用 依托"),
        (.about, "约 近 超 超过 逾 不少于"),
        (.andSoOn, "等"),
        (.rate, "办结率 答复率 回复率"),
        (nil, "按时办结率 按期办结率 按时答复率 按期答复率 及时答复率"),
    ]
}

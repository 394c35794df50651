/// Lines that a web page puts around a document: labels of its data sheet, menus, links, the foot of the site.
package enum Furniture {
    /// Whether a line belongs to the page, not to the document. Only short lines can.
    package static func isLine(_ text: some StringProtocol) -> Bool {
        guard text.utf8.count <= longest else { return false }
        let line = Folding.compact(text)
        if feet.contains(where: line.mentions) { return true }
        // A sentence is none of the page's own, whatever signs and words are in it.
        guard !line.mentions("。") else { return false }
        return wholeLines.contains(Folding.lettersAndDigits(text)) || isMenu(line) || isFile(line)
            || beginnings.contains { line.hasPrefix($0) }
            || isTrail(line)
    }

    /// Several links side by side: 打印 | 关闭, 【打印】【关闭】.
    private static func isMenu(_ line: String) -> Bool {
        let links = line.split { "|【】[]·丨/".contains($0) }
        return links.count > 1 && links.allSatisfy { wholeLines.contains(Folding.lettersAndDigits($0)) }
    }

    /// The name of a file behind a link: 1.年报.pdf, 年报.docx（123KB）.
    private static func isFile(_ line: String) -> Bool {
        guard let end = line.lastIndex(of: "."), !line.contains(where: { "，,；;！!".contains($0) }) else { return false }
        let ending = line[line.index(after: end)...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return fileEndings.contains(ending.lowercased())
    }

    private static let fileEndings: Set = [
        "pdf", "doc", "docx", "wps", "ofd", "xls", "xlsx", "zip", "rar", "odt", "rtf", "jpg", "png",
    ]

    /// The way from the front page to this one: 首页 > 政务公开 > 年报.
    private static func isTrail(_ line: String) -> Bool {
        !line.mentions("<") && line.contains { ">»›→".contains($0) } || line.hasPrefix("首页") || line.hasPrefix("当前位置")
    }

    /// In bytes: some hundred letters.
    private static let longest = 360

    /// Lines that say nothing else.
    private static let wholeLines: Set = [
        "附件", "附件下载", "相关附件", "附件列表", "点击下载", "下载", "打印", "关闭", "打印关闭", "打印本页", "关闭窗口", "收藏", "分享", "返回顶部",
        "返回", "首页", "我要纠错", "纠错", "文件下载", "资料下载", "关联文件", "关联稿件", "相关稿件", "相关文件", "相关报道", "相关新闻", "图解", "中国政府网",
        "附件下载区", "相关链接", "相关文档", "相关信息", "相关阅读", "相关推荐", "扫一扫", "网站地图", "联系我们", "关于我们", "网站声明", "隐私声明",
        "使用帮助", "无障碍", "无障碍阅读", "智能问答", "繁体", "字号大中小", "字体大中小", "大中小", "视力保护色", "上一篇", "下一篇", "正文",
        "政府信息公开", "政务公开", "政府信息公开年报", "政府信息公开年度报告专栏", "信息公开年报", "年报",
    ]

    /// The labels of a page's data sheet and of its links, with what stands behind them.
    private static let beginnings =
        [
            "索引号", "主题分类", "发布机构", "发文机关", "发文机构", "公开主体", "公开方式", "成文日期", "发布日期", "发布时间", "生成日期", "公开日期", "更新时间",
            "文号", "发文字号", "文件编号", "信息来源", "来源", "作者", "浏览次数", "访问量", "点击数", "阅读次数", "字号", "字体", "有效性", "体裁分类", "组配分类",
            "关键词", "主题词", "栏目", "责任编辑", "编辑", "审核", "分享到", "上一篇", "下一篇", "上一条", "下一条", "点击下载", "文件下载", "附件下载", "附件列表",
            "关联文件", "相关链接", "联系电话", "联系人", "地址", "邮编", "邮政编码", "主办", "承办", "技术支持", "附件", "相关附件", "您的位置",
            "您现在的位置", "当前的位置", "原文链接", "页面链接", "扫一扫", "语音播报", "时间", "日期",
        ].flatMap { ["\($0):", "\($0)："] } + ["您现在的位置", "您当前的位置", "您的位置", "分享到", "【打印】", "【关闭】", "【字体"]

    private static let feet = [
        "版权所有", "公网安备", "ICP备", "网站标识码", "打印本页", "关闭窗口", "扫一扫在手机", "联系我们|", "网站地图|", "|网站地图", "|联系我们",
    ]
}

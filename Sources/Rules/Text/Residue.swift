import Reports

/// What other programs left in the text: field codes, the furniture of a web page, images, page numbers.
///
/// A pattern is made anew each time it is used, which takes longer than a look at the letters: so it is used only where they allow.
enum Residue {
    /// One example of each kind that a passage holds.
    static func found(in passage: Passage) -> [String] {
        let searches: [(String) -> String?] = [fieldCode, furniture, image, pageNumber]
        return searches.compactMap { search in passage.paragraphs.lazy.compactMap(search).first }
    }

    private static func fieldCode(in paragraph: String) -> String? {
        guard paragraph.contains(where: { $0.isASCII && $0.isUppercase || $0 == "[" }) else { return nil }
        return paragraph.firstMatch(of: #/\[bookmark:[^\]]*\]|HYPERLINK\s+"|PAGE\s+\\\*|TOC\s+\\o|MERGEFORMAT|_GoBack/#)
            .map { String($0.0) }
    }

    /// Two menu entries side by side, or a line that only the foot of a page has.
    private static func furniture(in paragraph: String) -> String? {
        guard paragraph.contains(where: { $0 == "|" || $0 == "｜" }) else {
            return feet.first(where: paragraph.mentions)
        }
        let menu = #/(?:首页|网站声明|使用帮助|联系我们|关于我们|网站地图|隐私声明)\s*[|｜]\s*(?:首页|网站声明|使用帮助|联系我们|关于我们|网站地图|隐私声明)/#
        if let match = paragraph.firstMatch(of: menu) { return String(match.0) }
        return feet.first(where: paragraph.mentions)
    }

    private static let feet = [
        "版权所有", "公网安备", "ICP备", "网站标识码", "打印本页", "关闭窗口", "【打印】", "【关闭】", "分享到：", "上一篇：", "下一篇：", "扫一扫在手机",
    ]

    private static func image(in paragraph: String) -> String? {
        ["<image>", "data:image/", "![]("].first(where: paragraph.mentions)
    }

    /// A page number that stands alone as a paragraph: - 3 -, 第 3 页.
    private static func pageNumber(in paragraph: String) -> String? {
        guard paragraph.utf8.count < 60, let first = paragraph.first(where: { !$0.isWhitespace }),
            "-—–－第".contains(first)
        else { return nil }
        return paragraph.wholeMatch(of: #/\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*共\s*\d{1,3}\s*页)?)\s*/#)
            .map { String($0.0.filter { !$0.isWhitespace }) }
    }
}

import Reports

/// What other programs left in the text: field codes, the furniture of a web page, images, page numbers.
enum Residue {
    /// One example of each kind that a passage holds.
    static func found(in passage: Passage) -> [Substring] {
        let searches: [(String) -> Substring?] = [fieldCode, furniture, image, pageNumber]
        return searches.compactMap { search in passage.paragraphs.lazy.compactMap(search).first }
    }

    // MARK: Field codes

    private static func fieldCode(in paragraph: String) -> Substring? {
        guard paragraph.mentionsAny(of: fieldMarks) else { return nil }
        return bookmark(in: paragraph) ?? ["MERGEFORMAT", "_GoBack"].lazy.compactMap(paragraph.firstMention).first
            ?? fields.lazy.compactMap { field($0.name, before: $0.sign, in: paragraph) }.first
    }

    private static let fieldMarks = ["[bookmark:", "MERGEFORMAT", "_GoBack"] + fields.map(\.name)
    private static let fields = [
        (name: "HYPERLINK", sign: "\""), (name: "PAGE", sign: "\\*"), (name: "TOC", sign: "\\o"),
    ]

    /// [bookmark: _GoBack]
    private static func bookmark(in paragraph: String) -> Substring? {
        guard let start = paragraph.firstMention(of: "[bookmark:")?.startIndex,
            let end = paragraph[start...].firstIndex(of: "]")
        else { return nil }
        return paragraph[start...end]
    }

    /// HYPERLINK "…: a name, white space, and the sign that only a field code has there.
    private static func field(_ name: String, before sign: String, in paragraph: String) -> Substring? {
        paragraph.ranges(of: name).lazy.compactMap { range -> Substring? in
            let rest = paragraph[range.upperBound...].drop(while: \.isWhitespace)
            guard rest.startIndex > range.upperBound, rest.hasPrefix(sign) else { return nil }
            return paragraph[range.lowerBound..<paragraph.index(rest.startIndex, offsetBy: sign.count)]
        }.first
    }

    // MARK: Web pages

    /// Two menu entries side by side, or a line that only the foot of a page has.
    private static func furniture(in paragraph: String) -> Substring? {
        menu(in: paragraph)
            ?? (paragraph.mentionsAny(of: feet) ? feet.lazy.compactMap(paragraph.firstMention).first : nil)
    }

    private static func menu(in paragraph: String) -> Substring? {
        let entries = paragraph.split(omittingEmptySubsequences: false) { $0 == "|" || $0 == "｜" }.map(\.trimmed)
        return zip(entries, entries.dropFirst()).lazy.compactMap { left, right -> Substring? in
            guard let before = menuEntries.first(where: left.hasSuffix),
                let behind = menuEntries.first(where: right.hasPrefix)
            else { return nil }
            let start = paragraph.index(left.endIndex, offsetBy: -before.count)
            return paragraph[start..<paragraph.index(right.startIndex, offsetBy: behind.count)]
        }.first
    }

    private static let menuEntries = ["首页", "网站声明", "使用帮助", "联系我们", "关于我们", "网站地图", "隐私声明"]

    private static let feet = [
        "版权所有", "公网安备", "ICP备", "网站标识码", "打印本页", "关闭窗口", "【打印】", "【关闭】", "分享到：", "上一篇：", "下一篇：", "扫一扫在手机",
    ]

    private static func image(in paragraph: String) -> Substring? {
        ["<image>", "data:image/", "![]("].lazy.compactMap(paragraph.firstMention).first
    }

    // MARK: Page numbers

    /// A page number that stands alone as a paragraph: - 3 -, 第 3 页 共 9 页.
    private static func pageNumber(in paragraph: String) -> Substring? {
        guard paragraph.utf8.count < 60 else { return nil }
        let letters = paragraph.filter { !$0.isWhitespace }
        let digits = letters.split(whereSeparator: { !$0.isNumber })
        guard digits.allSatisfy({ $0.count <= 3 }) else { return nil }
        let frame = letters.filter { !$0.isNumber }
        let isDashed = frame.count == 2 && frame.allSatisfy("-—–－".contains) && letters.first?.isNumber == false
        let isNamed = frame == "第页" || frame == "第页共页"
        guard
            isDashed && digits.count == 1 && letters.last?.isNumber == false
                || isNamed && digits.count == frame.count / 2
        else { return nil }
        return letters[...]
    }
}

/// The page and the text that a body reads in its own folder: how it stands, what is to be done, and its receipt.
package enum BureauPage {
    /// The page, which prints on A4 and needs nothing but itself.
    package static func html(for standing: BureauStanding) -> String {
        Pages.render(BureauView(standing), with: "bureau")
    }

    /// The same words without the tables, for any editor: UTF-8 with its mark, and lines as Windows ends them.
    package static func text(for standing: BureauStanding) -> [UInt8] {
        let lines = lines(of: BureauView(standing)).flatMap {
            $0.split(separator: "\n", omittingEmptySubsequences: false)
        }
        return [0xEF, 0xBB, 0xBF] + Array(lines.map { $0 + "\r\n" }.joined().utf8)
    }

    private static func lines(of view: BureauView) -> [String] {
        var lines = ["政府信息公开工作年度报告　报送情况", ""]
        lines += view.entries.map { "\($0.name)：\($0.text.printable)" }
        lines += ["结论：\(view.sign) \(view.verdictName)", ""] + section("还要做的", view.tasks)
        if view.hasNotes {
            lines += section("还有", view.notes.flatMap { [$0.heading.printable] + $0.lines.map { "  \($0.printable)" } })
        }
        for receipt in view.receipts { lines += section("回执：\(view.receiptName)", self.lines(of: receipt)) }
        if view.hasVersions { lines += section("以前的版本", view.versions.map(\.printable)) }
        if view.hasYears { lines += section("其他年度", view.years.map(\.printable)) }
        return lines
    }

    private static func lines(of receipt: ReceiptView) -> [String] {
        var lines = receipt.entries.map { "\($0.name)：\($0.text.printable)" }
        lines += ["结论：\(receipt.sign) \(receipt.verdictName)", ""]
        lines += receipt.addressees.map { "\($0.printable)：" } + ["  \(receipt.opinion)"]
        lines += receipt.signatures.flatMap { ["  \($0.office.printable)", "  \($0.date)"] } + [""]
        lines += (receipt.groups + receipt.waived).flatMap(self.lines)
        for revision in receipt.revisions { lines += self.lines(of: revision) }
        return lines + ["读到的数据见同一文件夹中的“回执.html”。", "文件指纹（SHA-256）：\(receipt.sha256)"]
    }

    private static func lines(of group: ReceiptView.Group) -> [String] {
        let items = group.items.flatMap { item in
            let details = [("改法", item.fixes), ("原文", item.quotes), ("依据", item.sources), ("说明", item.decisions)]
            return ["  \(item.number). \(item.heading.printable)"]
                + details.flatMap { name, words in words.map { "     \(name)：\($0.printable)" } }
        }
        return ["\(group.sign) \(group.name)（\(group.count) 处）"] + items + [""]
    }

    private static func lines(of revision: RevisionView) -> [String] {
        guard revision.isComparable else { return ["与第 \(revision.previous) 版相比：两版中有一版未能校核，无法比较。", ""] }
        var lines = ["与第 \(revision.previous) 版相比："]
        for group in revision.groups {
            lines.append("  \(group.name)（\(group.count) 处）")
            lines += group.items.map { "    \($0.heading.printable)" }
        }
        if !revision.hasGroups { lines.append("  两版都没有须改正和须核实之处。") }
        lines.append(revision.hasCells ? "  数据有变化的（\(revision.cellCount) 格）" : "  三张表的数据没有变化。")
        lines += revision.cells.map { "    \($0.place)：\($0.before) → \($0.now)" }
        lines += revision.furtherCells.map { "    另有 \($0) 格有变化，没有列出。" }
        return lines + [""]
    }

    private static func section(_ title: String, _ lines: [String]) -> [String] { ["【\(title)】"] + lines + [""] }
}

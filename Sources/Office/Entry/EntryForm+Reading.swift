package import Reports

extension EntryForm {
    /// What a filled-in form says.
    package struct Reading: Sendable, Equatable {
        /// As they were written; empty where nothing was.
        package var agency = ""
        package var year = ""
        package var why = ""
        package var tally = Tally()
    }

    /// What is wrong with a form, cell by cell, a sentence each.
    package struct Refusal: Error, Sendable, Equatable {
        package var problems: [String]

        package init(problems: [String]) { self.problems = problems }
    }

    /// The numbers of a form. Rows go by the words at their beginning; each has to be there once, and each of its cells to hold a number.
    package static func reading(of sheets: [[WaiverSheet.Row]]) throws(Refusal) -> Reading {
        let forms = sheets.filter(isForm)
        guard let rows = forms.first else {
            throw Refusal(problems: ["不是人工录入表：请用 nianbao enter --template 文件 做一份空的，填好再录入。"])
        }
        guard forms.count == 1 else {
            throw Refusal(problems: ["工作簿里有 \(forms.count) 张人工录入表，不知道录入哪一张；请只留一张。"])
        }
        var reading = Reading()
        var problems = headProblems(in: rows)
        var found: [String: WaiverSheet.Row] = [:]
        for row in rows {
            let label = plain(row.cells.first ?? "")
            let text = row.cells.dropFirst().first?.trimmed(where: \.isWhitespace) ?? ""
            switch Field(rawValue: label) {
            case .agency: reading.agency = text
            case .year: reading.year = text
            case .why: reading.why = text
            case nil:
                if let first = found[label], labels.contains(label) {
                    problems.append("第 \(row.number) 行与第 \(first.number) 行都是“\(row.cells[0])”，请只保留一行。")
                }
                found[label] = found[label] ?? row
            }
        }
        for block in blocks {
            for row in block.rows {
                guard let written = found[plain(row.label)] else {
                    problems.append("缺少“\(row.label)”一行（\(block.title)）。")
                    continue
                }
                take(row, written, &reading.tally, &problems)
            }
        }
        guard problems.isEmpty else { throw Refusal(problems: problems) }
        return reading
    }

    /// Columns go by their places, so that their heads must be those of the form.
    private static func headProblems(in rows: [WaiverSheet.Row]) -> [String] {
        let titles = Set(blocks.map { plain($0.title) })
        let heads = rows.filter { titles.contains(plain($0.cells.first ?? "")) }.map {
            row -> (number: Int, words: [String]) in
            let words = row.cells.map(plain)
            return (number: row.number, words: Array(words.prefix((words.lastIndex { !$0.isEmpty } ?? 0) + 1)))
        }
        let wanted = blocks.map { ([$0.title] + $0.heads).map(plain) }
        let wrong = heads.filter { !wanted.contains($0.words) }.map {
            "第 \($0.number) 行的栏名与规定的表不同：各栏不能调换、删去或改名，请用空的人工录入表重新填写。"
        }
        let lacking = zip(blocks, wanted).filter { _, words in !heads.contains { $0.words == words } }.map { block, _ in
            "缺少\(block.title)的栏名一行（\(block.heads.joined(separator: "、"))）。"
        }
        return wrong.isEmpty ? lacking : wrong
    }

    private static let labels = Set(blocks.flatMap(\.rows).map { plain($0.label) })

    /// Whether a form is among the sheets of a workbook.
    package static func isThere(in sheets: [[WaiverSheet.Row]]) -> Bool { sheets.contains(where: isForm) }

    private static func isForm(_ rows: [WaiverSheet.Row]) -> Bool {
        rows.contains { $0.cells.first.map { plain($0).hasPrefix(title) } ?? false }
    }

    /// Spreadsheets may break lines, and people may put in spaces.
    private static func plain(_ text: String) -> String {
        text.filter { !$0.isWhitespace && $0 != "\u{FEFF}" }
    }

    private static func take(
        _ row: Row, _ written: WaiverSheet.Row, _ tally: inout Tally, _ problems: inout [String]
    ) {
        for (index, place) in row.places.enumerated() {
            let cells = written.cells.dropFirst()
            let text = index < cells.count ? cells[cells.startIndex + index] : ""
            let where_ = "第 \(written.number) 行 \(column(index + 1)) 列（\(place.description)）"
            guard case let digits = plain(text), !digits.isEmpty else {
                problems.append("\(where_)没有填写；没有的请填 0。")
                continue
            }
            guard let number = number(digits, isAmount: place.isAmount) else {
                problems.append("\(where_)的“\(text)”不是\(place.isAmount ? "金额" : "整数")。")
                continue
            }
            tally[place] = number
        }
        let rest = written.cells.dropFirst(1 + row.places.count)
        if let index = rest.firstIndex(where: { !plain($0).isEmpty }) {
            problems.append("第 \(written.number) 行 \(column(index)) 列多出“\(rest[index])”，规定的表在这里没有格。")
        }
    }

    /// A column as spreadsheets call it, counted from 0.
    private static func column(_ index: Int) -> String {
        String(Character(Unicode.Scalar(UInt8(ascii: "A") + UInt8(clamping: min(index, 25)))))
    }

    /// The number in a cell, in digits of either width, with commas between thousands or without.
    private static func number(_ text: String, isAmount: Bool) -> ExactDecimal? {
        guard let number = ExactDecimal(withoutThousands(Folding.halfWidth(text))) else { return nil }
        return isAmount || number.count != nil ? number : nil
    }

    /// Commas that stand before three digits each.
    private static func withoutThousands(_ text: String) -> String {
        guard text.wholeMatch(of: #/[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?/#) != nil else { return text }
        return text.replacing(",", with: "")
    }
}

extension Place {
    /// Whether its cell holds money.
    fileprivate var isAmount: Bool {
        if case .disclosureCell(.fees, _) = self { true } else { false }
    }
}

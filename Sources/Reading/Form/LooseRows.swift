import Reports

/// Rows of numbers that stand in paragraphs: a label and its numbers in one line, or a line for each of them.
enum LooseRows {
    /// A row that begins at a line, and how many lines it takes.
    struct Found {
        var row: RawRow
        var lines: Int
    }

    /// The row that begins at a paragraph; `nil` where the paragraph is no label with values behind it.
    static func row(in lines: [Transcript.Line], at start: Int) -> Found? {
        guard !lines[start].isRow, let text = lines[start].slots.first?.text else { return nil }
        return row(inOneLine: text, at: start) ?? row(of: text, over: lines, at: start)
    }

    /// `一、本年新收政府信息公开申请数量 0 1 0 0 0 0 1`
    private static func row(inOneLine text: String, at start: Int) -> Found? {
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        guard let split = words.firstIndex(where: CellReader.isValue), split > 0,
            words[split...].allSatisfy(CellReader.isValue)
        else { return nil }
        let label = words[..<split].joined(separator: " ")
        return known(label).flatMap { found($0, label, Array(words[split...]), at: start, lines: 1) }
    }

    /// The label in a line of its own, and each value in one of its own. What is no label is not followed by any.
    private static func row(of text: String, over lines: [Transcript.Line], at start: Int) -> Found? {
        guard let label = known(text) else { return nil }
        let values = lines[(start + 1)...].lazy.map(value).prefix { $0 != nil }.compactMap(\.self)
        guard !values.isEmpty else { return nil }
        return found(label, text, Array(values), at: start, lines: 1 + values.count)
    }

    /// The value that a paragraph is; `nil` where it is anything else.
    private static func value(_ line: Transcript.Line) -> String? {
        guard !line.isRow, let value = line.slots.first?.text, CellReader.isValue(value) else { return nil }
        return value
    }

    private static func found(
        _ known: Known, _ label: String, _ values: [String], at start: Int, lines: Int
    ) -> Found? {
        // A sentence that happens to be near a label has not as many values behind it as table 3 has columns.
        guard known.wording == .official || values.count == Applicant.allCases.count else { return nil }
        let row = RawRow(
            entry: known.entry, label: label, wording: known.wording,
            values: RowValues(values.map(Transcript.Slot.text)), labels: [label], line: start)
        return Found(row: row, lines: lines)
    }

    /// What a label stands for, and whether it is misprinted.
    private struct Known {
        var entry: FormLabels.Entry
        var wording: PrintedRow.Wording
    }

    private static func known(_ text: String) -> Known? {
        let label = Label(text)
        if let entry = FormLabels.entry(for: label) {
            return entry == .group ? nil : Known(entry: entry, wording: .official)
        }
        guard let near = FormLabels.nearest(to: label), case .requests = near else { return nil }
        return Known(entry: near, wording: .different)
    }
}

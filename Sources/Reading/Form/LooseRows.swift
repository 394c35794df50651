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
        return found(label, words[split...].map(\.self), at: start, lines: 1)
    }

    /// The label in a line of its own, and each value in one of its own.
    private static func row(of text: String, over lines: [Transcript.Line], at start: Int) -> Found? {
        var values: [String] = []
        for line in lines[(start + 1)...] {
            guard !line.isRow, let value = line.slots.first?.text, CellReader.isValue(value) else { break }
            values.append(value)
        }
        guard !values.isEmpty else { return nil }
        return found(text, values, at: start, lines: 1 + values.count)
    }

    private static func found(_ label: String, _ values: [String], at start: Int, lines: Int) -> Found? {
        guard let (entry, wording) = entry(for: label, values: values.count) else { return nil }
        let row = RawRow(
            entry: entry, label: label, wording: wording, values: RowValues(values.map(Transcript.Slot.text)),
            labels: [label], line: start)
        return Found(row: row, lines: lines)
    }

    /// What a label stands for. A misprinted one is known only by as many values behind it as table 3 has columns: a sentence
    /// that happens to be near a label has not.
    private static func entry(
        for text: String, values: Int
    ) -> (FormLabels.Entry, PrintedRow.Wording)? {
        let label = Label(text)
        if let entry = FormLabels.entry(for: label) { return entry == .group ? nil : (entry, .official) }
        guard values == Applicant.allCases.count, let near = FormLabels.nearest(to: label), case .requests = near else {
            return nil
        }
        return (near, .different)
    }
}

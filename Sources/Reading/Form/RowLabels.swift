import Reports

/// Finds the labels in a line, and what stands after each.
enum RowLabels {
    /// The rows that a line of a table holds: usually one, many where a whole table ran into one line.
    ///
    /// Of labels side by side the last one names the row: （三）不予公开 | 1.属于国家秘密 | 0 | …
    static func rows(in line: Transcript.Line, at number: Int) -> [RawRow] {
        let marks = labels(in: line)
        var groups: [String] = []
        return marks.indices.compactMap { index in
            let mark = marks[index]
            let isLast = index == marks.count - 1
            let end = isLast ? line.slots.count : marks[index + 1].slot
            let values = RowValues(line.slots[(mark.slot + 1)..<end], label: mark.slot)
            defer { if mark.isGroup, groups.count < mostGroups { groups.append(mark.text) } }
            guard values.isFilled || isLast, mark.entry != .group, mark.entry != .otherGroup || isUndivided(values)
            else { return nil }
            return RawRow(
                entry: mark.entry, label: mark.text, wording: .official, values: values,
                labels: groups + [mark.text], line: number)
        }
    }

    /// The groups to the left of a row that are quoted with it; the form has two.
    private static let mostGroups = 4

    /// Whether （六）其他处理 stands before numbers, not before the misprinted label of its first row.
    private static func isUndivided(_ values: RowValues) -> Bool {
        guard let first = values.texts.first else { return false }
        return FormLabels.nearest(to: Label(first)) == nil
    }

    /// Whether a line holds a label of the form, a group's included.
    static func hasLabel(_ line: Transcript.Line) -> Bool { !labels(in: line).isEmpty }

    /// The row of a line whose label is misprinted; `nil` where no label of the form is near.
    static func misprinted(_ line: Transcript.Line, at number: Int) -> RawRow? {
        guard
            let slot = line.slots.lastIndex(where: { slot in
                slot.text.map { !$0.isEmpty && !CellReader.isValue($0) } ?? false
            }),
            let text = line.slots[slot].text, let entry = FormLabels.nearest(to: Label(text))
        else { return nil }
        let values = RowValues(line.slots[(slot + 1)...], label: slot)
        guard values.isFilled else { return nil }
        let label = text.replacing("\n", with: "")
        return RawRow(
            entry: entry, label: label, wording: .different, values: values, labels: [label], line: number)
    }

    private struct Mark {
        var slot: Int
        var text: String
        var entry: FormLabels.Entry

        var isGroup: Bool { entry == .group || entry == .otherGroup }
    }

    private static func labels(in line: Transcript.Line) -> [Mark] {
        var marks: [Mark] = []
        lazy var startOfValues = startOfValues(in: line)
        for (index, slot) in line.slots.enumerated() {
            guard let text = slot.text, !text.isEmpty else { continue }
            let inGroup = marks.last?.entry == .otherGroup
            let label = Label(text)
            let isTotal = label.words == "总计" && marks.isEmpty && index == startOfValues
            guard let entry = isTotal ? .requests(.total) : FormLabels.entry(for: label, inGroup: inGroup) else {
                continue
            }
            marks.append(Mark(slot: index, text: text.replacing("\n", with: ""), entry: entry))
        }
        return marks
    }

    /// The last slot that holds no value, if several values follow it: so 总计 there is a row, not the head of a column.
    private static func startOfValues(in line: Transcript.Line) -> Int? {
        var values = 0
        for index in line.slots.indices.reversed() {
            guard let text = line.slots[index].text, !text.isEmpty else { continue }
            guard CellReader.isValue(text) else { return values > 1 ? index : nil }
            values += 1
        }
        return nil
    }
}

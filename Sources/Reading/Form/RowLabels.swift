import Reports

/// Finds the labels in a line, and what stands after each.
enum RowLabels {
    /// The rows that a line of a table holds: usually one, many where a whole table ran into one line.
    ///
    /// Of labels side by side the last one names the row: （三）不予公开 | 1.属于国家秘密 | 0 | …
    static func rows(in line: Transcript.Line, at number: Int) -> [RawRow] {
        let marks = labels(in: line)
        return marks.indices.compactMap { index in
            let mark = marks[index]
            let isLast = index == marks.count - 1
            let end = isLast ? line.slots.count : marks[index + 1].slot
            let values = RowValues(line.slots[(mark.slot + 1)..<end], label: mark.slot)
            guard values.isFilled || isLast, mark.entry != .group, mark.entry != .otherGroup || isUndivided(values)
            else { return nil }
            return RawRow(
                entry: mark.entry, label: mark.text, wording: .official, values: values,
                labels: labels(before: mark, among: marks), line: number)
        }
    }

    /// Whether （六）其他处理 stands before numbers, not before the misprinted label of its first row.
    private static func isUndivided(_ values: RowValues) -> Bool {
        guard let first = values.texts.first else { return false }
        return FormLabels.nearest(to: Label(first)) == nil
    }

    /// The label of a row with those of its groups to the left, as a person quotes them.
    private static func labels(before mark: Mark, among marks: [Mark]) -> [String] {
        let groups = marks.filter { $0.slot < mark.slot && ($0.entry == .group || $0.entry == .otherGroup) }
        return groups.map(\.text) + [mark.text]
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
    }

    private static func labels(in line: Transcript.Line) -> [Mark] {
        var marks: [Mark] = []
        for (index, slot) in line.slots.enumerated() {
            guard let text = slot.text, !text.isEmpty else { continue }
            let inGroup = marks.last?.entry == .otherGroup
            let label = Label(text)
            let isTotal = label.words == "总计" && marks.isEmpty && startsRowOfValues(line, after: index)
            guard let entry = isTotal ? .requests(.total) : FormLabels.entry(for: label, inGroup: inGroup) else {
                continue
            }
            marks.append(Mark(slot: index, text: text.replacing("\n", with: ""), entry: entry))
        }
        return marks
    }

    /// Whether all that follows in the line is values: so 总计 is a row, not the head of a column.
    private static func startsRowOfValues(_ line: Transcript.Line, after index: Int) -> Bool {
        let rest = line.slots[(index + 1)...].compactMap(\.text).filter { !$0.isEmpty }
        return rest.count > 1 && rest.allSatisfy(CellReader.isValue)
    }
}

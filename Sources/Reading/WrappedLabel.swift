/// A label that continues on the next line.
enum WrappedLabel {
    /// The two lines as one where only together they hold a label of the form; `nil` otherwise.
    ///
    /// Either the first holds nothing but the label's beginning and the second its end and the values, or the values stand on
    /// the first and the second holds nothing but the label's end.
    static func join(_ first: Transcript.Line, _ second: Transcript.Line) -> Transcript.Line? {
        if first.texts.count == 1, !first.isRow || !second.isRow, let line = joinAhead(first.texts[0], second) {
            return line
        }
        if first.isRow, second.texts.count == 1, !second.isRow { return joinBehind(first, second.texts[0]) }
        return first.isRow && second.isRow ? joinRows(first, second) : nil
    }

    /// A row that a page break cut in two: the other half of its label stands in the same place, and its values stand once.
    private static func joinRows(_ first: Transcript.Line, _ second: Transcript.Line) -> Transcript.Line? {
        guard first.slots.count == second.slots.count else { return nil }
        for index in first.slots.indices {
            guard let beginning = first.slots[index].text, let end = second.slots[index].text, !beginning.isEmpty,
                !end.isEmpty, isCut(beginning, end)
            else { continue }
            let rest = zip(first.slots[(index + 1)...], second.slots[(index + 1)...])
            guard rest.allSatisfy({ $0.isEmptyPlace || $1.isEmptyPlace }) else { return nil }
            var whole = first
            whole.slots[index] = .text(beginning + end)
            for place in whole.slots.indices[(index + 1)...] where whole.slots[place].isEmptyPlace {
                whole.slots[place] = second.slots[place]
            }
            return whole
        }
        return nil
    }

    private static func joinAhead(_ beginning: String, _ line: Transcript.Line) -> Transcript.Line? {
        guard line.isRow, let index = line.slots.firstIndex(where: { $0.text?.isEmpty == false }),
            let end = line.slots[index].text, isCut(beginning, end)
        else { return nil }
        var whole = line
        whole.slots[index] = .text(beginning + end)
        return whole
    }

    private static func joinBehind(_ line: Transcript.Line, _ end: String) -> Transcript.Line? {
        for index in line.slots.indices {
            guard let beginning = line.slots[index].text, !beginning.isEmpty, isCut(beginning, end) else { continue }
            var whole = line
            whole.slots[index] = .text(beginning + end)
            return whole
        }
        return nil
    }

    /// Whether two texts are the halves of a row's label, and neither is one by itself.
    private static func isCut(_ beginning: String, _ end: String) -> Bool {
        isShort(beginning) && isShort(end)
            && FormLabels.entry(for: Label(beginning + end)) != nil
            && FormLabels.entry(for: Label(beginning)) == nil
            && FormLabels.entry(for: Label(end)) == nil
    }

    /// Half of the longest label and some spaces. Bytes are known without counting.
    private static func isShort(_ text: String) -> Bool { text.utf8.count < 150 && text.count < 40 }
}

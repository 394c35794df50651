import Reports

/// A number with a note, a unit or a stop beside it that leaves one reading: 22（其中修订16件）, 3件, 约3, 3.
///
/// A sign makes another number, a second number beside the first leaves two readings, 元 is another unit than the form's 万元: none of
/// these is read.
enum NotedNumber {
    /// The digits of the number, 万 and the like left out; `nil` where the text is no such number.
    static func digits(in text: String) -> String? {
        let scalars = Array(Folding.compact(text).unicodeScalars)
        guard scalars.count <= longest else { return nil }
        var rest = scalars[...]
        if let note = leadingNote(rest) { rest = rest.dropFirst(note) }
        if let word = leads.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(word.count) }
        let number = rest.prefix { $0.isDigit || $0 == "." || $0 == "," }
        let digits = trimmed(number)
        rest = rest.dropFirst(digits.count)
        guard !digits.isEmpty, isRest(rest, of: digits) else { return nil }
        return String(String.UnicodeScalarView(digits))
    }

    /// Whether what follows the digits leaves them as they are: a unit, a stop, a note, in this order, each once at the most.
    private static func isRest(_ text: ArraySlice<Unicode.Scalar>, of digits: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = text
        if let unit = units.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(unit.count)
        } else if rest.first == "元", digits.allSatisfy({ $0 == "0" || $0 == "." }) {
            rest = rest.dropFirst()
        }
        if let stop = rest.first, stops.contains(stop) { rest = rest.dropFirst() }
        return rest.isEmpty || isNote(rest)
    }

    /// A note: in brackets to the end of the cell, with words in it, or led in by 其中 and the like.
    private static func isNote(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        if noteLeads.contains(where: { text.starts(with: $0) }) { return true }
        guard let open = text.first, let last = text.last, let close = brackets[open], close == last else {
            return false
        }
        let inside = text.dropFirst().dropLast()
        return inside.contains { $0.isIdeograph } && !inside.contains(open)
    }

    /// The length of a note in brackets before the number.
    private static func leadingNote(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
        guard let open = text.first, let close = brackets[open], let end = text.firstIndex(of: close),
            isNote(text[...end])
        else { return nil }
        return end + 1 - text.startIndex
    }

    /// The digits without a stop behind them.
    private static func trimmed(_ number: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
        var number = number
        while let last = number.last, !last.isDigit { number = number.dropLast() }
        return number
    }

    /// Longer texts are no cell of a number.
    private static let longest = 200
    private static let leads = ["约", "共计", "合计", "共", "计"].map { Array($0.unicodeScalars) }
    private static let units = [
        "万元", "人次", "件次", "件", "条", "个", "份", "次", "项", "宗", "例", "起", "部", "单", "人", "家",
    ].map { Array($0.unicodeScalars) }
    private static let noteLeads = ["其中", "含", "包括", "包含", "注", "另有", "另"].map { Array($0.unicodeScalars) }
    private static let stops = Set(".。,，、;；:：*".unicodeScalars)
    private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["(": ")", "[": "]", "【": "】", "〔": "〕"]
}

/// What stands on pages without belonging to the text: page numbers, running heads and feet.
enum Furniture {
    /// The pages without it.
    static func removed(from sheets: [Sheet]) -> [Sheet] {
        let repeated = repeatedTexts(in: sheets)
        let offset = numberOffset(in: sheets)
        return sheets.enumerated().map { index, original in
            var sheet = original
            sheet.items = sheet.items.filter { item in
                guard let line = item.line, isInMargin(line, of: original) else { return true }
                let text = compact(line)
                return !isPageNumber(text) && !repeated.contains(Place(line))
                    && offset.map { Int(text) != index + $0 } ?? true
            }
            return sheet
        }
    }

    /// A text at a height of the page; the numbers in it do not count.
    private struct Place: Hashable {
        var text: String
        var height: Int

        init(_ line: GlyphLine) {
            text = String(compact(line).map { $0.isNumber ? "#" : $0 })
            height = Int(line.baseline / 8)
        }
    }

    /// The texts that most pages, or most of the left or of the right ones, and at least two, have at the same place.
    private static func repeatedTexts(in sheets: [Sheet]) -> Set<Place> {
        var pages: [Place: Set<Int>] = [:]
        for (index, sheet) in sheets.enumerated() {
            for line in sheet.items.compactMap(\.line) where isInMargin(line, of: sheet) && !line.isNumeric {
                pages[Place(line), default: []].insert(index)
            }
        }
        return Set(
            pages.filter { _, pages in
                let isOneSided = Set(pages.map { $0 % 2 }).count == 1
                return pages.count > 1 && (isOneSided ? 4 : 2) * pages.count >= sheets.count
            }.keys)
    }

    /// What bare numbers in the margins are ahead of the index of their pages, if that is the same on all that have one.
    private static func numberOffset(in sheets: [Sheet]) -> Int? {
        var offsets: Set<Int> = []
        var count = 0
        for (index, sheet) in sheets.enumerated() {
            for line in sheet.items.compactMap(\.line) where isInMargin(line, of: sheet) {
                guard let number = Int(compact(line)), number < 10_000 else { continue }
                offsets.insert(number - index)
                count += 1
            }
        }
        return offsets.count == 1 && (count > 1 || sheets.count == 1 && offsets == [1]) ? offsets.first : nil
    }

    /// Whether a line stands where furniture does.
    static func isInMargin(_ line: GlyphLine, of sheet: Sheet) -> Bool {
        line.box.bottom < 0.12 * sheet.box.height || line.box.top > 0.88 * sheet.box.height
    }

    private static func compact(_ line: GlyphLine) -> String { line.text.filter { !$0.isWhitespace } }

    /// `-3-`, `—3—`, `第3页`, `第3页共9页`, `3/9`.
    private static func isPageNumber(_ text: String) -> Bool {
        guard text.count < 16 else { return false }
        var words = ""
        for letter in text where !letter.isNumber || words.last != "#" { words.append(letter.isNumber ? "#" : letter) }
        guard let first = words.first, dashes.contains(first) else { return pageNumbers.contains(words) }
        return words.allSatisfy { $0 == "#" || dashes.contains($0) } && words.count { $0 == "#" } == 1
    }

    private static let dashes: Set<Character> = ["-", "—", "–", "―", "－", "_", "·", "•", "~"]

    /// The forms of page numbers without dashes; # stands for digits.
    private static let pageNumbers = Set(
        ["#/#", "Page#", "page#", "Page#of#", "page#of#"]
            + ["", "第"].flatMap { start in
                ["", ",", "，", "/"].flatMap { sign in ["", "共#页"].map { "\(start)#页\(sign)\($0)" } }
            })
}

/// Counts the paragraphs of lists as Word does, from the first to the last.
struct WordCounters {
    private let numbering: WordNumbering
    /// The numbers reached, by pattern and level; lists that share a pattern share them.
    private var reached: [String: [Int: Int]] = [:]
    /// The lists whose own beginning has been applied, with the level.
    private var begun: Set<String> = []

    init(_ numbering: WordNumbering) {
        self.numbering = numbering
    }

    /// The level on which paragraphs of a style stand in a list.
    func level(ofStyle style: String, in list: String) -> Int? {
        numbering.lists[list]?.levels.first { $0.value.paragraphStyle == style }?.key
    }

    /// The marker of the next paragraph of a list; nothing for a bullet, or where the list does not exist.
    mutating func next(_ id: String, level: Int) -> String {
        guard let list = numbering.lists[id], let definition = list.levels[level] else { return "" }
        var numbers = reached[list.pattern] ?? [:]
        if let start = list.starts[level], begun.insert("\(id)/\(level)").inserted {
            numbers[level] = start
        } else {
            numbers[level] = numbers[level].map { $0 &+ 1 } ?? definition.start
        }
        for upper in 0..<level where numbers[upper] == nil {
            numbers[upper] = list.starts[upper] ?? list.levels[upper]?.start ?? 1
        }
        for (lower, below) in list.levels where lower > level && level < below.restart ?? .max {
            numbers[lower] = nil
        }
        reached[list.pattern] = numbers
        return definition.style == .bullet ? "" : marker(definition, numbers, list)
    }

    /// The marker's pattern with the numbers put in.
    private func marker(_ definition: WordNumbering.Level, _ numbers: [Int: Int], _ list: WordNumbering.List) -> String
    {
        var text = ""
        var isPlace = false
        for character in definition.text {
            if isPlace, let place = character.wholeNumberValue, (1...9).contains(place) {
                let style = definition.isLegal ? .decimal : list.levels[place - 1]?.style ?? .decimal
                text += style.text(numbers[place - 1] ?? 1)
                isPlace = false
            } else if character == "%" {
                isPlace = true
            } else {
                text.append(character)
                isPlace = false
            }
        }
        return text
    }
}

import Reports

/// A printed label in comparable form: its number apart from its words.
///
/// Width, spaces, punctuation, quotation marks and the way of numbering do not count: `1. 属于国家秘密`, `（1）属于国家秘密` and
/// `①属于国家秘密` are the same label.
struct Label: Hashable {
    /// The number in front, its brackets and stops taken off: 一, 1, ①; empty if there is none.
    var number: String
    /// The words without punctuation and without remarks in brackets.
    var words: String

    init(_ text: some StringProtocol) {
        let characters = Array(Folding.compact(text))
        let start = Label.endOfNumber(in: characters)
        number = String(characters[..<start].filter(Label.isNumeral))
        words = Label.words(characters[start...])
    }

    /// Where the number in front ends; 0 where there is none. A number needs a bracket or a stop: 2023年 is not one.
    private static func endOfNumber(in characters: [Character]) -> Int {
        var index = 0
        if index < characters.count, "([【".contains(characters[index]) { index += 1 }
        let opened = index > 0
        let digits = index
        while index < characters.count, isNumeral(characters[index]) { index += 1 }
        guard index > digits, index < characters.count else { return 0 }
        if index - digits == 1, characters[digits].isCircled { return index }
        let stops = opened ? ")]】" : ".、,:．。)"
        guard stops.contains(characters[index]) else { return 0 }
        while index < characters.count, ")]】.、,:．。".contains(characters[index]) { index += 1 }
        return index
    }

    private static func words(_ characters: ArraySlice<Character>) -> String {
        var words = ""
        var depth = 0
        for character in characters {
            if "([【".contains(character) {
                depth += 1
            } else if ")]】".contains(character) {
                depth = max(0, depth - 1)
            } else if depth == 0, character.isLetter || character.isNumber {
                words.append(character)
            }
        }
        // A label all in brackets is no remark.
        return words.isEmpty ? String(characters.filter { $0.isLetter || $0.isNumber }) : words
    }

    private static func isNumeral(_ character: Character) -> Bool {
        "一二三四五六七八九十0123456789".contains(character) || character.isCircled
    }
}

extension Character {
    /// ① to ⑳.
    fileprivate var isCircled: Bool { ("\u{2460}"..."\u{2473}").contains(self) }
}

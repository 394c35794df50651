extension StringProtocol {
    /// The sentences of a paragraph, each with its stop. A semicolon does not end one: its parts belong together.
    package var sentences: [String] {
        var sentences: [String] = []
        var current = ""
        for character in self {
            if !character.isNewline { current.append(character) }
            guard "。！？!?".contains(character) || character.isNewline else { continue }
            sentences.append(current)
            current = ""
        }
        sentences.append(current)
        return sentences.map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.isEmpty }
    }
}

extension StringProtocol {
    /// Whether some words occur, byte for byte: `contains` compares by characters, which takes ten times as long.
    package func mentions(_ words: String) -> Bool {
        let (text, wanted) = (Array(utf8), Array(words.utf8))
        guard let first = wanted.first else { return true }
        guard text.count >= wanted.count else { return false }
        return (0...(text.count - wanted.count)).contains { start in
            text[start] == first && (1..<wanted.count).allSatisfy { text[start + $0] == wanted[$0] }
        }
    }

    /// Whether any of some words occurs.
    package func mentionsAny(of words: some Sequence<String>) -> Bool { words.contains { mentions($0) } }
}

extension StringProtocol {
    /// Whether some words occur, byte for byte: `contains` compares by characters, which takes ten times as long.
    package func mentions(_ words: String) -> Bool { mentionsAny(of: CollectionOfOne(words)) }

    /// Whether any of some words occurs.
    package func mentionsAny(of words: some Sequence<String>) -> Bool {
        let text = Array(utf8)
        return words.contains { text.holds(Array($0.utf8)) }
    }
}

extension [UInt8] {
    /// Whether some bytes stand in these one behind another.
    fileprivate func holds(_ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        guard count >= wanted.count else { return false }
        return (0...(count - wanted.count)).contains { start in
            self[start] == first && (1..<wanted.count).allSatisfy { self[start + $0] == wanted[$0] }
        }
    }
}

extension StringProtocol {
    /// Whether some words occur, byte for byte: `contains` compares by characters, which takes ten times as long.
    package func mentions(_ words: String) -> Bool { mentionsAny(of: CollectionOfOne(words)) }

    /// Whether any of some words occurs.
    package func mentionsAny(of words: some Sequence<String>) -> Bool {
        let text = Array(utf8)
        return words.contains { text.firstIndex(of: Array($0.utf8)) != nil }
    }
}

extension String {
    /// The place at which some words stand first, byte for byte.
    package func firstMention(of words: String) -> Substring? {
        guard let start = Array(utf8).firstIndex(of: Array(words.utf8)) else { return nil }
        let index = utf8.index(startIndex, offsetBy: start)
        return self[index..<utf8.index(index, offsetBy: words.utf8.count)]
    }
}

extension [UInt8] {
    /// Where some bytes stand in these one behind another. A plain loop: it runs for every phrase over every text, also in builds that
    /// are not optimised.
    fileprivate func firstIndex(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first else { return startIndex }
        var start = 0
        while start <= count - wanted.count {
            if self[start] == first {
                var same = 1
                while same < wanted.count, self[start + same] == wanted[same] { same += 1 }
                if same == wanted.count { return start }
            }
            start += 1
        }
        return nil
    }
}

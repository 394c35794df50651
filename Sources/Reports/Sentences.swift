extension StringProtocol {
    /// The sentences of a paragraph, each with its stop. A semicolon does not end one: its parts belong together.
    package var sentences: [String] {
        // Of a known type, whose scalars cost no look-up each.
        let text = String(self)
        let scalars = text.unicodeScalars
        var sentences: [String] = []
        var start = scalars.startIndex
        for index in scalars.indices {
            let isBreak = scalars[index].isLineBreak
            guard isBreak || scalars[index].isSentenceEnd else { continue }
            let next = scalars.index(after: index)
            sentences.append(Folding.trimStart(scalars[start..<(isBreak ? index : next)]))
            start = next
        }
        sentences.append(Folding.trimStart(scalars[start...]))
        return sentences.filter { !$0.isEmpty }
    }
}

extension Unicode.Scalar {
    fileprivate var isSentenceEnd: Bool {
        switch self {
        case "。", "！", "？", "!", "?": true
        default: false
        }
    }

    fileprivate var isLineBreak: Bool {
        switch self {
        case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}

extension Folding {
    fileprivate static func trimStart(_ scalars: Substring.UnicodeScalarView) -> String {
        String(scalars.drop { $0.properties.isWhitespace })
    }
}

extension StringProtocol {
    /// The sentences of a paragraph, each with its stop. A semicolon does not end one: its parts belong together.
    package var sentences: [String] {
        let scalars = unicodeScalars
        var sentences: [String] = []
        var start = scalars.startIndex
        for index in scalars.indices {
            let isBreak = lineBreaks.contains(scalars[index])
            guard isBreak || sentenceEnds.contains(scalars[index]) else { continue }
            let next = scalars.index(after: index)
            sentences.append(Folding.trimStart(scalars[start..<(isBreak ? index : next)]))
            start = next
        }
        sentences.append(Folding.trimStart(scalars[start...]))
        return sentences.filter { !$0.isEmpty }
    }
}

private let sentenceEnds = Set("。！？!?".unicodeScalars)
private let lineBreaks = Set("\n\r\u{0B}\u{0C}\u{85}\u{2028}\u{2029}".unicodeScalars)

extension Folding {
    fileprivate static func trimStart(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars.drop { $0.properties.isWhitespace }))
    }
}

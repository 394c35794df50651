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
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(min(text.utf8.count, 64))
        for scalar in text.unicodeScalars where !Folding.isInvisible(scalar) {
            scalars.append(Folding.halfWidth(scalar))
        }
        let start = Label.endOfNumber(in: scalars)
        number = String(scalars: scalars[..<start].filter(Label.isNumeral)[...])
        words = Label.words(scalars[start...])
    }

    /// Where the number in front ends; 0 where there is none. A number needs a bracket or a stop: 2023年 is not one.
    private static func endOfNumber(in scalars: [Unicode.Scalar]) -> Int {
        var index = 0
        if index < scalars.count, isOpening(scalars[index]) { index += 1 }
        let opened = index > 0
        let digits = index
        while index < scalars.count, isNumeral(scalars[index]) { index += 1 }
        guard index > digits, index < scalars.count else { return 0 }
        if index - digits == 1, scalars[digits].isCircled { return index }
        guard opened ? isClosing(scalars[index]) : isStop(scalars[index]) else { return 0 }
        while index < scalars.count, isClosing(scalars[index]) || isStop(scalars[index]) { index += 1 }
        return index
    }

    private static func words(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var words = TextBuilder(capacity: 3 * scalars.count)
        var depth = 0
        for scalar in scalars {
            if isOpening(scalar) {
                depth += 1
            } else if isClosing(scalar) {
                depth = max(0, depth - 1)
            } else if depth == 0, Folding.isLetterOrDigit(scalar) {
                words.append(scalar)
            }
        }
        // A label all in brackets is no remark.
        return words.isEmpty ? String(scalars: scalars.filter(Folding.isLetterOrDigit)[...]) : words.text
    }

    private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: scalar.isCircled
        }
    }

    private static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "(", "[", "【": true
        default: false
        }
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ")", "]", "】": true
        default: false
        }
    }

    private static func isStop(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "、", ",", ":", "．", "。", ")": true
        default: false
        }
    }
}

extension Unicode.Scalar {
    /// ① to ⑳.
    fileprivate var isCircled: Bool { ("\u{2460}"..."\u{2473}").contains(self) }
}

/// Text made comparable: full-width forms become half-width ones, white space goes.
package enum Folding {
    /// The half-width form of a full-width letter, digit or sign; everything else as it is.
    package static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000: " "
        default: scalar
        }
    }

    /// The text with half-width forms, white space kept.
    package static func halfWidth(_ text: some StringProtocol) -> String { formed(text) { halfWidth($0) } }

    /// The text with half-width forms and without white space or invisible characters.
    package static func compact(_ text: some StringProtocol) -> String {
        formed(text) { scalar in
            let half = halfWidth(scalar)
            return isInvisible(half) ? nil : half
        }
    }

    /// The text without white space at its ends.
    package static func trim(_ text: some StringProtocol) -> String {
        let text = String(text)
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isInvisible($0) }),
            let last = scalars.lastIndex(where: { !isInvisible($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// The text in one line, for quoting.
    package static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).map { trim($0) }.joined(separator: " ")
    }

    /// A letter, an ideograph or a digit of any script.
    package static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
        case 0...0x7F: false
        default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
    }

    /// Only the letters, ideographs and digits of a text, half-width: what two titles have in common however they are punctuated.
    package static func lettersAndDigits(_ text: some StringProtocol) -> String {
        formed(text) { scalar in
            let half = halfWidth(scalar)
            return isLetterOrDigit(half) ? half : nil
        }
    }

    /// The text with each scalar as `form` makes it, or without it.
    private static func formed(_ text: some StringProtocol, _ form: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        var builder = TextBuilder(capacity: text.utf8.count)
        // Of a known type, whose scalars cost no look-up each.
        for scalar in String(text).unicodeScalars {
            if let formed = form(scalar) { builder.append(formed) }
        }
        return builder.text
    }

    /// White space of any width, zero included.
    package static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        // Nearly all there is in a report; the tables of Unicode take their time.
        case 0x21...0x7E, 0x4E00...0x9FFF, 0xFF01...0xFF5E: false
        default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
        }
    }
}

/// Text on a terminal, where a Chinese character takes two columns.
extension String {
    /// How many columns the text takes.
    package var columns: Int { reduce(0) { $0 + $1.columns } }

    /// The text with spaces before it, so that it takes so many columns.
    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - columns)) + self
    }

    /// The text with spaces after it, so that it takes so many columns.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns))
    }

    /// The text in lines of so many columns. A mark that ends a clause never begins a line: it may stand out by itself.
    func wrapped(to width: Int?) -> [String] {
        guard let width else { return [self] }
        var lines: [String] = []
        var line = ""
        var used = 0
        for letter in self {
            if used + letter.columns > width, !"，。、；：？！”’）〕》】".contains(letter) {
                lines.append(line)
                line = ""
                used = 0
            }
            line.append(letter)
            used += letter.columns
        }
        return lines + [line]
    }

    /// The text without anything that could steer a terminal or turn the direction of writing; line ends show as ↵.
    package var printable: String {
        var text = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "\n": text += " ↵ "
            case "\t": text += "  "
            case "\r": continue
            default:
                let isPlain = ![.control, .format, .lineSeparator, .paragraphSeparator].contains(
                    scalar.properties.generalCategory)
                text += isPlain ? String(scalar) : "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return text
    }
}

extension Character {
    /// How many columns the character takes: none, one or two.
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        if scalar.properties.generalCategory == .nonspacingMark { return 0 }
        return Character.wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// What terminals draw two columns wide (Unicode, East Asian Width: W and F).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD,
    ]
}

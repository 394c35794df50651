/// A text as the set of its short runs of letters, to tell how much of one text stands in another.
///
/// Chinese has no spaces between words, so a run of six letters takes the place of a few words. Digits do not count: a text that
/// only has new numbers is the same text.
package struct Shingles: Sendable, Equatable {
    private static let length = 6
    /// Shorter texts are alike by chance.
    private static let leastLetters = 100
    /// The runs by their hashes, each once, in order: so what two texts have in common is counted in one pass.
    private let runs: [UInt64]
    /// How many letters the text has.
    package let letters: Int
    /// Whether it is long enough to be compared with others.
    package var isComparable: Bool { letters >= Self.leastLetters }

    package init(_ paragraphs: some Sequence<String>) {
        self.init(letters: Self.letters(of: paragraphs))
    }

    private init(letters: [UInt64]) {
        self.letters = letters.count
        guard letters.count >= Self.length else {
            runs = []
            return
        }
        var runs: [UInt64] = []
        runs.reserveCapacity(letters.count)
        for start in 0...letters.count - Self.length {
            var run: UInt64 = 0
            for letter in letters[start..<start + Self.length] { run = (run ^ letter).mixed }
            runs.append(run)
        }
        self.runs = Self.eachOnce(runs)
    }

    /// The numbers in order, each once. They are sorted byte by byte, the last byte first, which takes as long whatever they are: that is
    /// most of what a text costs.
    private static func eachOnce(_ numbers: [UInt64]) -> [UInt64] {
        var (sorted, next) = (numbers, numbers)
        for shift in stride(from: 0, to: UInt64.bitWidth, by: 8) {
            var places = [Int](repeating: 0, count: 257)
            for number in sorted { places[Int(truncatingIfNeeded: number >> shift) & 0xFF + 1] += 1 }
            for byte in 1..<256 { places[byte] += places[byte - 1] }
            for number in sorted {
                let byte = Int(truncatingIfNeeded: number >> shift) & 0xFF
                next[places[byte]] = number
                places[byte] += 1
            }
            swap(&sorted, &next)
        }
        var count = 0
        for number in sorted where count == 0 || sorted[count - 1] != number {
            sorted[count] = number
            count += 1
        }
        sorted.removeLast(sorted.count - count)
        return sorted
    }

    /// How many numbers two ordered lists share.
    private static func common(_ left: [UInt64], _ right: [UInt64]) -> Int {
        var (count, i, j) = (0, 0, 0)
        while i < left.count, j < right.count {
            let (one, other) = (left[i], right[j])
            if one == other { count += 1 }
            if one <= other { i += 1 }
            if other <= one { j += 1 }
        }
        return count
    }

    private static func letters(of paragraphs: some Sequence<String>) -> [UInt64] {
        var letters: [UInt64] = []
        for paragraph in paragraphs {
            if paragraph.unicodeScalars.allSatisfy(\.standsAlone) {
                for scalar in paragraph.unicodeScalars where scalar.isLetter {
                    letters.append(UInt64(scalar.value).mixed)
                }
            } else {
                for letter in paragraph where letter.isLetter && !letter.isNumber {
                    letters.append(letter.unicodeScalars.reduce(0) { ($0 ^ UInt64($1.value)).mixed })
                }
            }
        }
        return letters
    }

    /// What the text is looked for by among many.
    package var sketch: Sketch { Sketch(of: runs) }

    /// The share of the runs of both texts that they have in common, 0 to 100; 0 where it can't come to `least`.
    package func likeness(to other: Shingles, atLeast least: Int = 0) -> Int {
        // Texts of very different length have little in common.
        guard min(letters, other.letters) * 100 >= max(letters, other.letters) * least else { return 0 }
        guard !runs.isEmpty, !other.runs.isEmpty else { return 0 }
        let common = Self.common(runs, other.runs)
        return common * 100 / (runs.count + other.runs.count - common)
    }
}

extension Unicode.Scalar {
    /// Whether it makes a character by itself, beside whichever others that do: then no text has to be broken into characters, which takes
    /// ten times as long. Nearly all that is in a Chinese report.
    fileprivate var standsAlone: Bool {
        switch value {
        case 0x20...0x7E, 0x0A, 0x2010...0x2027, 0x3000...0x3029, 0x4E00...0x9FFF, 0xFF01...0xFF5E: true
        default: false
        }
    }

    /// Of each ideograph from U+4E00 on whether it is a number, as 一 is. The tables of Unicode take their time.
    private static let isNumeral: [Bool] = (0x4E00...0x9FFF).map { value in
        Unicode.Scalar(UInt32(value))?.properties.numericType != nil
    }

    fileprivate var isLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0...0x7F: false
        case 0x4E00...0x9FFF: !Self.isNumeral[Int(value) - 0x4E00]
        default: properties.isAlphabetic && properties.numericType == nil
        }
    }
}

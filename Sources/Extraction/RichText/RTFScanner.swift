/// What a Rich Text file is made of.
enum RTFToken: Equatable {
    case groupStart
    case groupEnd
    /// `\trowd`, `\cellx2052`.
    case word(String, Int?)
    /// `\~`, `\*`: a backslash and what is no letter.
    case symbol(UInt8)
    /// A byte of text, as it is or as `\'d5`.
    case byte(UInt8)
}

/// Cuts the bytes of a Rich Text file into tokens, in one pass. Line ends between tokens mean nothing.
struct RTFScanner {
    private let bytes: [UInt8]
    private var place = 0

    /// Of a control word, in letters; of its number, in digits. The standard has no longer ones.
    private static let longestWord = 32
    private static let mostDigits = 10

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> RTFToken? {
        while place < bytes.count {
            let byte = bytes[place]
            place += 1
            switch byte {
            case UInt8(ascii: "{"): return .groupStart
            case UInt8(ascii: "}"): return .groupEnd
            case UInt8(ascii: "\\"): return escaped()
            case 0x0A, 0x0D, 0: continue
            case 0x09: return .word("tab", nil)
            default: return .byte(byte)
            }
        }
        return nil
    }

    /// Passes over so many bytes that are no text: pictures and the like after `\bin`.
    mutating func skip(_ count: Int) { place += min(max(0, count), bytes.count - place) }

    private mutating func escaped() -> RTFToken? {
        guard place < bytes.count else { return nil }
        let byte = bytes[place]
        if isLetter(byte) { return word() }
        place += 1
        switch byte {
        case UInt8(ascii: "'"): return hexadecimal()
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "\\"): return .byte(byte)
        case 0x0A, 0x0D: return .word("par", nil)
        default: return .symbol(byte)
        }
    }

    private mutating func word() -> RTFToken {
        let start = place
        while place < bytes.count, place - start < RTFScanner.longestWord, isLetter(bytes[place]) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        let isNegative = place < bytes.count && bytes[place] == UInt8(ascii: "-")
        let digits = place + (isNegative ? 1 : 0)
        var end = digits
        while end < bytes.count, end - digits < RTFScanner.mostDigits, isDigit(bytes[end]) { end += 1 }
        var number: Int?
        if end > digits {
            let value = bytes[digits..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
            number = isNegative ? -value : value
            place = end
        }
        // One blank ends a control word, and is a part of it.
        if place < bytes.count, bytes[place] == UInt8(ascii: " ") { place += 1 }
        return .word(word, number)
    }

    private mutating func hexadecimal() -> RTFToken {
        let digits = bytes[place..<min(bytes.count, place + 2)]
        guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
            return .symbol(UInt8(ascii: "'"))
        }
        place += 2
        return .byte(value)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// One part of a pattern for numbers: what stands before and behind the digits, and how these are written.
struct NumberSection {
    private enum Piece: Equatable {
        case literal(Character)
        /// A letter of a pattern, or a place of a digit.
        case sign(Character)
    }

    private var pieces: [Piece] = []

    /// The parts of a pattern. Colours, conditions and gaps have no text.
    static func sections(of pattern: String) -> [NumberSection] {
        var sections = [NumberSection()]
        var rest = pattern[...]
        while let character = rest.popFirst() {
            switch character {
            case ";": sections.append(NumberSection())
            case "\"":
                let text = rest.prefix { $0 != "\"" }
                sections[sections.count - 1].pieces += text.map { .literal($0) }
                rest = rest.dropFirst(text.count + 1)
            case "\\": if let next = rest.popFirst() { sections[sections.count - 1].pieces.append(.literal(next)) }
            case "_", "*": _ = rest.popFirst()
            case "[": rest = rest.drop { $0 != "]" }.dropFirst()
            default: sections[sections.count - 1].pieces.append(.sign(character))
            }
        }
        return sections
    }

    /// A number as this part writes it.
    func text(_ value: Double) -> String {
        let signs = pieces.compactMap { if case .sign(let sign) = $0 { sign } else { nil } }
        let letters = String(signs).lowercased()
        let hasDigits = letters.contains { "0#?".contains($0) }
        if !hasDigits, letters.contains(where: { "ymd".contains($0) }), let date = DateSerial(value) {
            return dateText(date)
        }
        if letters.contains("general") || letters.contains("@") || letters.contains("通用") || letters.contains("e+")
            || letters.contains("/") && hasDigits
        {
            return NumberFormat.general(value)
        }
        return hasDigits ? numberText(value) : literals(pieces[...])
    }

    private func numberText(_ value: Double) -> String {
        let isPlace = { (piece: Piece) in [.sign("0"), .sign("#"), .sign("?")].contains(piece) }
        guard let first = pieces.firstIndex(where: isPlace), let last = pieces.lastIndex(where: isPlace) else {
            return ""
        }
        let places = pieces[first...last]
        let decimals = places.drop { $0 != .sign(".") }.filter(isPlace)
        let least = decimals.lastIndex(of: .sign("0")).map { $0 + 1 } ?? 0
        let percents = pieces.count { $0 == .sign("%") }
        // Decimal digits are moved, not multiplied, so that nothing is rounded twice.
        guard let digits = DecimalDigits(percents == 0 ? value : Double("\(value)e\(percents * 2)") ?? value * 100)
        else {
            return NumberFormat.general(value)
        }
        let number = digits.text(least: least, most: decimals.count, grouped: places.contains(.sign(",")))
        let hidesZero = !places.contains(.sign("0")) && number == "0"
        return literals(pieces[..<first]) + (hidesZero ? "" : number) + literals(pieces[(last + 1)...])
    }

    private func dateText(_ date: DateSerial) -> String {
        var text = ""
        var rest = pieces[...]
        while let piece = rest.first {
            let run = rest.prefix { $0 == piece }.count
            switch piece {
            case .sign("y"), .sign("Y"): text += run > 2 ? String(date.year) : String(date.year % 100)
            case .sign("m"), .sign("M"): text += DateSerial.padded(date.month, to: run)
            case .sign("d"), .sign("D"): text += DateSerial.padded(date.day, to: run)
            default: text += literals(rest.prefix(run))
            }
            rest = rest.dropFirst(run)
        }
        return text
    }

    /// The text between digits: what is quoted, and the signs that stand for themselves.
    private func literals(_ pieces: ArraySlice<Piece>) -> String {
        String(
            pieces.compactMap { piece -> Character? in
                switch piece {
                case .literal(let character): character
                case .sign(let sign): "0#?,.".contains(sign) ? nil : sign
                }
            })
    }
}

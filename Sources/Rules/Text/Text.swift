import Reports

extension StringProtocol {
    /// The text without white space, its full-width digits, letters and brackets made narrow.
    var compact: String { Folding.compact(self) }

    /// Only letters and digits: what two titles have in common however they are punctuated.
    var lettersAndDigits: String { Folding.lettersAndDigits(self) }
}

extension Substring {
    /// The text without white space at its ends.
    var trimmed: Substring {
        let rest = drop(while: \.isWhitespace)
        guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return rest.prefix(0) }
        return rest[...last]
    }
}

extension String {
    /// The parts of the text, as long as can be, whose characters all have a property.
    func runs(where property: (Character) -> Bool) -> [Substring] {
        split(whereSeparator: { !property($0) })
    }
}

extension [UInt8] {
    /// The ranges, as long as can be, whose bytes all have a property.
    func runs(where property: (UInt8) -> Bool) -> [Range<Int>] {
        split(whereSeparator: { !property($0) }).map(\.indices)
    }
}

extension UInt8 {
    /// 0 to 9.
    var isASCIIDigit: Bool { (0x30...0x39).contains(self) }

    /// 0 to 9, A to Z, a to z.
    var isASCIILetterOrDigit: Bool { isASCIIDigit || (0x41...0x5A).contains(self & 0xDF) }
}

extension Sequence where Element: Hashable {
    /// Each element once, where it stands first.
    var distinct: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Array {
    /// Neighbours that have a property in common, in one piece each.
    func chunked(by property: (Element) -> some Equatable) -> [[Element]] {
        chunked(while: { property($0) == property($1) })
    }

    /// Neighbours each of which goes with the one before it, in one piece each.
    package func chunked(while goesOn: (Element, Element) -> Bool) -> [[Element]] {
        reduce(into: []) { chunks, element in
            if let last = chunks.last?.last, goesOn(last, element) {
                chunks[chunks.count - 1].append(element)
            } else {
                chunks.append([element])
            }
        }
    }
}

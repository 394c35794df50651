/// Lists of numbers as OFD writes them.
enum OFDNumbers {
    /// What white space and commas part.
    static func words(_ text: String) -> [Substring] {
        text.unicodeScalars.split { $0.isBlank || $0 == "," }.map(Substring.init)
    }

    /// Numbers parted by white space or commas; what is no number is left out.
    static func list(_ text: String?) -> [Double] {
        guard let text else { return [] }
        return words(text).compactMap { Double($0) }.filter(\.isFinite)
    }

    /// The distances between letters: `g 3 5.0` is three times 5.0. No more than `most` are taken.
    static func distances(_ text: String?, most: Int) -> [Double] {
        guard let text else { return [] }
        var distances: [Double] = []
        var words = words(text)[...]
        while distances.count < most, let word = words.popFirst() {
            guard word == "g" || word == "G" else {
                distances.append(Double(word) ?? 0)
                continue
            }
            guard let count = words.popFirst().flatMap({ Int($0) }),
                let distance = words.popFirst().flatMap({ Double($0) })
            else { break }
            distances += Array(repeating: distance, count: max(0, min(count, most - distances.count)))
        }
        return distances.map { $0.isFinite ? $0 : 0 }
    }
}

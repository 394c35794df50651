import Reports

/// Numbers of persons in what is quoted. Here a number need not be proven one: no count has so many digits.
extension PersonalInformation {
    /// The text with the middle of each identity, bank card and mobile number starred; it has as many characters as before.
    static func starred(_ text: Substring) -> String {
        var characters = Array(text)
        for chain in chains(in: characters) {
            for number in personalNumbers(in: chain, of: characters) {
                for index in number.dropFirst(3).dropLast(2) { characters[index] = "*" }
            }
        }
        return String(characters)
    }

    /// The positions of the digits of a number: 110101, or 110101 19900101 1234 in several groups.
    private typealias Group = [Int]

    /// Groups of digits with one sign or space between them.
    private static func chains(in characters: [Character]) -> [[Group]] {
        var chains: [[Group]] = []
        for (index, character) in characters.enumerated() where isDigit(character) || closesIdentity(index, characters)
        {
            guard let last = chains.last?.last?.last else {
                chains.append([[index]])
                continue
            }
            if last == index - 1 {
                chains[chains.count - 1][chains[chains.count - 1].count - 1].append(index)
            } else if last == index - 2, separators.contains(characters[index - 1]) {
                chains[chains.count - 1].append([index])
            } else {
                chains.append([[index]])
            }
        }
        return chains
    }

    private static let separators: Set<Character> = [" ", "-", "－", "–", "—", "·", "　"]

    private static func personalNumbers(in chain: [Group], of characters: [Character]) -> [Group] {
        let hasCountry = chain.count == 4 && chain[0].count == 2
        let groups = hasCountry ? chain.dropFirst() : chain[...]
        let whole = groups.flatMap(\.self)
        switch groups.map(\.count) {
        case [3, 4, 4] where isMobile(whole, characters), [6, 8, 4]: return [whole]
        default: return chain.filter { isPersonal($0, characters) }
        }
    }

    private static func isPersonal(_ group: Group, _ characters: [Character]) -> Bool {
        switch group.count {
        case 15...19: true
        case 13: isMobile(Array(group.dropFirst(2)), characters)
        case 11: isMobile(group, characters)
        default: false
        }
    }

    private static func isMobile(_ group: Group, _ characters: [Character]) -> Bool {
        let digits = group.prefix(2).compactMap { value(of: characters[$0]) }
        return digits.count == 2 && digits[0] == 1 && digits[1] >= 3
    }

    /// The X at the end of an identity number.
    private static func closesIdentity(_ index: Int, _ characters: [Character]) -> Bool {
        "XxＸｘ".contains(characters[index]) && index > 0 && isDigit(characters[index - 1])
    }

    private static func isDigit(_ character: Character) -> Bool { value(of: character) != nil }

    /// The value of an ASCII or full-width digit.
    private static func value(of character: Character) -> Int? {
        ("0"..."9").contains(character) || ("０"..."９").contains(character) ? character.wholeNumberValue : nil
    }
}

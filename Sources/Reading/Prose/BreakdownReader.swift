import Reports

/// Finds the totals of a sentence that stand together with all their parts.
///
/// Parts claim to be complete behind 其中, behind 分别为, in a list behind a colon or in brackets, or as a list of channels (通过…;
/// 通过…). 包括 gives examples, and so does a list that ends in 等. Only parts of the total's measure are added, and the parts of
/// a part are checked on their own.
struct BreakdownReader {
    /// A number of the sentence with what decides whose part it is.
    private struct Item {
        var amount: Amount
        /// The clause in which it stands.
        var clause: Sentence.Clause
        /// What is said between it and the item before it.
        var lead: Lead
        /// 等 right behind it: the list goes on.
        var isOpenEnded: Bool

        var depth: Int { clause.depth }
        /// Whether a list of parts begins with it.
        var opensParts: Bool { lead.contains(.parts) || lead.contains(.allParts) }
        var followsListComma: Bool { lead.stops.contains(.listComma) && !followsComma }
        var followsComma: Bool { lead.stops.contains(.comma) }
        var followsSemicolon: Bool { lead.stops.contains(.semicolon) }
        /// A difference, a minimum or an example is no part.
        var isPart: Bool { !amount.isApproximate && !lead.contains(.comparison) && !lead.contains(.examples) }
    }

    /// What stands before a number, noted token by token, so that a long lead costs no more than a short one later.
    private struct Lead {
        private(set) var first: Token?
        private(set) var stops: Set<Stop> = []
        private(set) var colons = 0
        private(set) var hasAct = false
        private var words: Set<Word> = []

        func contains(_ word: Word) -> Bool { words.contains(word) }

        mutating func note(_ token: Token) {
            first = first ?? token
            switch token {
            case .stop(let stop):
                stops.insert(stop)
                if stop == .colon { colons += 1 }
            case .word(.act): hasAct = true
            case .word(let word): words.insert(word)
            default: break
            }
        }
    }

    /// More numbers than a sentence has.
    private static let mostNumbers = 100

    private let sentence: Sentence
    private let items: [Item]

    /// The totals with their parts, in the order in which they stand.
    static func breakdowns(in sentence: Sentence) -> [Breakdown] {
        let reader = BreakdownReader(sentence)
        // A table that lost its shape is no sentence.
        guard reader.items.count <= mostNumbers else { return [] }
        return reader.items.indices.compactMap(reader.breakdown)
    }

    private init(_ sentence: Sentence) {
        self.sentence = sentence
        var items: [Item] = []
        var lead = Lead()
        for clause in sentence.clauses {
            if let opening = clause.opening { lead.note(.stop(opening)) }
            for (position, token) in clause.tokens.enumerated() {
                guard case .amount(let amount) = token else {
                    lead.note(token)
                    continue
                }
                let isOpenEnded = position + 1 < clause.tokens.count && clause.tokens[position + 1] == .word(.andSoOn)
                items.append(Item(amount: amount, clause: clause, lead: lead, isOpenEnded: isOpenEnded))
                lead = Lead()
            }
        }
        self.items = items
    }

    /// The breakdown of the item at an index, if it has one.
    private func breakdown(at index: Int) -> Breakdown? {
        let total = items[index]
        guard !total.amount.isApproximate, !total.amount.unit.isEmpty, index + 1 < items.count else { return nil }
        let readings = readings(of: index).filter { $0.count >= 2 }
        // Where a sentence can be read in more than one way, one that adds up is what it means.
        let honest = readings.first { $0.reduce(0, +) == total.amount.value }
        guard let parts = honest ?? readings.first, honest != nil || readings.allSatisfy({ claimsAll($0, of: index) })
        else { return nil }
        return Breakdown(
            total: total.amount.value, parts: parts, unit: total.amount.unit,
            sentence: sentence.quote(around: total.clause), section: sentence.section)
    }

    /// The lists of parts that a total may have; the most likely first.
    private func readings(of index: Int) -> [[Int]] {
        let next = items[index + 1]
        guard !next.lead.contains(.examples) else { return [] }
        if next.opensParts || opensColonList(index) { return listReadings(of: index) }
        if next.depth > items[index].depth { return [bracketReading(of: index)] }
        return [channelReading(of: index)]
    }

    /// Whether parts that do not add up were meant to.
    ///
    /// More than the total is wrong in any case. Less is wrong where all were promised; behind 其中 and in a list of channels, where
    /// the best known are often named alone, only if little is missing.
    private func claimsAll(_ parts: [Int], of index: Int) -> Bool {
        let total = items[index].amount.value
        let sum = parts.reduce(0, +)
        let next = items[index + 1]
        if sum > total || next.lead.contains(.allParts) || next.depth > items[index].depth { return true }
        return opensColonList(index) || (parts.count > 2 ? sum * 5 >= total * 4 : sum * 10 >= total * 9)
    }
}

// MARK: - The ways in which parts stand

extension BreakdownReader {
    /// 共 12 条：甲 5 条，乙 7 条.
    private func opensColonList(_ index: Int) -> Bool {
        let lead = items[index + 1].lead
        return lead.first == .stop(.colon) && lead.colons == 1
    }

    /// Parts behind 其中: as far as the sentence goes, as far as its next semicolon, the first comma
    /// behind a list with 、, or another act: …，回应关切 3 条.
    private func listReadings(of index: Int) -> [[Int]] {
        let total = items[index]
        let stretch = items[(index + 1)...].prefix { $0.depth >= total.depth }
        if stretch.contains(where: { $0.isOpenEnded && $0.depth == items[index + 1].depth }) { return [] }
        let semicolon = stretch.dropFirst().firstIndex(where: \.followsSemicolon)
        let endsAtSemicolon = semicolon.map { stretch[$0...].contains(where: \.opensParts) || isPart(index) } ?? false
        let comma =
            stretch.dropFirst().first?.followsListComma == true
            ? stretch.dropFirst(2).firstIndex(where: \.followsComma) : nil
        let act = stretch.dropFirst(2).firstIndex { $0.lead.hasAct }
        let near = [semicolon, comma, act].compactMap { $0 }.map { parts(of: total, in: stretch[..<$0]) }
        let far = parts(of: total, in: stretch)
        return endsAtSemicolon || comma != nil ? near + [far] : [far] + near
    }

    /// The numbers of a stretch that are on the level of its first one: those of lists within it are left out.
    private func parts(of total: Item, in stretch: ArraySlice<Item>) -> [Int] {
        guard let first = stretch.first else { return [] }
        var parts: [Int] = []
        var inner: Int?
        for (index, item) in zip(stretch.indices, stretch) where item.depth == first.depth {
            if index > stretch.startIndex, item.opensParts { inner = index }
            if item.followsSemicolon { inner = nil }
            if inner == nil, item.isPart, item.amount.unit == total.amount.unit { parts.append(item.amount.value) }
        }
        return parts
    }

    /// 建议 7 件（独办 2 件，会办 5 件）: all numbers of the bracket, if all have the total's measure.
    private func bracketReading(of index: Int) -> [Int] {
        let total = items[index]
        let inside = items[(index + 1)...].prefix { $0.depth > total.depth }
        guard items[index + 1].lead.first == .stop(.open),
            inside.allSatisfy({ $0.isPart && $0.amount.unit == total.amount.unit && !$0.isOpenEnded })
        else { return [] }
        return inside.map(\.amount.value)
    }

    /// 公开 30 条，通过网站公开 20 条，…；通过微信公开 10 条: each part is a channel, and the total comes first of its measure.
    private func channelReading(of index: Int) -> [Int] {
        let total = items[index]
        let isFirst = !items[..<index].contains { $0.amount.unit == total.amount.unit }
        guard isFirst, !isPart(index), isPart(index + 1), !items.contains(where: \.isOpenEnded) else { return [] }
        return items.indices.dropFirst(index + 1)
            .filter { isPart($0) && items[$0].depth == total.depth && items[$0].isPart }
            .map { items[$0].amount }
            .filter { $0.unit == total.amount.unit }
            .map(\.value)
    }

    /// Whether the item is itself a part of a list of channels: a semicolon then ends its own parts.
    private func isPart(_ index: Int) -> Bool { items[index].lead.contains(.channel) }
}

import Reports

/// Finds the totals of a sentence that stand together with all their parts.
///
/// Parts claim to be complete behind 其中, behind 分别为, in a list behind a colon or in brackets, or as a list of channels (通过…;
/// 通过…). 包括 gives examples, and so does a list that ends in 等; but one that ends in 其他… is complete, however it begins. Parts in
/// other measures than the total's, or that may overlap, leave it open what they add up to. The parts of a part are checked on
/// their own.
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
        /// A difference, a minimum or something besides is no part.
        var isPart: Bool { !amount.isApproximate && !lead.contains(.comparison) && !lead.contains(.besides) }
        /// Whether it may be counted in another part too, or is no part of a kind but of a course: 上年结转16件.
        var isDoubtful: Bool { lead.contains(.overlap) || lead.movesRequests }
    }

    /// What stands before a number, noted token by token, so that a long lead costs no more than a short one later.
    private struct Lead {
        private(set) var first: Token?
        private(set) var stops: Set<Stop> = []
        private(set) var colons = 0
        /// Whether something is done in it, other than with requests on their way.
        private(set) var hasAct = false
        /// Whether requests come, are answered or carried over in it.
        private(set) var movesRequests = false
        /// The percentages in it added up, in thousandths.
        private(set) var shares = 0
        private var words: Set<Word> = []

        func contains(_ word: Word) -> Bool { words.contains(word) }

        mutating func note(_ token: Token) {
            first = first ?? token
            switch token {
            case .stop(let stop):
                stops.insert(stop)
                if stop == .colon { colons += 1 }
            case .percent(let digits): shares += min(Int(Double(digits).map { $0 * 10 } ?? 0), 100_000)
            case .word(.act(let act)):
                hasAct = true
                movesRequests = movesRequests || act == .carryIn || act == .carryOut
            case .word(let word): words.insert(word)
            default: break
            }
        }
    }

    /// More numbers than a sentence has.
    private static let mostNumbers = 100

    private let sentence: Sentence
    private let items: [Item]
    /// What stands behind the last number.
    private let trail: Lead

    /// A list of parts that a total may have.
    private struct Reading {
        var parts: [Int]
        /// Its last part is 其他…: nothing is left out.
        var isComplete = false
        /// Its parts have several measures, or may overlap: a sum that differs shows nothing.
        var isDoubtful = false

        /// `nil` where an `Int` does not hold it.
        var sum: Int? { Count.sum(parts) }
    }

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
        trail = lead
    }

    /// The breakdown of the item at an index, if it has one.
    private func breakdown(at index: Int) -> Breakdown? {
        let total = items[index]
        guard !total.amount.isApproximate, !total.amount.unit.isEmpty, index + 1 < items.count else { return nil }
        let readings = readings(of: index).filter { $0.parts.count >= 2 }
        // Where a sentence can be read in more than one way, one that adds up is what it means.
        let honest = readings.first { $0.sum == total.amount.value }
        guard let reading = honest ?? readings.first, honest != nil || readings.allSatisfy({ claimsAll($0, of: index) })
        else { return nil }
        return Breakdown(
            total: total.amount.value, parts: reading.parts, unit: total.amount.unit,
            sentence: sentence.quote(around: total.clause), section: sentence.section)
    }

    /// The lists of parts that a total may have; the most likely first.
    private func readings(of index: Int) -> [Reading] {
        let next = items[index + 1]
        guard !next.lead.contains(.besides) else { return [] }
        if next.lead.contains(.examples) { return listReadings(of: index).filter(\.isComplete) }
        if next.opensParts || opensColonList(index) { return listReadings(of: index) }
        if next.depth > items[index].depth { return [bracketReading(of: index)] }
        return [channelReading(of: index)]
    }

    /// Whether parts that do not add up were meant to.
    ///
    /// A list that leaves nothing out must add up. Of others more than the total is wrong, of two parts only if it is little: they may
    /// overlap. Less is wrong where all were promised; behind 其中 and in a list of channels, where the best known are often named
    /// alone, only if little is missing.
    private func claimsAll(_ reading: Reading, of index: Int) -> Bool {
        guard !reading.isDoubtful, let sum = reading.sum else { return false }
        let total = items[index].amount.value
        let next = items[index + 1]
        if reading.isComplete || next.lead.contains(.allParts) || next.depth > items[index].depth { return true }
        if opensColonList(index) { return true }
        let isLong = reading.parts.count > 2
        if sum > total { return isLong || sum * 5 <= total * 6 }
        return isLong ? sum * 5 >= total * 4 : sum * 10 >= total * 9
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
    private func listReadings(of index: Int) -> [Reading] {
        let total = items[index]
        let stretch = items[(index + 1)...].prefix { $0.depth >= total.depth }
        if stretch.contains(where: { $0.isOpenEnded && $0.depth == items[index + 1].depth }) { return [] }
        let semicolon = stretch.dropFirst().firstIndex(where: \.followsSemicolon)
        let endsAtSemicolon = semicolon.map { stretch[$0...].contains(where: \.opensParts) || isPart(index) } ?? false
        let comma =
            stretch.dropFirst().first?.followsListComma == true
            ? stretch.dropFirst(2).firstIndex(where: \.followsComma) : nil
        let act = stretch.dropFirst(2).firstIndex { $0.lead.hasAct && !$0.lead.contains(.others) }
        let far = reading(of: total, in: stretch)
        // 其他… ends a list: what follows is another matter.
        let others = stretch.firstIndex { $0.lead.contains(.others) && !$0.lead.contains(.examples) }
        let whole = others.map { reading(of: total, in: stretch[...$0]) }
        let near = [semicolon, comma, act].compactMap { $0 }.map { reading(of: total, in: stretch[..<$0]) }
        if let whole, whole.isComplete, !whole.isDoubtful, !endsAtSemicolon {
            return [whole, far] + near.filter(\.isComplete)
        }
        return endsAtSemicolon || comma != nil ? near + [far] : [far] + near
    }

    /// The numbers of a stretch that are on the level of its first one: those of lists within it are left out.
    private func reading(of total: Item, in stretch: ArraySlice<Item>) -> Reading {
        guard let first = stretch.first else { return Reading(parts: []) }
        var members: [Item] = []
        var inner = false
        for (index, item) in zip(stretch.indices, stretch) where item.depth == first.depth {
            if index > stretch.startIndex, item.opensParts { inner = true }
            if item.followsSemicolon { inner = false }
            if !inner, item.isPart, index == stretch.startIndex || !item.lead.contains(.examples) {
                members.append(item)
            }
        }
        let own = members.filter { $0.amount.unit == total.amount.unit }
        let all = members.filter { Self.measures.contains($0.amount.unit) || $0.amount.unit == total.amount.unit }
        // Items counted as 条, 件 and 篇 side by side may be parts of one total.
        if all.count > own.count, Count.sum(all.map(\.amount.value)) == total.amount.value {
            return Reading(parts: all.map(\.amount.value))
        }
        let shares =
            stretch.dropFirst().reduce(0) { $0 + $1.lead.shares }
            + (stretch.endIndex == items.endIndex ? trail.shares : 0)
        return Reading(
            parts: own.map(\.amount.value),
            isComplete: own.count == all.count && own.last?.lead.contains(.others) == true
                && own.last?.clause.place == members.last?.clause.place,
            isDoubtful: own.count < all.count || own.contains(where: \.isDoubtful) || shares > Self.wholeShares)
    }

    /// The measures in which pieces of information are counted.
    private static let measures: Set = ["条", "件", "份", "篇", "个", "项", "部", "期", "则"]
    /// A hundred percent and some rounding, in thousandths. Shares that come to more overlap.
    private static let wholeShares = 1_010

    /// 建议 7 件（独办 2 件，会办 5 件）: all numbers of the bracket, if all have the total's measure.
    private func bracketReading(of index: Int) -> Reading {
        let total = items[index]
        let inside = items[(index + 1)...].prefix { $0.depth > total.depth }
        guard items[index + 1].lead.first == .stop(.open),
            inside.allSatisfy({
                $0.isPart && !$0.lead.contains(.examples) && !$0.isDoubtful && $0.amount.unit == total.amount.unit
                    && !$0.isOpenEnded
            })
        else { return Reading(parts: []) }
        return Reading(parts: inside.map(\.amount.value))
    }

    /// 公开 30 条，通过网站公开 20 条，…；通过微信公开 10 条: each part is a channel, and the total comes first of its measure.
    private func channelReading(of index: Int) -> Reading {
        let total = items[index]
        let isFirst = !items[..<index].contains { $0.amount.unit == total.amount.unit }
        guard isFirst, !isPart(index), isPart(index + 1), !items.contains(where: \.isOpenEnded) else {
            return Reading(parts: [])
        }
        let parts = items.indices.dropFirst(index + 1)
            .filter { isPart($0) && items[$0].depth == total.depth && items[$0].isPart }
            .map { items[$0] }
            .filter { $0.amount.unit == total.amount.unit }
        let sum = Count.sum(parts.map(\.amount.value))
        // One piece may go out through several channels.
        let isRepeated = sum.map { $0 / 3 > total.amount.value / 2 } ?? true
        return Reading(
            parts: parts.map(\.amount.value), isDoubtful: isRepeated || parts.contains(where: \.isDoubtful))
    }

    /// Whether the item is itself a part of a list of channels: a semicolon then ends its own parts.
    private func isPart(_ index: Int) -> Bool { items[index].lead.contains(.channel) }
}

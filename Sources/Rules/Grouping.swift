package import Reports

/// How hits of a rule in neighbouring places are told.
enum Grouping {
    /// Each by itself: its numbers are its own.
    case none
    /// The cells of a row in one, and the rows of a table in one where they are all, or many.
    case byTable

    /// More rows than this are one finding: the reason is one then.
    private static let mostRows = 5

    /// The hits with neighbours put together. `hits` come row by row.
    func group(_ hits: [Hit]) -> [Hit] {
        switch self {
        case .none: hits
        case .byTable: hits.chunked(by: \.at.table).flatMap(Self.byTable)
        }
    }

    private static func byTable(_ hits: [Hit]) -> [Hit] {
        let rows = hits.chunked(by: \.at.row)
        guard rows.count > 1, let table = hits.first?.at.table, rows.count > mostRows || rows.count == table.rows.count
        else {
            return rows.map { $0.count == 1 ? $0[0] : Hit(together: $0, at: $0[0].at.row ?? $0[0].at) }
        }
        return [Hit(together: hits, at: .table(table))]
    }
}

extension Hit {
    /// So many rows are quoted.
    private static let mostRows = 5

    /// Several hits as one at the row or table that holds them, with the ids of the rows or cells in the fact `cells`.
    init(together hits: [Hit], at place: Place) {
        let parts = hits.map { $0.part ?? $0.at }
        self.init(
            at: place, excerpt: Excerpt.lines(hits.map { String($0.excerpt) }.distinct.prefix(Self.mostRows)),
            facts: Self.facts(of: hits), severity: hits.compactMap(\.severity).min { $0.isGraver(than: $1) })
        let ids = parts.filter { $0 != place }.map { $0.path(below: place) }
        if !ids.isEmpty { facts["cells"] = .texts(ids) }
        for name in Set(hits.flatMap { Array($0.words.keys) + Array($0.facts.keys) }) {
            words[name] = hits.flatMap { $0.words[name] ?? $0.facts[name]?.texts ?? [] }.distinct
        }
        words["at"] = [Neighbours(parts, in: place).description]
    }

    private static func facts(of hits: [Hit]) -> [String: Fact] {
        Set(hits.flatMap(\.facts.keys)).reduce(into: [:]) { facts, name in
            facts[name] = Fact.together(hits.compactMap { $0.facts[name] })
        }
    }
}

extension Place {
    /// What several cells of a row are called together, 表三“（一）予以公开”行第 2 至 6 栏.
    package static func words(for cells: [Place], in row: Place) -> String { Neighbours(cells, in: row).description }

    /// So many rows are named of cells that lie in several.
    private static let mostRows = 10

    /// What cells of several rows are called together, row by row.
    static func words(for cells: [Place]) -> String {
        let rows = cells.chunked(by: \.row)
        let named = rows.prefix(mostRows).map { cells in
            cells.count > 1 ? words(for: cells, in: cells[0].row ?? cells[0]) : cells[0].description
        }
        return named.joined(separator: "、") + (rows.count > mostRows ? "等" : "")
    }
}

extension FormTable {
    /// The tables in which places are, 表二、表三.
    static func words(for places: [Place]) -> String {
        places.compactMap(\.table).distinct.map(\.name).joined(separator: "、")
    }
}

/// Rows or cells that are told together, in the words of a clerk: 表三“（一）予以公开”行第 2 至 6 栏.
private struct Neighbours {
    /// So many rows are named.
    private static let mostNamed = 3

    let parts: [Place]
    let place: Place

    init(_ parts: [Place], in place: Place) {
        self.parts = parts
        self.place = place
    }

    var description: String {
        if case .table(let table) = place { return words(in: table) }
        if place == .undividedOther { return undivided }
        return place.description + columns(of: place)
    }

    /// Its cells have no places of their own; rows are those that it stands for.
    private var undivided: String {
        let rows = parts.compactMap(\.rowLabel).filter { $0 != place.rowLabel }
        return rows.isEmpty ? "\(place.description)的 \(parts.count) 栏" : "\(place.description)应当分列的 \(rows.count) 行"
    }

    private func words(in table: FormTable) -> String {
        let rows = parts.compactMap(\.row).distinct
        let all = rows.count == table.rows.count
        let named = rows.prefix(Self.mostNamed).compactMap(\.rowLabel).map { "“\($0)”" }.joined()
        let who = all ? table.name + (table == .review ? "各组" : "各行") : "\(table.name)\(named)等 \(rows.count) 行"
        if parts.allSatisfy({ $0.row == $0 }) { return who }
        let which = rows.map { columns(of: $0) }.distinct
        return which.count == 1 ? who + which[0] : "\(who)的 \(parts.count) 栏"
    }

    /// Which columns of a row are meant: 各栏, 第 2、4 至 6 栏.
    private func columns(of row: Place) -> String {
        let cells = row.cells
        let numbers = cells.indices.filter { parts.contains(cells[$0]) }.map { $0 + 1 }
        guard !numbers.isEmpty, numbers.count < cells.count else { return "各栏" }
        let ranges = numbers.chunked(while: { $1 == $0 + 1 }).map {
            $0.count == 1 ? "\($0[0])" : "\($0[0]) 至 \($0[$0.count - 1])"
        }
        return "第 \(ranges.joined(separator: "、")) 栏"
    }
}

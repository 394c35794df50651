/// Finds tables that are drawn without lines: rows of numbers under each other.
///
/// Columns are what the numbers of several rows share; a row with two numbers in one column, or a column that no row shows for
/// sure, makes no table. Then the lines stay as they are, and it is for the reader to say that they can't be told apart.
struct OpenTables {
    /// A line with numbers at its end, or all lines between two rules where rows are ruled.
    private struct Anchor {
        var lines: Range<Int>
        /// What stands in front of the numbers, of each line.
        var labels: [[GlyphLine]]
        /// The numbers, of each line: long ones run over several.
        var values: [[GlyphLine]]
        var baseline: Double

        /// The text of the group.
        var group: String { labels.flatMap { $0.dropLast().map(\.text) }.joined() }
    }

    private let lines: [GlyphLine]
    private var anchors: [Anchor] = []
    private var isRuled = false
    /// Where the labels of rows begin, on most pages.
    private var labels: Double?

    /// Where the labels beside numbers begin.
    private var starts: [Double] { anchors.compactMap { $0.labels.joined().last?.box.left } }

    /// The pages with grids in the place of lines that are tables.
    ///
    /// Where numbers run over several lines and no rules part the rows, which of them make one number can't be told: then no
    /// page of the document has such a table, and its lines are no rows either.
    static func resolved(_ sheets: [Sheet]) -> [Sheet] {
        let runs = sheets.map { sheet in
            sheet.items.split(omittingEmptySubsequences: false) { $0.line == nil }.map { $0.compactMap(\.line) }
        }
        var tables = runs.map { $0.map { OpenTables($0, []) } }
        let labels = most(tables.joined().flatMap(\.starts))
        for (page, run) in tables.indices.flatMap({ page in tables[page].indices.map { (page, $0) } }) {
            tables[page][run].labels = labels
        }
        let isWrapped =
            tables.joined().contains(where: \.hasWrappedNumbers)
            || zip(tables, tables.dropFirst()).contains { $1.first?.goesOn(from: $0.last) ?? false }
        return zip(sheets, tables).map { sheet, tables in
            var sheet = sheet
            var others = sheet.items.filter { $0.line == nil }.makeIterator()
            sheet.items = tables.flatMap { $0.items(isWrapped: isWrapped) + [others.next()].compactMap(\.self) }
            return sheet
        }
    }

    /// The lines of a table, its rows parted by rules at some heights, as a grid where the columns are clear.
    static func items(of lines: [GlyphLine], heights: [Double]) -> [Sheet.Item] {
        OpenTables(lines, heights).items(isWrapped: false)
    }

    private func items(isWrapped: Bool) -> [Sheet.Item] {
        var items: [Sheet.Item] = []
        var next = 0
        for group in groups() {
            guard let first = group.first, let last = group.last else { continue }
            var range = extent(from: first, to: last)
            guard range.lowerBound >= next else { continue }
            // Of a single row nobody can tell which of its cells are blank.
            var table: Grid?
            if !isWrapped, group.count > 1, let columns = columns(of: group) {
                let whole = widened(range, from: next, left: columns[0].lowerBound)
                table = isRuled ? nil : rowGrid(lines[whole], columns)
                if table != nil { range = whole } else { table = grid(of: group, columns) }
            }
            guard isWrapped || table != nil else { continue }
            items += lines[next..<range.lowerBound].map(Sheet.Item.line)
            items += table.map { [.grid($0)] } ?? [.grid(.untold(Array(lines[range])))]
            next = range.upperBound
        }
        return items + lines[next...].map(Sheet.Item.line)
    }

    private init(_ lines: [GlyphLine], _ heights: [Double]) {
        self.lines = lines
        anchors = lines.enumerated().compactMap { OpenTables.anchor($1, at: $0) }
        joinRuled(at: heights)
    }

    private static func anchor(_ line: GlyphLine, at index: Int) -> Anchor? {
        let (labels, values) = parts(of: line)
        guard values.count > 2, labels.reduce(0, { $0 + $1.marks.count }) < 50 else { return nil }
        return Anchor(lines: index..<index + 1, labels: [labels], values: [values], baseline: line.baseline)
    }

    /// The labels of a line, and the values at its end.
    private static func parts(of line: GlyphLine) -> (labels: [GlyphLine], values: [GlyphLine]) {
        let pieces = line.pieces(gap: 0.5)
        let values = pieces.count - (pieces.lastIndex { !isValue($0) }.map { $0 + 1 } ?? 0)
        return (words(Array(pieces.dropLast(values))), Array(pieces.suffix(values)))
    }

    /// Makes one of the lines between two rules.
    private mutating func joinRuled(at heights: [Double]) {
        guard !heights.isEmpty else { return }
        isRuled = true
        var band = 0
        let bands = lines.map { line in
            band = max(band, heights.firstPlace { $0 >= line.box.midY })
            return band
        }
        var joined: [Anchor] = []
        for anchor in anchors {
            let band = bands[anchor.lines.lowerBound]
            if let last = joined.last, last.lines.contains(anchor.lines.lowerBound) { continue }
            guard 0 < band, band < heights.count else {
                joined.append(anchor)
                continue
            }
            let own = bands.firstPlace { $0 >= band }..<bands.firstPlace { $0 > band }
            let parts = lines[own].map(OpenTables.parts)
            joined.append(
                Anchor(
                    lines: own, labels: parts.map(\.labels), values: parts.map(\.values), baseline: anchor.baseline))
        }
        anchors = joined
    }

    /// Labels side by side are a group's and a row's; pieces at less than an em are one label.
    private static func words(_ pieces: [GlyphLine]) -> [GlyphLine] {
        guard var open = pieces.first else { return [] }
        var words: [GlyphLine] = []
        for piece in pieces.dropFirst() {
            if piece.box.left - open.box.right < piece.size, let joined = GlyphLine(part: open.marks + piece.marks) {
                open = joined
            } else {
                words.append(open)
                open = piece
            }
        }
        return words + [open]
    }

    /// Whether a piece is a number, or what stands for one.
    static func isValue(_ piece: GlyphLine) -> Bool {
        piece.isNumeric
            || piece.marks.count < 3 && piece.marks.allSatisfy { "无—-–―/\\".unicodeScalars.contains($0.glyph.scalar) }
    }

    /// Rows that follow each other, with no more between them than what the labels of one row take.
    private func groups() -> [[Anchor]] {
        var groups: [[Anchor]] = []
        for anchor in anchors {
            if let last = groups.last?.last,
                anchor.baseline - last.baseline < 6.5 * lines[anchor.lines.lowerBound].size,
                lines[last.lines.lowerBound..<max(last.lines.lowerBound, anchor.lines.lowerBound)].allSatisfy(isShort)
            {
                groups[groups.count - 1].append(anchor)
            } else {
                groups.append([anchor])
            }
        }
        return groups
    }

    private func isShort(_ line: GlyphLine) -> Bool { line.marks.count < 60 && line.last.scalar != "。" }

    /// What the numbers of several rows cover together: the columns. `nil` where they are not clear.
    private func columns(of rows: [Anchor]) -> [ClosedRange<Double>]? {
        let spans = rows.flatMap { $0.values.joined().map { $0.box.left...$0.box.right } }
        var columns: [ClosedRange<Double>] = []
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = columns.last, span.lowerBound < last.upperBound + 0.5 {
                columns[columns.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                columns.append(span)
            }
        }
        let isClear = rows.allSatisfy { row in
            row.values.allSatisfy { line in Set(line.map { place(of: $0, in: columns) }).count == line.count }
                && row.labels.joined().allSatisfy { $0.box.right < columns[0].lowerBound }
        }
        let isFull = rows.contains { $0.values.contains { $0.count == columns.count } }
        return isClear && isFull ? columns : nil
    }

    private func place(of value: GlyphLine, in columns: [ClosedRange<Double>]) -> Int {
        columns.firstIndex { $0.contains(value.box.midX) } ?? 0
    }

    /// The lines of a table: those of its rows, and those of their labels above the first and below the last.
    private func extent(from first: Anchor, to last: Anchor) -> Range<Int> {
        let own = first.lines.lowerBound..<last.lines.upperBound
        let blocks = isRuled ? [] : blocks(first.lines.lowerBound, last.lines.lowerBound)
        let start = blocks.first.map { min($0.lowerBound, own.lowerBound) } ?? own.lowerBound
        return start..<(blocks.last.map { max($0.upperBound, own.upperBound) } ?? own.upperBound)
    }
}

extension OpenTables {
    /// The lines of a table with those that only labels of rows have before the first and behind the last.
    private func widened(_ range: Range<Int>, from first: Int, left: Double) -> Range<Int> {
        let isLabel = { (index: Int, near: Int) in
            let (line, beside) = (lines[index], lines[near])
            return isShort(line) && line.box.right < left && line.size < 1.1 * beside.size
                && abs(line.baseline - beside.baseline) < 1.6 * beside.size
        }
        var range = range
        while range.lowerBound > first, isLabel(range.lowerBound - 1, range.lowerBound) {
            range = range.lowerBound - 1..<range.upperBound
        }
        while range.upperBound < lines.count, isLabel(range.upperBound, range.upperBound - 1) {
            range = range.lowerBound..<range.upperBound + 1
        }
        return range
    }

    /// A table whose rows are told as those of one with lines between its columns; `nil` where they can't be.
    private func rowGrid(_ lines: ArraySlice<GlyphLine>, _ columns: [ClosedRange<Double>]) -> Grid? {
        guard let labels else { return nil }
        let pieces = OpenTables.withoutGroups(lines.map(OpenTables.parts), labels)
        let box = pieces.dropFirst().reduce(pieces[0].box) { $0.union($1.box) }
        let right =
            pieces.map(\.box).filter { $0.left < columns[0].lowerBound - 0.5 }.map(\.right).max()
            ?? box.left
        guard right < columns[0].lowerBound else { return nil }
        let ends = [right] + columns.dropLast().map(\.upperBound)
        let borders = zip(ends, columns).map { ($0 + $1.lowerBound) / 2 }
        var grid = Grid(
            columns: [box.left - 2] + borders + [box.right + 2], rows: [box.top - 1, box.bottom + 1],
            cells: [])
        grid.glyphs = pieces.flatMap { $0.marks.map(\.glyph) }
        grid.sides = borders.map { Segment(position: $0, from: box.top - 1, to: box.bottom + 1) }
        return OpenRows.grids(of: [grid])?.first
    }

    /// The pieces without the labels of groups, which stand to the left of those of rows. A short one beside numbers is the label
    /// of their row, （七）总计, where none stands in the lines around.
    private static func withoutGroups(
        _ lines: [(labels: [GlyphLine], values: [GlyphLine])], _ labels: Double
    ) -> [GlyphLine] {
        let isOwn = { (piece: GlyphLine) in piece.box.right > labels + 1 }
        let baselines = lines.compactMap { $0.labels.last(where: isOwn)?.baseline }.sorted()
        return lines.flatMap { words, values -> [GlyphLine] in
            let own = words.filter(isOwn)
            guard own.isEmpty, let word = words.last, let value = values.first else {
                return own + values
            }
            let next = baselines.firstPlace { $0 > value.baseline - 0.8 * value.size }
            let isGroup = next < baselines.count && baselines[next] < value.baseline + 0.8 * value.size
            return (isGroup ? [] : [word]) + values
        }
    }

    /// What is met most often, to within two points.
    private static func most(_ values: [Double]) -> Double? {
        values.sorted().clusters(within: 2, by: \.self).max { $0.count < $1.count }?.first
    }

    /// A table of a group's column, a label's column, and those of the numbers.
    private func grid(of rows: [Anchor], _ columns: [ClosedRange<Double>]) -> Grid? {
        guard let first = rows.first, let last = rows.last else { return nil }
        let blocks = isRuled ? [] : blocks(first.lines.lowerBound, last.lines.lowerBound)
        let range = extent(from: first, to: last)
        let left = lines[range].map(\.box.left).min() ?? 0
        var grid = Grid(columns: [left - 2, left - 1] + columns.map(\.lowerBound), rows: [], cells: [])
        grid.columns.append(columns[columns.count - 1].upperBound)
        var taken = Set(rows.flatMap(\.lines))
        for row in rows {
            let block = blocks.first { $0.contains(row.lines.lowerBound) } ?? row.lines
            let isOwn = rows.count { block.contains($0.lines.lowerBound) } == 1
            let own = isOwn ? block : row.lines
            let label = own.compactMap {
                row.lines.contains($0) ? row.labels[$0 - row.lines.lowerBound].last?.text : lines[$0].text
            }
            append(to: &grid, [row.group, label.joined()] + values(of: row, in: columns), row.baseline)
            taken.formUnion(own)
        }
        // Lines that belong to no row for sure stay rows of their own.
        for line in range where !taken.contains(line) {
            append(to: &grid, ["", lines[line].text] + columns.map { _ in "" }, lines[line].baseline)
        }
        return sorted(grid)
    }

    private func values(of row: Anchor, in columns: [ClosedRange<Double>]) -> [String] {
        var texts = columns.map { _ in "" }
        /// Whether the number of a column runs to its sides, so that it may go on on the next line.
        var isFull = columns.map { _ in true }
        for value in row.values.joined() {
            let place = place(of: value, in: columns)
            texts[place] += (isFull[place] ? "" : "\n") + value.text
            isFull[place] = value.box.width > columns[place].upperBound - columns[place].lowerBound - 0.6 * value.size
        }
        return texts
    }

    private func append(to grid: inout Grid, _ texts: [String], _ baseline: Double) {
        let row = grid.rows.count
        grid.rows.append(baseline)
        grid.cells += texts.enumerated().map { Grid.Cell(columns: $0..<$0 + 1, rows: row..<row + 1, text: $1) }
    }

    private func sorted(_ grid: Grid) -> Grid {
        let order = grid.rows.indices.sorted { grid.rows[$0] < grid.rows[$1] }
        var grid = grid
        let byRow = Dictionary(grouping: grid.cells) { $0.rows.lowerBound }
        grid.cells = order.enumerated().flatMap { place, row in
            (byRow[row] ?? []).map { Grid.Cell(columns: $0.columns, rows: place..<place + 1, text: $0.text) }
        }
        grid.rows = order.map { grid.rows[$0] }
        grid.rows.append((grid.rows.last ?? 0) + 1)
        return grid
    }

    /// The lines of each label: those that stand closer to each other than rows do. Numbers in the middle of a label of two lines
    /// make a line of their own between them.
    private func blocks(_ first: Int, _ last: Int) -> [Range<Int>] {
        let range = max(0, first - 2)..<min(lines.count, last + 3)
        let labels = range.filter { index in
            anchors.first { $0.lines.contains(index) }.map { !$0.labels.joined().isEmpty } ?? isShort(lines[index])
        }
        let pitches = zip(labels, labels.dropFirst()).map { lines[$1].baseline - lines[$0].baseline }
        guard let least = pitches.min() else { return [] }
        var blocks: [Range<Int>] = []
        var start = labels[0]
        for (index, pitch) in pitches.enumerated() where pitch > 1.2 * max(least, lines[labels[index]].size) {
            blocks.append(start..<labels[index] + 1)
            start = labels[index + 1]
        }
        blocks.append(start..<labels[labels.count - 1] + 1)
        return blocks.filter { block in anchors.contains { block.contains($0.lines.lowerBound) } }
    }
}

extension OpenTables {
    /// Whether a number of a table runs over several lines: below or above the numbers of a row stand others, nearer than a row
    /// does, or as near as the lines of a label, and with no label beside them.
    private var hasWrappedNumbers: Bool {
        groups().contains { group in
            guard let first = group.first, let last = group.last else { return false }
            let range = max(0, first.lines.lowerBound - 1)..<min(lines.count, last.lines.upperBound + 1)
            let left = group.flatMap { $0.values.joined().map(\.box.left) }.min() ?? 0
            let rows = lines[range].compactMap { line -> (line: GlyphLine, hasLabel: Bool)? in
                let (labels, values) = OpenTables.parts(of: line)
                guard !values.isEmpty, values.allSatisfy({ $0.box.left > left - 0.5 }) else { return nil }
                return (line, !labels.isEmpty)
            }
            let pitches = zip(lines[range], lines[range].dropFirst()).map { $1.baseline - $0.baseline }
            let pitch = zip(lines[range], pitches).filter { 0.9 * $0.size <= $1 }.map(\.1).min() ?? 0
            return zip(rows, rows.dropFirst()).contains { above, below in
                let distance = below.line.baseline - above.line.baseline
                return distance < 0.9 * above.line.size
                    || distance < 1.15 * pitch && !(above.hasLabel && below.hasLabel)
            }
        }
    }

    /// Whether the page begins with the rest of numbers of the last row on the page before: some columns have one, and no label.
    private func goesOn(from above: OpenTables?) -> Bool {
        guard let row = above?.anchors.last,
            let line = lines.first(where: { !OpenTables.parts(of: $0).values.isEmpty }),
            line.baseline - lines[0].baseline < 6 * line.size
        else { return false }
        let (labels, values) = OpenTables.parts(of: line)
        return labels.isEmpty && values.count < row.values.joined().count
    }
}

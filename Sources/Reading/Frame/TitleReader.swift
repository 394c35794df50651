import Reports

/// Finds the title among what stands before the first section.
///
/// A title can be broken at any place, over lines or cells, and a web page puts its own lines above: so neighbouring pieces are
/// joined, and of all that read as a title the one counts that names body and year in the fewest pieces; of several the last.
enum TitleReader {
    /// The title with the year and the body it names.
    static func title(in preamble: [String]) -> Title? {
        let pieces = preamble.prefix(mostLines).flatMap(cut).prefix(mostPieces)
        let found = pieces.indices.flatMap { candidates(in: pieces, from: $0) }
        return found.max { ($0.rank, -$0.pieces, $0.start) < ($1.rank, -$1.pieces, $1.start) }?.title
    }

    /// The lines that may stand above a title; a page's data sheet has some twenty.
    private static let mostLines = 60
    private static let mostPieces = 150
    /// Over how many pieces a title may be broken.
    private static let longest = 6

    private struct Candidate {
        var title: Title
        var pieces: Int
        var start: Int

        /// Whether it begins with the place of the body, alone in its piece: 青岚市 / 水利局.
        var beginsWithPlace = false

        /// Body and year are both wanted; a body more, with its place most.
        var rank: Int { (title.agency == nil ? 0 : beginsWithPlace ? 4 : 2) + (title.year == nil ? 0 : 1) }
    }

    private static func candidates(in pieces: ArraySlice<String?>, from start: Int) -> [Candidate] {
        var text = ""
        var candidates: [Candidate] = []
        for (count, piece) in pieces[start...].prefix(longest).enumerated() {
            guard let piece else { break }
            text += piece
            guard let found = TitleText(text) else { continue }
            candidates.append(
                Candidate(
                    title: Title(text: text, year: found.year, agency: found.agency), pieces: count + 1, start: start,
                    beginsWithPlace: count > 0 && isPlace(pieces[start], of: found.agency)))
        }
        return candidates
    }

    /// Whether a piece is a place, alone or with the beginning of the name of a body in it. A name that has the place once more is
    /// complete without.
    private static func isPlace(_ piece: String?, of agency: String?) -> Bool {
        guard let piece, let agency else { return false }
        let start = Folding.compact(piece)
        guard (2...12).contains(start.count), agency.hasPrefix(start), agency.count > start.count + 1,
            let end = start.lastIndex(where: { places.contains($0) })
        else { return false }
        let place = start[...end]
        guard (2...8).contains(place.count) else { return false }
        let rest = agency.dropFirst(start.count)
        // A body that is named to its end, or a page's own name, is no beginning.
        let isWhole = AgencyFinder.isBody(start) || start.last.map { "网站台版栏页".contains($0) } ?? false
        return !rest.hasPrefix(place)
            && (place.count == start.count || !isWhole && !rest.contains { places.contains($0) })
    }

    private static let places = Set("省市县区州盟旗")

    /// The pieces of a line, a cell each; `nil` for one that no title goes on through: furniture, a sentence.
    private static func cut(_ line: String) -> [String?] {
        guard line.utf8.count <= longestLine else { return [nil] }
        return line.split(separator: " | ").map { cell in
            let piece = Folding.trim(withoutLabel(Folding.trim(cell)))
            return isPiece(piece) ? piece : nil
        }
    }

    /// In bytes: no title has as many.
    private static let longestLine = 1_000

    private static func isPiece(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 260 && (!Furniture.isLine(text) || TitleText.isSubject(text))
            && !labels.contains(Folding.compact(text))
            && !text.contains { "。；;，,、：:>|".contains($0) } && !isFileNumber(text) && !isDay(text)
    }

    /// Whether a text has the number of a document in it, 岚水〔2025〕3号. The year of a title can stand in such brackets as well.
    private static func isFileNumber(_ text: String) -> Bool {
        guard let end = text.lastIndex(of: "〕") else { return text.contains("〔") }
        return !Folding.compact(text[text.index(after: end)...]).hasPrefix("年")
    }

    /// The text behind a label that announces the title: 标题：…
    private static func withoutLabel(_ text: String) -> Substring {
        guard let stop = text.firstIndex(where: { "：:".contains($0) }),
            labels.contains(Folding.compact(text[..<stop]))
        else { return text[...] }
        return text[text.index(after: stop)...]
    }

    private static let labels: Set = ["标题", "名称", "信息名称", "文件名称", "题名", "文件标题", "信息标题", "公开标题"]

    private static func isDay(_ text: String) -> Bool { AgencyFinder.isDay(Folding.compact(text)) }
}

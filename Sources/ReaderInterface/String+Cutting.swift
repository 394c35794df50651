extension String {
    private static let mark = "…"
    /// As far as a place is looked for, in bytes: many numbers can stand in one sentence without end.
    private static let sight = 16_384

    /// The text where it has at most `length` bytes of UTF-8; else its beginning with a mark for the rest.
    func cut(toBytes length: Int) -> String { cut(toBytes: length, from: startIndex) }

    /// As `cut(toBytes:)`, but what is kept is where `place` first stands, with some of what comes before it.
    func cut(toBytes length: Int, around place: String) -> String {
        guard utf8.count > length, !place.isEmpty, let found = utf8.prefix(Self.sight).firstRange(of: place.utf8) else {
            return cut(toBytes: length)
        }
        let before = utf8.distance(from: utf8.startIndex, to: found.lowerBound)
        // As much as there can be behind it is kept: what is at the end needs more of what is before.
        let start = min(max(0, before - length / 2), utf8.count - length + 2 * Self.mark.utf8.count)
        return cut(toBytes: length, from: utf8.index(utf8.startIndex, offsetBy: start))
    }

    /// At most `length` bytes, marks included, from a place on: whole characters of Unicode, and marks for what is left out.
    private func cut(toBytes length: Int, from start: Index) -> String {
        guard utf8.count > length else { return self }
        var start = start
        while start < endIndex, start.samePosition(in: unicodeScalars) == nil { start = utf8.index(after: start) }
        let head = start > startIndex ? Self.mark : ""
        let room = length - head.utf8.count
        let rest = self[start...]
        guard rest.utf8.count > room else { return head + rest }
        var end = utf8.index(start, offsetBy: room - Self.mark.utf8.count)
        while end > start, end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
        return head + self[start..<end] + Self.mark
    }
}

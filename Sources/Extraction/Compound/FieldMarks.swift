/// The fields in a stretch of text: of each the result is text, what makes it is not.
///
/// A field is a begin mark, its instruction, a separator, its result, and an end mark; fields lie within fields.
struct FieldMarks {
    private static let begin: UInt16 = 0x13
    private static let separator: UInt16 = 0x14
    private static let end: UInt16 = 0x15

    private let start: Int
    /// For each unit in how many instructions it lies.
    private let depths: [Int32]

    /// A mark that has no partner is passed over: otherwise all text behind it would be lost.
    init(_ text: ArraySlice<UInt16>) {
        var changes = Array(repeating: Int32(0), count: text.count + 1)
        var open: [(begin: Int, separator: Int?)] = []
        for (index, unit) in text.enumerated() {
            switch unit {
            case FieldMarks.begin: open.append((index, nil))
            case FieldMarks.separator:
                if let last = open.indices.last, open[last].separator == nil { open[last].separator = index }
            case FieldMarks.end:
                guard let field = open.popLast() else { continue }
                changes[field.begin] += 1
                changes[field.separator ?? index] -= 1
            default: break
            }
        }
        start = text.startIndex
        var depth: Int32 = 0
        depths = changes.map { change in
            depth += change
            return depth
        }
    }

    /// Whether a position lies in an instruction.
    func isInstruction(_ position: Int) -> Bool {
        let index = position - start
        return depths.indices.contains(index) && depths[index] > 0
    }
}

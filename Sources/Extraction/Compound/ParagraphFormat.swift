import ReaderInterface

/// What Word keeps of a paragraph and matters here: its style, its place in tables and in lists.
struct ParagraphFormat {
    var style = 0
    private var isInTable = false
    private var nesting: Int?
    /// The paragraph is the end mark of a row.
    private(set) var endsRow = false
    /// The paragraph ends a cell of a table within a table; those of an outer one have a mark of their own.
    private(set) var endsInnerCell = false
    /// The list, counted from 1; 0 where a style's list is switched off.
    private(set) var list: Int?
    private(set) var level: Int?
    private(set) var row = RowFormat()

    /// In how many tables the paragraph lies.
    var depth: Int { max(nesting ?? 0, isInTable ? 1 : 0) }

    /// Takes a group of properties. Word puts those of wide tables into the data stream.
    mutating func apply(_ group: ArraySlice<UInt8>, data: ByteView?, isElsewhere: Bool = false) throws(Unreadable) {
        for sprm in SprmGroup(group) {
            if Sprm.elsewhere.contains(sprm.code) {
                // What lies there may not lead on to another place.
                guard !isElsewhere else { continue }
                guard let data else { throw .damaged("Word 文档缺少“Data”部分，表格的结构读不出来") }
                let length = try data.uint16(sprm.long)
                try apply(try data.slice(sprm.long + 2, length), data: data, isElsewhere: true)
            } else {
                apply(sprm)
            }
        }
    }

    private mutating func apply(_ sprm: Sprm) {
        switch sprm.code {
        case Sprm.isInTable: isInTable = sprm.byte != 0
        case Sprm.endsRow, Sprm.endsInnerRow: endsRow = sprm.byte != 0
        case Sprm.depth: nesting = Int(Int32(truncatingIfNeeded: sprm.long))
        case Sprm.deeper: nesting = (nesting ?? 0) + Int(Int32(truncatingIfNeeded: sprm.long))
        case Sprm.endsInnerCell: endsInnerCell = sprm.byte != 0
        case Sprm.listLevel: level = sprm.byte
        case Sprm.list: list = sprm.word
        default: row.apply(sprm)
        }
    }
}

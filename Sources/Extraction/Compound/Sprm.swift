/// One property as Word writes it: a code and an operand.
struct Sprm {
    let code: Int
    let operand: ArraySlice<UInt8>

    static let isInTable = 0x2416
    static let endsRow = 0x2417
    static let depth = 0x6649
    static let deeper = 0x664A
    static let endsInnerCell = 0x244B
    static let endsInnerRow = 0x244C
    static let listLevel = 0x260A
    static let list = 0x460B
    /// Properties that lie in the data stream.
    static let elsewhere: Set = [0x6645, 0x6646, 0x646B]

    static let tableDefinition = 0xD608
    static let insertCells = 0x7621
    static let deleteCells = 0x5622
    static let cellWidth = 0x7623
    static let mergeCells = 0x5624
    static let splitCells = 0x5625
    static let mergeDown = 0xD62B

    static let isDeleted = 0x0800
    static let isHidden = 0x083C
    static let isSpecial = 0x0855
    /// 1 raised, 2 lowered.
    static let raising = 0x2A48
    static let symbol = 0x6A09
    static let characterStyle = 0x4A30

    /// The operand's bytes as a number, the lowest first; those that are not there are zero.
    func number(_ offset: Int = 0, bytes length: Int) -> Int {
        operand.dropFirst(offset).prefix(length).reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    var byte: Int { number(bytes: 1) }
    var word: Int { number(bytes: 2) }
    var long: Int { number(bytes: 4) }
}

/// The properties of a group, one after another. One that is cut off ends the group.
struct SprmGroup: Sequence, IteratorProtocol {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func next() -> Sprm? {
        guard rest.count >= 3 else { return nil }
        let code = Int(rest[rest.startIndex]) | Int(rest[rest.startIndex + 1]) << 8
        let operand = rest.dropFirst(2)
        guard let length = SprmGroup.length(of: code, operand), length <= operand.count else {
            rest = []
            return nil
        }
        rest = operand.dropFirst(length)
        return Sprm(code: code, operand: operand.prefix(length))
    }

    /// How long an operand is: the top bits of the code say so, or the operand itself.
    private static func length(of code: Int, _ operand: ArraySlice<UInt8>) -> Int? {
        switch code >> 13 {
        case 0, 1: return 1
        case 2, 4, 5: return 2
        case 3: return 4
        case 7: return 3
        default: break
        }
        let bytes = Array(operand.prefix(2))
        guard let first = bytes.first.map({ Int($0) }) else { return nil }
        if code == Sprm.tableDefinition { return bytes.count == 2 ? (first | Int(bytes[1]) << 8) + 1 : nil }
        // Tab stops in great number: the length stands in two counts instead.
        if code == 0xC615, first == 255 {
            guard bytes.count == 2 else { return nil }
            let added = 2 + 4 * Int(bytes[1])
            return operand.dropFirst(added).first.map { added + 1 + 3 * Int($0) }
        }
        return first + 1
    }
}

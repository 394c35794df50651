import ReaderInterface

/// A table (PLC) of things by their positions in the text: one position more than there are things.
struct PositionTable {
    let positions: [Int]
    let items: [ByteView]

    init(_ bytes: ByteView, itemSize: Int) throws(Unreadable) {
        let count = max(0, (bytes.count - 4) / (4 + itemSize))
        var positions: [Int] = []
        var items: [ByteView] = []
        for index in 0...count where bytes.count >= 4 { positions.append(try bytes.uint32(4 * index)) }
        for index in 0..<count {
            items.append(try bytes.view(4 * (count + 1) + itemSize * index, itemSize))
        }
        self.positions = positions
        self.items = items
    }
}

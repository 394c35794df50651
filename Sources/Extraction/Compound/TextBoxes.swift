import Documents
import ReaderInterface

/// The text boxes of a document: where the text of each lies, and the position in the main text on which it hangs.
struct TextBoxes {
    /// The texts by the positions of their anchors.
    private(set) var anchored: [Int: Range<Int>] = [:]
    /// Those of which no anchor is found: boxes within a group of shapes.
    private(set) var loose: [Range<Int>] = []

    init(_ block: FileInformationBlock, table: ByteView, textEnd: Int) throws(Unreadable) {
        guard let texts = try block.view(of: .textBoxes, in: table), !block.textBoxes.isEmpty else { return }
        let anchors = try TextBoxes.anchors(try block.view(of: .shapes, in: table))
        let story = block.textBoxes.clamped(to: 0..<textEnd)
        let boxes = try PositionTable(texts, itemSize: 22)
        for (index, box) in boxes.items.enumerated() {
            let start = story.lowerBound + boxes.positions[index]
            let end = min(story.lowerBound + boxes.positions[index + 1], story.upperBound)
            // A box that was deleted stays in the list, to be used again.
            guard start < end, try box.uint16(8) == 0 else { continue }
            if let anchor = anchors[try box.uint32(14)] {
                anchored[anchor] = start..<end
            } else {
                loose.append(start..<end)
            }
        }
    }

    /// The position on which each shape hangs, by the shape's id.
    private static func anchors(_ bytes: ByteView?) throws(Unreadable) -> [Int: Int] {
        guard let bytes else { return [:] }
        let table = try PositionTable(bytes, itemSize: 26)
        var anchors: [Int: Int] = [:]
        for (index, shape) in table.items.enumerated() { anchors[try shape.uint32(0)] = table.positions[index] }
        return anchors
    }
}

import Documents
import ReaderInterface

/// The head of a Word document (FIB): how long each story is, and where the tables lie.
struct FileInformationBlock {
    /// A table by its place in the list of addresses.
    enum Part: Int {
        case styles = 1
        case characterPages = 12
        case paragraphPages = 13
        case fonts = 15
        case pieces = 33
        case shapes = 40
        case textBoxes = 56
        case lists = 73
        case listOverrides = 74
    }

    /// The stream that holds the tables.
    let tableStream: String
    /// The characters of the main text.
    let mainLength: Int
    /// Where the text of text boxes begins, and its length.
    let textBoxes: Range<Int>
    private let addresses: ByteView

    init(_ main: ByteView) throws(Unreadable) {
        let mark = try main.uint16(0)
        guard mark == 0xA5EC || mark == 0xA5DC else { throw .damaged("Word 正文的开头不对") }
        guard !FileInformationBlock.isBeforeWord97(main) else { throw .format(.word95) }
        let flags = try main.uint16(10)
        guard flags & 0x0100 == 0 else { throw .encrypted }
        tableStream = flags & 0x0200 == 0 ? "0Table" : "1Table"
        // Two lists of numbers whose lengths stand before them, then the addresses.
        let lengths = 34 + 2 * (try main.uint16(32)) + 2
        let end = lengths + 4 * (try main.uint16(lengths - 2))
        addresses = try main.view(end + 2, 8 * (try main.uint16(end)))
        mainLength = try main.uint32(lengths + 12)
        // Notes, headers, macros, comments and end notes stand between the main text and the text boxes.
        var start = mainLength
        for story in 4...8 { start += try main.uint32(lengths + 4 * story) }
        textBoxes = start..<start + (try main.uint32(lengths + 36))
    }

    /// Where a table lies in the table stream, and its length; nothing where the document has none.
    func address(of part: Part) throws(Unreadable) -> (offset: Int, length: Int)? {
        let place = part.rawValue * 8
        guard place + 8 <= addresses.count else { return nil }
        let length = try addresses.uint32(place + 4)
        return length == 0 ? nil : (try addresses.uint32(place), length)
    }

    /// The bytes of a table.
    func view(of part: Part, in table: ByteView) throws(Unreadable) -> ByteView? {
        guard let address = try address(of: part) else { return nil }
        return try table.view(address.offset, address.length)
    }

    /// Whether a document was written by Word 6, Word 95 or a program before them: their form is another.
    static func isBeforeWord97(_ main: ByteView) -> Bool {
        guard let version = try? main.uint16(2) else { return false }
        return version < 0xC1
    }
}

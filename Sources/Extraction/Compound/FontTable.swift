import ReaderInterface

/// The names of a document's fonts, by their numbers.
struct FontTable {
    private var names: [String] = []

    init(_ bytes: ByteView?) throws(Unreadable) {
        guard let bytes else { return }
        let count = try bytes.uint16(0)
        var offset = 4
        for _ in 0..<count where offset < bytes.count {
            let length = try bytes.uint8(offset) + 1
            names.append(try FontTable.name(try bytes.view(offset, length)))
            offset += length
        }
    }

    func name(_ number: Int) -> String { names.indices.contains(number) ? names[number] : "" }

    /// A fixed head, then the name up to a zero.
    private static func name(_ font: ByteView) throws(Unreadable) -> String {
        var units: [UInt16] = []
        for offset in stride(from: 40, to: font.count - 1, by: 2) {
            let unit = UInt16(try font.uint16(offset))
            if unit == 0 { break }
            units.append(unit)
        }
        return String(decoding: units, as: UTF16.self)
    }
}

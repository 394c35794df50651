/// The text of a paragraph of a binary document, put together character by character.
struct WordRuns {
    private let fields: FieldMarks
    private let fonts: FontTable
    private var units: [UInt16] = []
    /// The positions on which shapes hang.
    private(set) var anchors: [Int] = []
    private(set) var hasPictures = false

    init(_ fields: FieldMarks, _ fonts: FontTable) {
        self.fields = fields
        self.fonts = fonts
    }

    var text: String { String(decoding: units, as: UTF16.self) }

    /// Takes the next character.
    mutating func take(_ unit: UInt16, at position: Int, _ format: CharacterFormat) {
        guard !format.isDeleted, !fields.isInstruction(position) else { return }
        if format.isSpecial, unit == 0x01 || unit == 0x08 {
            hasPictures = true
            anchors.append(position)
        } else if !format.isHidden {
            append(unit, format)
        }
    }

    private mutating func append(_ unit: UInt16, _ format: CharacterFormat) {
        if let symbol = format.symbol {
            units += WordSymbol.text(font: fonts.name(symbol.font), code: String(symbol.code, radix: 16)).utf16
            return
        }
        switch unit {
        case 0x09: units.append(unit)
        // Breaks of the line, the page and the column.
        case 0x0B, 0x0C, 0x0E: units.append(0x0A)
        case 0x1E: units += "-".utf16
        // Marks of fields and notes; a place to hyphenate is no character.
        case 0..<0x20, 0xAD: break
        case _ where format.isRaised && !units.isEmpty && Unicode.Scalar(unit).map(NoteMark.isPart) ?? false: break
        default: units.append(unit)
        }
    }
}

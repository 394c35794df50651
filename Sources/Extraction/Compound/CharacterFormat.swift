/// What Word keeps of a run of characters and matters here.
struct CharacterFormat {
    /// A tracked change has deleted it.
    private(set) var isDeleted = false
    private(set) var isHidden = false
    private(set) var isRaised = false
    /// Control characters in it stand for something: a field, a picture, a note.
    private(set) var isSpecial = false
    /// A sign of a font of signs, which stands for all characters of the run.
    private(set) var symbol: (font: Int, code: Int)?

    /// Takes a group of properties, over those of a style.
    mutating func apply(_ group: ArraySlice<UInt8>, styles: StyleSheet) {
        for sprm in SprmGroup(group) {
            switch sprm.code {
            // Word also writes 0x81 here: whatever is not zero is set.
            case Sprm.isDeleted: isDeleted = sprm.byte != 0
            case Sprm.isHidden: isHidden = CharacterFormat.toggled(sprm.byte, isHidden)
            case Sprm.raising: isRaised = sprm.byte == 1
            case Sprm.isSpecial: isSpecial = sprm.byte != 0
            case Sprm.symbol: symbol = (sprm.word, sprm.number(2, bytes: 2))
            case Sprm.characterStyle: isHidden = styles.hides(style: sprm.word) ?? isHidden
            default: break
            }
        }
    }

    /// Takes what the style of the paragraph says.
    mutating func inherit(_ hidden: Bool?) { isHidden = hidden ?? isHidden }

    /// On, off, as the style has it, or the reverse of that.
    static func toggled(_ operand: Int, _ inherited: Bool) -> Bool {
        switch operand {
        case 0: false
        case 0x80: inherited
        case 0x81: !inherited
        default: true
        }
    }
}

import CXLSXWriter

/// The looks of cells in one workbook. The workbook owns and frees them.
@safe struct Formats {
    typealias Pointer = UnsafeMutablePointer<lxw_format>

    /// What numbers are written like.
    enum Number: String, CaseIterable {
        case general = "General"
        case moment = "yyyy-mm-dd hh:mm"
    }

    private struct Key: Hashable {
        var style: SheetCell.Style
        var number: Number
        var isLink: Bool
    }

    private var formats: [Key: Pointer] = unsafe [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        for style in SheetCell.Style.allCases {
            for number in Number.allCases {
                for isLink in [false, true] {
                    let key = Key(style: style, number: number, isLink: isLink)
                    if let format = unsafe Formats.make(key, in: book) { unsafe formats[key] = format }
                }
            }
        }
    }

    /// The format of a style; `nil`, the spreadsheet's own, where memory was short.
    func format(_ style: SheetCell.Style, _ number: Number = .general, isLink: Bool = false) -> Pointer? {
        unsafe formats[Key(style: style, number: number, isLink: isLink)]
    }

    private static func make(_ key: Key, in book: UnsafeMutablePointer<lxw_workbook>) -> Pointer? {
        guard let format = unsafe workbook_add_format(book) else { return nil }
        unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        unsafe format_set_border_color(format, 0x8C877D)
        unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        unsafe format_set_text_wrap(format)
        unsafe format_set_num_format(format, key.number.rawValue)
        let (ink, ground) = key.style.colours
        if let ink { unsafe format_set_font_color(format, ink) }
        if let ground { unsafe format_set_bg_color(format, ground) }
        if key.style == .head {
            unsafe format_set_bold(format)
            unsafe format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        }
        if key.style == .input { unsafe format_set_unlocked(format) }
        if key.isLink {
            unsafe format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            unsafe format_set_font_color(format, 0x1A4E8A)
        }
        return unsafe format
    }
}

extension SheetCell.Style {
    /// Ink and ground, the same as on the pages.
    fileprivate var colours: (ink: UInt32?, ground: UInt32?) {
        switch self {
        case .plain: (nil, nil)
        case .head: (nil, 0xECE8DF)
        case .label: (nil, 0xF5F3EE)
        case .good: (0x14602A, 0xE8F3EA)
        case .careful: (0x7A4A00, 0xFDF2DC)
        case .bad: (0xA3130D, 0xFBE6E4)
        case .calm: (0x35527A, 0xE9EFF7)
        case .input: (nil, 0xFFFBE6)
        case .note: (0x35527A, nil)
        }
    }
}

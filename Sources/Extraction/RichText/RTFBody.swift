import Documents
import ReaderInterface

/// Follows the groups and control words of a Rich Text file, and takes out what is shown.
struct RTFBody {
    /// What a group has of its own; when it ends, what was before holds again.
    private struct State {
        var destination = Destination.text
        var font = 0
        /// How many characters behind `\u` stand for it in programs that do not know it.
        var replacements = 1
        var isHidden = false
        var isDeleted = false
        var isRaised = false
        var isInTable = false
        /// In how many tables the paragraph stands; 0 where only `\intbl` says that it is in one.
        var depth = 0
        /// The group began, and a `\*` says that whoever does not know it leaves it out.
        var isOptional = false
        /// The group is a text box.
        var isBox = false

        var tableDepth: Int { min(isInTable ? max(1, depth) : depth, RTFFlow.deepest) }
    }

    /// Where the text of a group goes.
    private enum Destination {
        case text
        case fonts
        /// The number of a list item: a tab behind it is a gap.
        case marker
        case nothing
    }

    private var scanner: RTFScanner
    private var state = State()
    private var outer: [State] = []
    private var fonts = RTFFonts()
    private var flows = [RTFFlow()]
    private var allowance: Allowance
    private var elements = 0
    private var toSkip = 0
    private(set) var hasPictures = false

    init(_ bytes: [UInt8], limits: Limits) {
        scanner = RTFScanner(bytes)
        allowance = Allowance(limits)
    }

    mutating func blocks() throws(Unreadable) -> [Block] {
        while let token = scanner.next() {
            if case .byte = token {} else { elements += 1 }
            try allowance.limits.check(.elements, elements)
            switch token {
            case .groupStart: try begin()
            case .groupEnd: try end()
            case .byte(let byte): take(byte)
            case .symbol(let symbol): take(symbol: symbol)
            case .word(let word, let number): try take(word, number)
            }
        }
        guard outer.isEmpty else { throw .damaged("文件不完整，后面的内容缺失") }
        var blocks: [Block] = []
        while var flow = flows.popLast() { blocks = try flow.finish(&allowance) + blocks }
        return blocks
    }

    private mutating func begin() throws(Unreadable) {
        toSkip = 0
        outer.append(state)
        state.isOptional = false
        state.isBox = false
        try allowance.limits.check(.depth, outer.count)
    }

    private mutating func end() throws(Unreadable) {
        toSkip = 0
        if state.isBox, flows.count > 1, var box = flows.popLast() {
            flows[flows.count - 1].append(box: try box.finish(&allowance))
        }
        // Some programs end a file with one more.
        if let before = outer.popLast() { state = before }
    }

    // MARK: Characters

    private var isShown: Bool {
        (state.destination == .text || state.destination == .marker) && !state.isHidden && !state.isDeleted
    }

    /// Whether the next character stands for one before it.
    private mutating func isReplacement() -> Bool {
        guard toSkip > 0 else { return false }
        toSkip -= 1
        return true
    }

    private mutating func take(_ byte: UInt8) {
        let isGap = byte == UInt8(ascii: " ") && state.destination == .marker
        let isNoteMark = state.isRaised && NoteMark.isPart(Unicode.Scalar(byte))
        guard !isReplacement(), isShown, !isGap, !isNoteMark else { return }
        flows[flows.count - 1].append(byte, isChinese: fonts.isChinese(state.font))
    }

    private mutating func take(symbol: UInt8) {
        if symbol == UInt8(ascii: "*") {
            state.isOptional = true
            return
        }
        guard !isReplacement(), isShown else { return }
        switch symbol {
        case UInt8(ascii: "~"): flows[flows.count - 1].append("\u{A0}")
        case UInt8(ascii: "_"): flows[flows.count - 1].append("-")
        default: break
        }
    }

    private static let characters: [String: Unicode.Scalar] = [
        "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’",
        "ldblquote": "“", "rdblquote": "”", "bullet": "•", "emspace": "\u{2003}", "enspace": "\u{2002}",
        "qmspace": "\u{2005}",
    ]

    // MARK: Control words

    private mutating func take(_ word: String, _ number: Int?) throws(Unreadable) {
        if word == "bin" { scanner.skip(number ?? 0) }
        if isReplacement() { return }
        if state.isOptional {
            state.isOptional = false
            if !RTFBody.known.contains(word) { state.destination = .nothing }
        }
        if RTFBody.hidden.contains(word) {
            if word == "pict" { hasPictures = true }
            state.destination = .nothing
        } else if state.destination == .fonts {
            takeFont(word, number)
        } else if let character = RTFBody.characters[word] {
            let isGap = word == "tab" && state.destination == .marker
            if isShown, !isGap { flows[flows.count - 1].append(character) }
        } else if try !takeStructure(word), !takeFormat(word, number), state.destination != .nothing {
            _ = flows[flows.count - 1].define(word, number, in: state.tableDepth)
        }
    }

    private mutating func takeFont(_ word: String, _ number: Int?) {
        switch word {
        case "f": fonts.begin(number ?? 0)
        case "fcharset": fonts.set(number ?? 1)
        default: break
        }
    }

    /// Ends of paragraphs, cells and rows, and groups with text of their own.
    private mutating func takeStructure(_ word: String) throws(Unreadable) -> Bool {
        let last = flows.count - 1
        let isText = state.destination != .nothing
        switch word {
        case "par", "sect", "page": if isText { try flows[last].endParagraph(in: state.tableDepth, &allowance) }
        case "cell": if isText { try flows[last].endCell(in: 1, &allowance) }
        case "nestcell": if isText { try flows[last].endCell(in: state.tableDepth, &allowance) }
        case "row": if isText { try flows[last].endRow(in: 1, &allowance) }
        case "nestrow": if isText { try flows[last].endRow(in: state.tableDepth, &allowance) }
        case "trowd": if isText { try flows[last].beginDefinition(in: rowDepth, &allowance) }
        case "shptxt", "dptxbxtext":
            guard isText, !state.isBox else { return true }
            try allowance.limits.check(.depth, flows.count)
            flows.append(RTFFlow())
            (state.isBox, state.isInTable, state.depth) = (true, false, 0)
        case "fonttbl": state.destination = .fonts
        case "listtext", "pntext": if isText { state.destination = .marker }
        // Of two writings of the same text the one in Unicode counts.
        case "upr": state.destination = .nothing
        case "ud": state.destination = outer.dropLast().last?.destination ?? .text
        default: return false
        }
        return true
    }

    /// In how many tables the row stands that is described.
    private var rowDepth: Int { max(1, state.tableDepth) }

    private mutating func takeFormat(_ word: String, _ number: Int?) -> Bool {
        switch word {
        case "ansicpg": fonts.codePage = number ?? 1252
        case "f": state.font = number ?? 0
        case "uc": state.replacements = min(max(0, number ?? 1), 16)
        case "u":
            if isShown { flows[flows.count - 1].append(unit: number ?? 0xFFFD) }
            toSkip = state.replacements
        case "v": state.isHidden = number != 0
        case "super": state.isRaised = number != 0
        case "nosupersub", "sub": state.isRaised = false
        case "deleted": state.isDeleted = number != 0
        case "plain": (state.isHidden, state.isDeleted, state.isRaised) = (false, false, false)
        case "pard": (state.isInTable, state.depth) = (false, 0)
        case "intbl": state.isInTable = true
        case "itap": state.depth = min(max(0, number ?? 0), RTFFlow.deepest)
        default: return false
        }
        return true
    }

    /// Groups that are read although programs may leave them out.
    private static let known: Set = ["shpinst", "shptxt", "do", "dptxbxtext", "ud", "nesttableprops", "fonttbl"]

    /// Groups without text of the report: what the file says of itself, pictures, what stands at the edges of pages, notes,
    /// instructions of fields, and what is there for programs that know no nested tables or drawings.
    private static let hidden: Set = [
        "colortbl", "stylesheet", "info", "listtable", "listoverridetable", "revtbl", "rsidtbl", "filetbl", "xmlnstbl",
        "pict", "nonshppict", "objdata", "objclass", "objname", "sp", "shprslt", "header", "headerl", "headerr",
        "headerf", "footer", "footerl", "footerr", "footerf", "footnote", "ftnsep", "ftnsepc", "aftnsep", "fldinst",
        "formfield", "nonesttables", "bkmkstart", "bkmkend", "xe", "tc", "annotation", "atnid", "atnauthor", "template",
        "themedata", "colorschememapping", "datastore", "latentstyles", "generator", "falt", "panose", "pn", "pnseclvl",
    ]
}

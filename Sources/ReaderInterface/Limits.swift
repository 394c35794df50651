/// How much of a file is read at the most. Whatever is over a limit is not judged at all.
package struct Limits: Sendable, Equatable, Codable {
    /// The size of the file, in bytes. A long report with pictures stays under 20 MB.
    package var fileBytes = 100_000_000
    /// The characters of text taken out of it. The longest real report that was seen has under 10,000; a province's has several
    /// times that, and a web page around it as much again.
    package var characters = 300_000
    /// The cells of all tables together. The form has about 250.
    package var cells = 100_000
    /// The paragraphs of a report's prose. The longest real report has some 200.
    package var paragraphs = 20_000
    /// The numbers that sentences state on the matters of the form; as many breakdowns and rates. A long report has some 100.
    package var statements = 1_000
    /// The members of an archive, a docx included. A report with many pictures has some hundred.
    package var archiveMembers = 10_000
    /// The size of what an archive unpacks to, all members that are read together, in bytes.
    package var expandedBytes = 300_000_000
    /// How many times larger than packed a member may be. Text of a document packs to a tenth or twentieth; bombs to a thousandth.
    package var ratio = 500
    /// How deep elements may lie in each other. Word's own documents stay under 60.
    package var depth = 256
    /// The elements, attributes left aside, of one XML or HTML document. A long report has some 50,000.
    package var elements = 2_000_000
    /// The pages of a PDF or OFD file. The longest real report has 30.
    package var pages = 500
    /// The glyphs and lines drawn on one page.
    package var marksPerPage = 200_000
    /// The rows, and the characters, of what an office fills in: a list of what was found in the reports of a thousand bodies has some
    /// thousand.
    package var sheetRows = 20_000
    package var sheetCharacters = 4_000_000
    /// How long one file may be read, in milliseconds. A long PDF takes a fifth of a second.
    package var milliseconds = 30_000
    /// The memory of the process that reads a file, in bytes.
    package var memory = 1_000_000_000

    package init() {}

    /// The defaults, but for one of them.
    package init(_ limit: Limit, _ value: Int) {
        self[keyPath: limit.path] = value
    }

    /// The longest answer of the reader, in bytes: each character escaped, each statement with its sentence, and room for all else.
    package var answerBytes: Int { min(characters, 1 << 40) * 6 + min(statements, 1 << 40) * 5_000 + 1_000_000 }

    /// What to throw where a limit is reached.
    package func reached(_ limit: Limit) -> Unreadable {
        .limit(name: limit.rawValue, value: self[keyPath: limit.path])
    }

    /// Throws where a value is over a limit.
    package func check(_ limit: Limit, _ value: Int) throws(Unreadable) {
        guard value <= self[keyPath: limit.path] else { throw reached(limit) }
    }
}

/// One of the limits. The raw value is its name in the settings.
package enum Limit: String, CaseIterable, Sendable {
    case fileSize = "limits.file_size"
    case characters = "limits.characters"
    case cells = "limits.cells"
    case paragraphs = "limits.paragraphs"
    case statements = "limits.statements"
    case archiveMembers = "limits.archive_members"
    case expandedSize = "limits.expanded_size"
    case ratio = "limits.ratio"
    case depth = "limits.depth"
    case elements = "limits.elements"
    case pages = "limits.pages"
    case marksPerPage = "limits.marks_per_page"
    case sheetRows = "limits.sheet_rows"
    case sheetCharacters = "limits.sheet_characters"
    case time = "limits.time"
    case memory = "limits.memory"

    /// Where its value is kept.
    package var path: any WritableKeyPath<Limits, Int> & Sendable {
        switch self {
        case .fileSize: \.fileBytes
        case .characters: \.characters
        case .cells: \.cells
        case .paragraphs: \.paragraphs
        case .statements: \.statements
        case .archiveMembers: \.archiveMembers
        case .expandedSize: \.expandedBytes
        case .ratio: \.ratio
        case .depth: \.depth
        case .elements: \.elements
        case .pages: \.pages
        case .marksPerPage: \.marksPerPage
        case .sheetRows: \.sheetRows
        case .sheetCharacters: \.sheetCharacters
        case .time: \.milliseconds
        case .memory: \.memory
        }
    }

    /// What is over the limit, in the words of a clerk: `读取用时超过 30 秒`. The settings have it under `rawValue`.
    package func exceeded(_ value: Int) -> String {
        switch self {
        case .fileSize: "文件大小超过 \(Self.megabytes(value))"
        case .characters: "文字超过 \(value) 个字符"
        case .cells: "表格的单元格超过 \(value) 个"
        case .paragraphs: "正文的段落超过 \(value) 段"
        case .statements: "文字中的数据超过 \(value) 处"
        case .archiveMembers: "文件包里的文件超过 \(value) 个"
        case .expandedSize: "解压后的大小超过 \(Self.megabytes(value))"
        case .ratio: "解压后的大小超过压缩时的 \(value) 倍"
        case .depth: "内容的嵌套超过 \(value) 层"
        case .elements: "文档的元素超过 \(value) 个"
        case .pages: "页数超过 \(value) 页"
        case .marksPerPage: "一页上的文字和线条超过 \(value) 个"
        case .sheetRows: "填写的行超过 \(value) 行"
        case .sheetCharacters: "填写的表中文字超过 \(value) 个字符"
        case .time: "读取用时超过 \(value < 1000 ? "\(value) 毫秒" : "\(value / 1000) 秒")"
        case .memory: "读取所用的内存超过 \(Self.megabytes(value))"
        }
    }

    private static func megabytes(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\(bytes) 字节" : "\(bytes / 1_000_000) MB"
    }
}

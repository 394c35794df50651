import Fixtures
import Foundation
import Reports

/// A bureau that does not exist, and what the script has it do in January.
struct Bureau {
    /// What becomes of its report.
    enum Fate: Equatable {
        case good
        /// Returned, or asked about, and mended by what the bureau reads in its own folder.
        case mended(Slip)
        /// Returned, and nothing more is heard.
        case left(Slip)
        /// The office waives what was found, in the workbook or by a command.
        case waived(Slip, byCommand: Bool)
        /// The office accepts what was returned.
        case overruled(Slip)
        /// A scan; a person writes down its numbers.
        case scanned
        /// A file with a password.
        case locked
        case missing
    }

    var name: String
    var group: String
    var file: ReportFile
    /// Whether it has a folder of its own in the inbox.
    var hasFolder: Bool
    var fate = Fate.good
    /// The date of its own that the roster gives it, month and day.
    var extended = false
    /// Its numbers of the years before, the first first, and of the year.
    var earlier: [Figures] = []
    var figures = Figures()
    /// Its first report is the known one as Word's own binary format.
    var isBinary = false

    var slip: Slip? {
        switch fate {
        case .mended(let slip), .left(let slip), .waived(let slip, _), .overruled(let slip): slip
        default: nil
        }
    }

    /// The report that it means to hand in.
    func report(for year: Int) -> SampleReport {
        var report = figures.report(of: name, for: year)
        if isOriginal { report.ownPassages[.problems] = Slip.longProblems }
        return report
    }

    /// Somebody has copied from its report.
    var isOriginal: Bool { name == Cast.original }

    /// A line of the roster.
    var row: String {
        [
            name, group, extended ? Cast.farDay : "", isBinary || sumsUp ? "是" : "", sumsUp ? "是" : "",
            hasFolder ? folder : "",
        ].joined(separator: ",")
    }

    /// What its folders are called.
    var folder: String { hasFolder ? "\(name)收件" : name }
    var sumsUp: Bool { name == Cast.government }
}

/// The sixty, and what each of them does.
enum Cast {
    static let government = "青岚市人民政府"
    static let original = "青岚市教育局"
    static let (offices, towns, streets) = ("市直部门", "乡镇", "街道")
    /// Dates that are over and that are to come on nearly every day of a year.
    static let (nearDay, farDay) = ("1-1", "12-31")

    private static let trades = [
        "发展改革", "教育", "科技", "工业信息化", "民族宗教", "公安", "民政", "司法", "财政", "人力资源", "自然资源", "生态环境", "住房建设", "交通运输", "水利",
        "农业农村", "商务", "文化旅游", "卫生健康", "退役军人", "应急管理", "审计", "市场监管", "体育", "统计", "医疗保障", "林业", "信访", "数据", "城市管理",
    ]
    private static let places = [
        "桐花", "石桥", "云溪", "白鹭", "青石", "柳林", "大河", "南山", "北塔", "东湖", "西岭", "双井", "龙泉", "凤台", "清源", "平安", "高桥", "新集",
        "古渡", "松岗", "竹园", "梅岭", "长堤", "金沙", "银杏", "玉屏", "永丰",
    ]

    /// 31 offices, 22 towns, 5 streets, the government, and one whose report is a binary document: sixty.
    static func bureaus() throws -> [Bureau] {
        let names =
            trades.map { ("青岚市\($0)局", offices) } + [("青岚市档案馆", offices)]
            + places.prefix(22).map { ("\($0)镇人民政府", towns) } + places.suffix(5).map { ("\($0)街道办事处", streets) }
        var random = Seeded(60)
        var bureaus = names.enumerated().map { index, name in
            var bureau = Bureau(
                name: name.0, group: name.1, file: ReportFile.allCases[index % ReportFile.allCases.count],
                hasFolder: index % 3 == 0)
            bureau.fate = fates[name.0] ?? .good
            // Whose a file is that says nothing of that, its folder says.
            if [.scanned, .locked].contains(bureau.fate) { bureau.hasFolder = true }
            // Every fourth has handed in before.
            let before = index % 4 == 1 || [.carryOver, .effectiveCount].contains(bureau.slip) ? 2 : 0
            for _ in 0..<before { bureau.earlier.append(Figures(after: bureau.earlier.last, from: &random)) }
            bureau.figures = Figures(after: bureau.earlier.last, from: &random)
            bureau.slip?.spoil(&bureau.figures)
            bureau.extended = name.0 == "银杏街道办事处"
            return bureau
        }
        bureaus.append(
            Bureau(name: "青岚市公路中心", group: offices, file: .doc, hasFolder: false, figures: try .known(), isBinary: true)
        )
        bureaus.append(Bureau(name: government, group: "", file: .html, hasFolder: false))
        return bureaus
    }

    private static let fates: [String: Bureau.Fate] = [
        "青岚市公安局": .mended(.rowTotal), "青岚市民政局": .mended(.reviewTotal), "青岚市司法局": .mended(.blank),
        "青岚市财政局": .mended(.word), "青岚市水利局": .mended(.noFeeStatement), "青岚市审计局": .mended(.noProblems),
        "青岚市体育局": .mended(.heading), "青岚市统计局": .mended(.wrongRequests), "桐花镇人民政府": .mended(.rowTotal),
        "石桥镇人民政府": .mended(.blank), "金沙街道办事处": .mended(.reviewTotal),
        "云溪镇人民政府": .left(.reviewTotal), "白鹭镇人民政府": .left(.noProblems), "青岚市商务局": .left(.rowTotal),
        "青岚市林业局": .waived(.wrongDocuments, byCommand: false), "青岚市信访局": .waived(.effectiveCount, byCommand: false),
        "青岚市科技局": .waived(.copied, byCommand: false), "青岚市数据局": .waived(.carryOver, byCommand: true),
        "青岚市城市管理局": .overruled(.noFeeStatement), "青石镇人民政府": .scanned, "柳林镇人民政府": .locked,
        "大河镇人民政府": .missing, "南山镇人民政府": .missing, "玉屏街道办事处": .missing,
    ]
}

import Foundation
import Office
import Reports
import Rules

/// A county that does not exist, with as many bureaus as a test wants and every way in which they can stand.
enum County {
    /// 20 January 2025, 09:30 in China: eleven days before the reports on 2024 are due.
    static let now = Date(timeIntervalSince1970: 1_737_336_600)

    private static let trades = [
        "发展和改革", "教育", "科学技术", "工业和信息化", "民族宗教事务", "公安", "民政", "司法", "财政", "人力资源和社会保障", "自然资源", "生态环境",
        "住房和城乡建设", "交通运输", "水利", "农业农村", "商务", "文化和旅游", "卫生健康", "退役军人事务", "应急管理", "审计", "市场监督管理", "体育", "统计",
        "医疗保障", "林业", "信访", "数据", "城市管理",
    ]
    private static let places = [
        "桐花", "石桥", "云溪", "白鹭", "青石", "柳林", "大河", "南山", "北塔", "东湖", "西岭", "双井", "龙泉", "凤台", "清源", "平安", "高桥", "新集",
        "古渡", "松岗", "竹园", "梅岭", "长堤", "金沙", "银杏", "玉屏", "永丰", "安乐", "太平", "和顺",
    ]

    /// The bureaus, then the townships; beyond those of the lists they are numbered.
    static func agencies(_ count: Int) -> [Agency] {
        (0..<count).map { index in
            let round = index / (trades.count + places.count)
            let number = round == 0 ? "" : "第\(round)"
            let place = index % (trades.count + places.count)
            return place < trades.count
                ? Agency(name: "青岚市\(number)\(trades[place])局", group: "市直部门", contact: "办公室")
                : Agency(name: "\(number)\(places[place - trades.count])镇人民政府", group: "乡镇和街道", contact: "党政办")
        }
    }

    /// How an agency stands: of ten, five are accepted, one nearly, one returned, one not readable, two missing.
    static func verdict(_ index: Int) -> Verdict? {
        let verdicts: [Verdict?] = [
            .accepted, .accepted, .returned, .accepted, nil, .accepted, .acceptedWithWarnings, .accepted, .unreadable,
            nil,
        ]
        return verdicts[index % verdicts.count]
    }

    static func reports(_ agencies: [Agency], year: String = "2024") -> [ReportSummary] {
        agencies.enumerated().compactMap { index, agency in
            verdict(index).map { verdict in
                ReportSummary(
                    year: year, agency: agency.name, version: verdict == .acceptedWithWarnings ? 2 : 1,
                    receivedAt: now.addingTimeInterval(Double(-index * 5000)), verdict: verdict,
                    errors: verdict == .returned ? 1 + index % 4 : 0, warnings: verdict == .accepted ? 0 : index % 3,
                    file: "\(agency.name).docx", sha256: String(repeating: "ab", count: 32), rulebook: "1.1",
                    path: "reports/\(year)/\(agency.name)/v1")
            }
        }
    }

    /// The overview of a county with so many agencies, and with reports of the year before.
    static func overview(_ count: Int, alerts: [OverviewAlert] = []) -> Overview {
        let agencies = agencies(count)
        return Overview(
            generatedAt: now, validUntil: now.addingTimeInterval(600), ledgerRecord: 214,
            expected: agencies.map { ExpectedAgency($0, filedAs: $0.name) },
            reports: reports(agencies) + reports(Array(agencies.prefix(count / 2)), year: "2023"), alerts: alerts)
    }

    /// The years of a county with so many agencies, up to 2024. Every seventh report of a year is returned, and never the same ones.
    static func years(_ count: Int, of years: Int) -> Years {
        let agencies = agencies(count)
        let reports = agencies.enumerated().flatMap { index, agency in
            (0..<years).map { report(agency.name, index, 2025 - years + $0) }
        }
        return Years(reports) { year in
            RuleRanking(
                year: year, reports: Set(agencies.map(\.name)), breaches: breaches(agencies),
                expected: agencies.map { ExpectedAgency($0, filedAs: $0.name) })
        }
    }

    /// The years of one agency, with one that was returned.
    static var agencyYears: YearComparison {
        YearComparison(of: "青岚市水利局", reports: (2020...2024).map { report("青岚市水利局", $0 == 2022 ? 5 : 3, $0) })
    }

    private static func report(_ agency: String, _ index: Int, _ year: Int) -> YearReport {
        let growth = year - 2014
        let received = 24 + index % 9 * growth
        let carriedOut = 1 + growth % 3
        let total = received + 2 - carriedOut
        let others: [Measure: Int] = [
            .partlyGranted: 3, .refused: 2 + index % 3, .unavailable: 4, .notProcessed: index % 2, .other: 1,
        ]
        let numbers = others.merging([
            .received: received, .carriedIn: 2, .granted: total - others.values.reduce(0, +), .total: total,
            .carriedOut: carriedOut, .normativeIssued: 3, .normativeAbolished: growth % 2,
            .normativeInForce: 15 + 2 * growth, .licensing: 86 * growth + index, .penalties: 240 - 20 * growth + index,
            .coercion: index % 4, .reconsideration: 2 + growth, .reconsiderationCorrected: growth % 3, .litigation: 3,
            .litigationCorrected: 1,
        ]) { own, _ in own }
        return YearReport(
            agency: agency, year: year, version: 1, verdict: (index + year) % 7 == 1 ? .returned : .accepted, gaps: 0,
            measures: Measures {
                $0 == .fees ? ExactDecimal("\(30 + growth).5") : numbers[$0].flatMap { ExactDecimal($0) }
            })
    }

    private static func breaches(_ agencies: [Agency]) -> [RuleBreach] {
        let rules = [
            ("table3-row-total", "requests/received"), ("cell-blank", "disclosure"),
            ("table3-balance", "requests/*/total"),
            ("problems-thin", "section/5"), ("unreadable-scanned", "file"), ("section-title", "section/3"),
        ]
        return agencies.enumerated().flatMap { index, agency in
            rules.enumerated().compactMap { number, rule in
                guard (index + number) % (number + 2) == 0 else { return nil }
                return RuleBreach(
                    agency: agency.name, rule: rule.0, at: rule.1, severity: number % 2 == 0 ? .error : .warning,
                    isInFirst: true, isInCurrent: index % 3 == 0)
            }
        }
    }
}

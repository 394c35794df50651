import Reports

/// Random numbers that come again with their seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Report {
    /// A clean report of one of several bodies, its tables full of numbers that agree, or of zeros.
    static func random(_ seed: Int) -> Report {
        var random = Seeded(seed)
        var report = Report.clean
        let agency = ["青禾市水利局", "青禾县人民政府", "柳林镇人民政府", "青禾市人民政府"].randomElement(using: &random) ?? ""
        report.agency = agency
        report.title?.agency = agency
        report.signature = nil
        report.write("2024年，主动公开信息，办好依申请公开，加强政府信息管理、平台建设和监督保障。", in: .overview)
        report.write("2024年，按要求公开。", in: .disclosure)
        let most = Bool.random(using: &random) ? 0 : 400
        report.fillRequests(upTo: most, using: &random)
        report.fillReview(upTo: most, using: &random)
        return report
    }

    private mutating func fillRequests(upTo most: Int, using random: inout Seeded) {
        var columns: [[RequestRow: Int]] = Applicant.parts.map { _ in
            var column: [RequestRow: Int] = [:]
            for row in RequestRow.results { column[row] = Int.random(in: 0...most, using: &random) }
            column[.total] = column.values.reduce(0, +)
            column[.carriedOut] = Int.random(in: 0...most, using: &random)
            let all = (column[.total] ?? 0) + (column[.carriedOut] ?? 0)
            column[.carriedIn] = Int.random(in: 0...min(most, all), using: &random)
            column[.received] = all - (column[.carriedIn] ?? 0)
            return column
        }
        columns.append(columns.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
        for row in RequestRow.allCases {
            requests?.rows[row] = .numbers(columns.map { $0[row] ?? 0 }, label: row.label)
        }
    }

    private mutating func fillReview(upTo most: Int, using random: inout Seeded) {
        for block in ReviewBlock.allCases {
            let outcomes = ReviewOutcome.parts.map { _ in Int.random(in: 0...most, using: &random) }
            review?.rows[block] = .numbers(outcomes + [outcomes.reduce(0, +)], label: "")
        }
    }
}

import Fixtures
import Foundation
import Reports

/// What the script says that must have come out, worked out from its own figures.
extension January {
    /// A version of a report as it must stand in the end.
    struct Version: Hashable {
        var year: String
        var agency: String
        var version = 1
        var verdict = "accepted"
        var errors = 0
        var warnings = 0
        var waived = 0
        var overruled: String?
        var isEntered = false
        var isCurrent = true
    }

    /// Whether what a bureau handed in, or has not, came after its last day.
    func isLate(_ bureau: Bureau) -> Bool { bureau.group == Cast.streets && !bureau.extended && isNearDayOver }

    /// Every version of a bureau, the first first.
    func versions(of bureau: Bureau) -> [Version] {
        earlier(of: bureau).map { Version(year: String($0.year), agency: bureau.name) } + ownVersions(of: bureau)
    }

    private func ownVersions(of bureau: Bureau) -> [Version] {
        let late = isLate(bureau) ? 1 : 0
        var good = Version(year: String(year), agency: bureau.name)
        if late > 0 { (good.verdict, good.warnings) = ("accepted-with-warnings", late) }
        var unread = good
        (unread.year, unread.verdict, unread.errors, unread.warnings) = ("未知年度", "unreadable", 1, 0)
        var first = good
        if let slip = bureau.slip {
            first.verdict = slip.returns ? "returned" : "accepted-with-warnings"
            if slip.returns { first.errors += slip.places } else { first.warnings += slip.places }
        }
        switch bureau.fate {
        case .good: return [good]
        case .left: return [first]
        case .missing: return []
        case .locked: return [unread]
        case .mended:
            (first.isCurrent, good.version) = (false, 2)
            return [first, good]
        case .waived(let slip, _):
            good.waived = slip.places
            return [good]
        case .overruled:
            (first.verdict, first.overruled) = (good.verdict, first.verdict)
            return [first]
        case .scanned:
            // The numbers settle the scan.
            (unread.isCurrent, good.isEntered) = (false, true)
            return [unread, good]
        }
    }

    /// What a bureau's report for the year has come to: a verdict, `missing` or `overdue`.
    func state(of bureau: Bureau) -> String {
        versions(of: bureau).last { $0.year == String(year) }?.verdict ?? (isLate(bureau) ? "overdue" : "missing")
    }

    /// The last day of a bureau's report for a year.
    func lastDay(of bureau: Bureau, for year: Int) -> String {
        let isNear = bureau.group == Cast.streets && !bureau.extended
        return "\(year + 1)-\(isNear ? "01-01" : "12-31")"
    }

    /// The numbers that a bureau's report for a year adds to the totals; none where it does not count, nor of the government.
    func counted(_ bureau: Bureau, in year: Int) -> Figures? {
        guard year == self.year else { return earlier(of: bureau).first { $0.year == year }?.figures }
        let isAccepted = ["accepted", "accepted-with-warnings"].contains(state(of: bureau))
        return isAccepted && !bureau.sumsUp ? bureau.figures : nil
    }

    /// The bureaus that count in a year.
    func counted(in year: Int) -> [(bureau: Bureau, figures: Figures)] {
        bureaus.compactMap { bureau in counted(bureau, in: year).map { (bureau, $0) } }
    }

    /// The totals of a year.
    func sum(of year: Int) -> Figures { counted(in: year).map(\.figures).reduce(Figures(), +) }
    var sum: Figures { sum(of: year) }

    /// The years of which there are reports.
    var years: [Int] { [year - 2, year - 1, year] }
}

extension Figures {
    /// The numbers by which years are compared, by their names for programs; fees in thousandths as all others are whole.
    var measures: [String: Int] {
        func total(_ rows: RequestRow...) -> Int { rows.reduce(0) { $0 + (requests[$1]?.last ?? 0) } }
        func review(_ column: Int, _ blocks: ReviewBlock...) -> Int {
            blocks.reduce(0) { $0 + (reviews[$1]?[column] ?? 0) }
        }
        return [
            "received": total(.received), "carried_in": total(.carriedIn), "granted": total(.granted),
            "partly_granted": total(.partlyGranted),
            "refused": total(
                .stateSecret, .prohibitedByLaw, .securityAndStability, .thirdPartyRights, .internalAffairs,
                .processInformation, .enforcementFiles, .administrativeQuery),
            "unavailable": total(.notHeld, .needsCreation, .unclearAfterCorrection),
            "not_processed": total(.petition, .repeated, .publication, .excessive, .reconfirmation),
            "other": total(.correctionOverdue, .feeOverdue, .otherOther), "total": total(.total),
            "carried_out": total(.carriedOut), "normative_issued": documents[0], "normative_abolished": documents[1],
            "normative_in_force": documents[2], "licensing": licensing, "penalties": penalties, "coercion": coercion,
            "fees_10k_yuan": fees, "reconsideration": review(4, .reconsideration),
            "reconsideration_corrected": review(1, .reconsideration),
            "litigation": review(4, .litigationDirect, .litigationAfterReconsideration),
            "litigation_corrected": review(1, .litigationDirect, .litigationAfterReconsideration),
        ]
    }

    /// Shares of those numbers in per cent, with one decimal, by their names for programs; none of nothing.
    var rates: [String: String] {
        let numbers = measures
        func percent(_ part: [String], of whole: [String]) -> String? {
            let (part, whole) = (part, whole)
            let sums = [part, whole].map { $0.reduce(0) { $0 + (numbers[$1] ?? 0) } }
            return sums[1] == 0 ? nil : String(format: "%.1f", Double(sums[0]) * 100 / Double(sums[1]))
        }
        let rates = [
            "completed": percent(["total"], of: ["received", "carried_in"]),
            "disclosed": percent(["granted", "partly_granted"], of: ["total"]),
            "refused": percent(["refused"], of: ["total"]),
            "reconsideration_corrected": percent(["reconsideration_corrected"], of: ["reconsideration"]),
            "litigation_corrected": percent(["litigation_corrected"], of: ["litigation"]),
        ]
        return rates.compactMapValues(\.self)
    }
}

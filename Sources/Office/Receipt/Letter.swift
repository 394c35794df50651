import Foundation
import Reports

/// What an office puts into the letters that it sends back, besides what was found.
package struct Letter: Sendable, Equatable {
    /// The name under the letter; empty where the office stamps it by hand.
    package var office: String
    /// How many days an agency has to correct its report, from the day on which it came.
    package var correctionDays: Int

    package init(office: String = "", correctionDays: Int = 5) {
        self.office = office
        self.correctionDays = correctionDays
    }

    /// The last day for a corrected report.
    func correctionDate(from date: Date, in zone: TimeZone) -> Period.Day {
        Period.Day(date, in: zone).adding(days: correctionDays)
    }

    /// That day in words.
    func correctionDay(from date: Date, in zone: TimeZone) -> String { correctionDate(from: date, in: zone).words }
}

/// Days counted one by one, so that pure code can do without a calendar of the machine's. The calendar is the Gregorian one.
extension Period.Day: Comparable {
    /// The number of the day, the first of January 1970 being 0.
    package var ordinal: Int {
        // Years begin in March here, so that a leap day is the last day of its year.
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day of a number.
    package init(ordinal: Int) {
        let shifted = ordinal + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        self.init(
            year: yearOfEra + era * 400 + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
            day: dayOfYear - (153 * month + 2) / 5 + 1)
    }

    package static func < (one: Period.Day, other: Period.Day) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    /// So many days later, or earlier.
    package func adding(days: Int) -> Period.Day { Period.Day(ordinal: ordinal + days) }

    /// Whether it is a Saturday or a Sunday.
    package var isWeekend: Bool {
        // The first of January 1970 was a Thursday.
        let weekday = (ordinal % 7 + 10) % 7
        return weekday >= 5
    }
}

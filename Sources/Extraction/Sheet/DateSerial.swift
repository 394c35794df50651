/// A day as Excel counts it, from the beginning of 1900.
struct DateSerial {
    let year: Int
    let month: Int
    let day: Int

    /// The day of a number; `nil` where it stands for none that a report would have.
    init?(_ serial: Double) {
        // Excel takes 1900 for a leap year; days before March of it are not met.
        guard serial >= 61, serial < 2_958_466 else { return nil }
        // Years are counted from March, so that the leap day is the last; the first of these is that of the year 0.
        let days = Int(serial) + 693_899
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// A number with zeros in front, where a pattern has two letters.
    static func padded(_ number: Int, to width: Int) -> String {
        width == 2 && number < 10 ? "0\(number)" : String(number)
    }
}

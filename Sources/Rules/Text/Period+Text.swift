import Reports

extension Period.Day {
    /// The day as a sentence writes it.
    var text: String { "\(year)年\(month)月\(day)日" }
}

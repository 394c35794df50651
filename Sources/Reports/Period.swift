/// The period that the report says its figures cover.
package struct Period: Sendable, Hashable, Codable {
    /// A day of the calendar, no zone attached.
    package struct Day: Sendable, Hashable, Codable {
        package var year: Int
        package var month: Int
        package var day: Int

        package init(year: Int, month: Int, day: Int) {
            self.year = year
            self.month = month
            self.day = day
        }
    }

    package var first: Day
    package var last: Day
    /// The words that say so.
    package var excerpt: String

    package init(first: Day, last: Day, excerpt: String) {
        self.first = first
        self.last = last
        self.excerpt = excerpt
    }
}

/// In what portions the status files are checked: small ones, so that a service with nothing to do does next to nothing, and large ones
/// from the start, and after a change was found, until all were looked at once.
struct Patrol: Sendable {
    private static let largest = 2_000
    private static let smallest = 20

    private let rounds: Int
    /// The row of the last file that was checked.
    private(set) var place: Int64 = 0
    private var passed = 0
    /// How many files the last turn met.
    private var total = 0
    private var isHurried = true
    private var hasFound = false

    /// All files are to be checked in about so many rounds.
    init(rounds: Int) {
        self.rounds = rounds
    }

    /// How many files the next round checks.
    var portion: Int { isHurried ? Self.largest : min(max(total / rounds + 1, Self.smallest), Self.largest) }

    /// Takes in what a round went over, which is all that was left where it is less than a portion.
    mutating func went(over rows: [Int64], foundChanges: Bool) {
        passed += rows.count
        hasFound = hasFound || foundChanges
        let isDone = rows.count < portion
        if hasFound, !isHurried {
            (isHurried, hasFound, passed, place) = (true, false, 0, 0)
        } else if isDone {
            (total, isHurried, hasFound, passed, place) = (passed, hasFound, false, 0, 0)
        } else {
            place = rows.last ?? 0
        }
    }
}

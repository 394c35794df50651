import Reports

/// What a sentence leaves understood for the next: the time holds on in a paragraph, the rest in a sentence.
struct Context {
    let section: Section
    /// The year reported on; two where title and period disagree.
    let reportYears: Set<Int>
    fileprivate(set) var time = Statement.Time.reportYear
    private(set) var scope = Statement.Scope.unmarked
    private(set) var subject: Subject?
    private(set) var act: Act?

    init(section: Section, reportYears: Set<Int>) {
        self.section = section
        self.reportYears = reportYears
    }

    /// Starts a sentence.
    mutating func begin() {
        scope = .unmarked
        subject = nil
        act = nil
    }

    /// Takes note of a word of the sentence.
    mutating func note(_ token: Token) {
        switch token {
        case .year(let year): time = reportYears.isEmpty || reportYears.contains(year) ? .reportYear : .another
        case .word(.lastYear), .word(.partOfYear): time = .another
        case .word(.thisYear): time = .reportYear
        case .word(.office): scope = .office
        case .word(.region) where scope != .office: scope = .region
        case .word(.onRecord): scope = .onRecord
        case .word(.subject(let subject)): self.subject = subject
        case .word(.act(let act)): self.act = act
        default: break
        }
    }
}

extension Context {
    /// Goes back to the time that held before a comparison.
    mutating func keepTime(of earlier: Context) {
        time = earlier.time
    }
}

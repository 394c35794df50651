import Reports

/// What a sentence leaves understood for the next: the time holds on in a paragraph, the rest in a sentence.
struct Context {
    let section: Section
    /// The year reported on; two where title and period disagree.
    let reportYears: Set<Int>
    fileprivate(set) var time = Statement.Time.reportYear
    /// Whether the paragraph is about requests for information, so that 申请 alone means one.
    let isAboutRequests: Bool
    private(set) var scope = Statement.Scope.unmarked
    private(set) var subject: Subject?
    private(set) var act: Act?
    /// The kinds of cases spoken of since the last semicolon: how they ended can be said of one kind only.
    private(set) var cases: Set<Subject> = []

    init(paragraph: String, section: Section, reportYears: Set<Int>) {
        self.section = section
        isAboutRequests = section == .requests || paragraph.mentionsAny(of: ["依申请", "申请公开", "公开申请"])
        self.reportYears = reportYears
    }

    /// Starts a sentence.
    mutating func begin() {
        scope = .unmarked
        subject = nil
        act = nil
        cases = []
    }

    /// Starts a clause behind a stop.
    mutating func begin(clauseBehind stop: Stop?) {
        if stop == .semicolon { cases = [] }
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
        case .word(.subject(let subject)):
            self.subject = resolved(subject)
            if [.reconsideration, .litigation].contains(subject) { cases.insert(subject) }
        case .word(.act(let act)): self.act = act
        default: break
        }
    }
}

extension Context {
    /// What 申请 alone means here. Behind something else (留言申请, 许可申请) it is a request for that.
    func resolved(_ subject: Subject, after before: Subject? = nil) -> Subject {
        guard subject == .bareRequests else { return subject }
        return isAboutRequests && before != .foreign ? .requests : .foreign
    }

    /// The subjects of some tokens, 申请 alone resolved.
    func subjects(of tokens: some Sequence<Token>) -> [Subject] {
        tokens.subjects.reduce(into: []) { $0.append(resolved($1, after: $0.last)) }
    }

    /// Goes back to the time that held before a comparison.
    mutating func keepTime(of earlier: Context) {
        time = earlier.time
    }
}

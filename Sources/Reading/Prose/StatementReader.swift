import Reports

/// Reads the statements of one sentence, clause by clause.
///
/// A number is told what it counts by the words before it in its clause; else by those right behind it (收到 3 件申请); else by
/// what the sentence spoke of before (…, 办结 3 件).
struct StatementReader {
    private let sentence: Sentence
    private var context: Context
    private var clause: Sentence.Clause?
    /// What the clause before says against the numbers behind its colon: 信息处理费收取情况：0.
    private var reservations: [Token] = []
    /// Whether the sentence has come to parts of what it stated.
    private var isInParts = false
    private var statements: [Statement] = []

    /// The statements of a sentence; the context goes on to the next one.
    static func statements(in sentence: Sentence, context: inout Context) -> [Statement] {
        var reader = StatementReader(sentence: sentence, context: context)
        reader.context.begin()
        for clause in sentence.clauses {
            reader.clause = clause
            reader.read(clause)
        }
        context = reader.context
        return reader.statements
    }

    private mutating func read(_ clause: Sentence.Clause) {
        let before = context
        context.begin(clauseBehind: clause.opening)
        if clause.contains(.negation), readNegation(clause) { return }
        var window = clause.opening == .colon ? reservations : []
        reservations = clause.tokens.filter { $0 == .word(.condition) || $0 == .word(.comparison) }
        for (position, token) in clause.tokens.enumerated() {
            context.note(token)
            guard case .amount(let amount) = token else {
                window.append(token)
                isInParts = isInParts || token == .word(.parts) || token == .word(.allParts)
                continue
            }
            read(amount, after: window, before: clause.tokens[(position + 1)...])
            window = []
        }
        // 比 2023 年增加 3 件: that year is not the time of what follows.
        if clause.contains(.comparison) { context.keepTime(of: before) }
    }

    // MARK: Numbers

    private mutating func read(_ amount: Amount, after window: [Token], before rest: ArraySlice<Token>) {
        guard !amount.isApproximate, !window.contains(.word(.comparison)), !window.contains(.word(.condition)) else {
            return
        }
        let behind = Array(rest.prefix { !$0.isAmount && $0 != .stop(.listComma) })
        guard !countsPersons(amount, behind) else { return }
        let ahead = context.subjects(of: window)
        if ahead.contains(where: \.isDecision),
            window.contains(.word(.information)) || !Self.decisionUnits.contains(amount.unit)
        {
            return
        }
        let told = ahead.isEmpty ? context.subjects(of: behind) : ahead
        let acts = acts(in: window, behind)
        guard let matters = matters(subjects: told, acts: acts, inherited: context), !matters.isEmpty else { return }
        // 行政复议、行政诉讼共 3 件: which of them, the sentence does not say.
        guard matters.count == 1 || amount.value == 0 else { return }
        guard matters.allSatisfy({ !$0.isOfRequests }) || !Self.foreignUnits.contains(amount.unit) else { return }
        for matter in matters where !isPart(matter, window) { state(matter, amount.value, unit: amount.unit) }
    }

    /// Measures that count no requests: 20个工作日, 3期.
    private static let foreignUnits: Set = ["个", "期", "篇", "部", "场", "封"]
    /// The measures of decisions. 条 counts information, 项 powers.
    private static let decisionUnits: Set = ["件", "宗", "起", "份", "例", "次", "个", "单", ""]

    /// 2个自然人的申请, 3家企业, 5人次: persons, not requests.
    private func countsPersons(_ amount: Amount, _ behind: [Token]) -> Bool {
        if ["人", "人次", "家", "名", "位", "户"].contains(amount.unit) { return true }
        return amount.unit == "个" && behind.prefix { !$0.isSubject }.contains(.word(.person))
    }

    /// Whether a number of requests is a part of another: by the way on which they came, or of what was stated before.
    private func isPart(_ matter: Statement.Matter, _ window: [Token]) -> Bool {
        guard [.received, .handled, .undertaken].contains(matter) else { return false }
        return window.contains(.word(.channel)) || window.contains(.word(.way))
            || (isInParts || clause?.depth ?? 0 > 0)
                && statements.contains { $0.matter == matter && $0.time == context.time }
    }

    /// What was done, by the words before the number, else by those behind it. How a case ended says nothing of a case that
    /// is named only after it: 维持后提起行政诉讼.
    private func acts(in window: [Token], _ behind: [Token]) -> [Act] {
        let lastSubject = window.lastIndex(where: \.isSubject) ?? window.startIndex
        let acts = window.enumerated().filter { $0.offset > lastSubject || !$0.element.isOutcome }.map(\.element).acts
        return acts + (acts.isEmpty ? behind.acts.prefix(1) : [])
    }

    private func matters(subjects: [Subject], acts: [Act], inherited: Context) -> [Statement.Matter]? {
        guard let last = subjects.last ?? inherited.subject ?? resultSubject(acts) else { return nil }
        guard last != .foreign else { return nil }
        // The result with which requests were answered counts, not the answering: 同意公开答复5件. Several share no number.
        let results = Set(acts.filter { $0.result != nil })
        let isResult = acts.last == .handle || acts.last?.result != nil
        guard !isResult || results.count < 2 else { return nil }
        // 结转下一年度办理 is no handling of this year.
        let carried = acts.contains(.carryOut) && acts.last == .handle ? Act.carryOut : nil
        let act = carried ?? (isResult ? results.first : nil) ?? acts.last ?? (subjects.isEmpty ? inherited.act : nil)
        let joint = subjects.filter { $0 != .foreign && ($0 == .requests) == (last == .requests) }
        let all = last == .requests || joint.isEmpty ? [last] : joint
        return all.compactMap { matter(of: $0, act: act, inherited: subjects.isEmpty) }
    }

    /// In the section on requests results need no subject: 予以公开 3 件.
    private func resultSubject(_ acts: [Act]) -> Subject? {
        context.section == .requests && acts.contains { $0.result != nil } ? .requests : nil
    }

    private func matter(of subject: Subject, act: Act?, inherited: Bool) -> Statement.Matter? {
        switch subject {
        case .requests: sentence.isAboutOwnDocuments ? nil : request(act)
        case .reconsideration, .litigation: isAboutDisclosure ? cases(subject, act: act, inherited) : nil
        case .documents: act?.document
        case .licensing: isDecision(act, inherited) ? .licences : nil
        case .penalties: isDecision(act, inherited) ? .penalties : nil
        case .coercion: isDecision(act, inherited) ? .coercions : nil
        case .bareRequests, .foreign: nil
        }
    }

    /// A number of requests without a verb is of those received, unless the sentence has spoken of an act already.
    private func request(_ act: Act?) -> Statement.Matter? {
        guard let act else { return context.act == nil ? .received : nil }
        return act.result ?? act.request
    }

    /// How cases ended is said of the one kind that the sentence spoke of last; that there are any, of those it names.
    private func cases(_ subject: Subject, act: Act?, _ inherited: Bool) -> Statement.Matter? {
        if let outcome = act?.outcome(of: subject) { return context.cases.count == 1 ? outcome : nil }
        guard !inherited, act == nil || act == .receive else { return nil }
        return subject == .reconsideration ? .reconsiderations : .litigations
    }

    /// A number of decisions stands behind their name, and is none of published items or of powers.
    private func isDecision(_ act: Act?, _ inherited: Bool) -> Bool {
        let acts: [Act?] = [nil, .decide, .handle]
        return !inherited && !sentence.isAboutPowers && acts.contains(act) && (act != nil || acts.contains(context.act))
    }

    /// A bureau may have cases of many kinds; table 4 counts those about disclosure.
    private var isAboutDisclosure: Bool { sentence.section == .review || sentence.mentionsDisclosure }

    private mutating func state(_ matter: Statement.Matter, _ number: Int, unit: String) {
        statements.append(
            Statement(
                matter: matter, number: number, unit: unit, time: context.time, scope: context.scope,
                sentence: clause.map(sentence.quote) ?? "", section: sentence.section))
    }
}

// MARK: - None

extension StatementReader {
    /// 未收到…申请, 没有发生…行政复议、行政诉讼, 无一起…: none at all. False where the clause counts something.
    private mutating func readNegation(_ clause: Sentence.Clause) -> Bool {
        let (ahead, behind) = clause.tokens.divided(at: .word(.negation))
        let counted = behind.contains { token in
            guard case .amount(let amount) = token else { return false }
            return amount.value > 1
        }
        guard !counted, !ahead.contains(where: \.isAmount) else { return false }
        for token in clause.tokens { context.note(token) }
        guard !clause.contains(.condition), !clause.contains(.comparison) else { return true }
        for matter in absent(behind) { state(matter, 0, unit: "") }
        return true
    }

    private func absent(_ tokens: [Token]) -> [Statement.Matter] {
        let told = context.subjects(of: tokens)
        let subjects = Set(told)
        let act = tokens.acts.first
        // 无依申请公开; but 没有因申请公开引起的投诉 says nothing about requests.
        let tellsRequests = act != nil || told.last == .requests
        var absent: [Statement.Matter] = []
        if tellsRequests, subjects.contains(.requests), subjects.isDisjoint(with: [.reconsideration, .litigation]) {
            switch act {
            case nil, .receive,
                .handle where tokens.acts.contains(.receive):
                absent.append(.received)
            case .carryIn: absent.append(.carriedIn)
            case .carryOut: absent.append(.carriedOut)
            default: break
            }
        }
        if isAboutDisclosure {
            if subjects.contains(.reconsideration) { absent.append(.reconsiderations) }
            if subjects.contains(.litigation) { absent.append(.litigations) }
        }
        if subjects.contains(.documents), act == .issue { absent.append(.documentsIssued) }
        return absent
    }
}

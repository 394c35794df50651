import Reports

extension Token {
    var isAmount: Bool {
        guard case .amount = self else { return false }
        return true
    }

    var isSubject: Bool {
        guard case .word(.subject) = self else { return false }
        return true
    }

    /// Whether it says how a case ended.
    var isOutcome: Bool {
        guard case .word(.act(.end)) = self else { return false }
        return true
    }
}

extension Sequence<Token> {
    /// What the tokens speak of, in their order.
    var subjects: [Subject] {
        compactMap { token in
            guard case .word(.subject(let subject)) = token else { return nil }
            return subject
        }
    }

    /// What the tokens say was done, in their order.
    var acts: [Act] {
        compactMap { token in
            guard case .word(.act(let act)) = token else { return nil }
            return act
        }
    }
}

extension Array<Token> {
    /// The tokens before and behind the first of a kind.
    func divided(at token: Token) -> (before: [Token], behind: [Token]) {
        guard let position = firstIndex(of: token) else { return (self, []) }
        return (Array(self[..<position]), Array(self[(position + 1)...]))
    }
}

extension Statement.Matter {
    /// Whether table 3 counts it.
    var isOfRequests: Bool {
        switch self {
        case .received, .carriedIn, .undertaken, .handled, .carriedOut, .granted, .partlyGranted, .refused,
            .unavailable,
            .notProcessed, .otherwiseProcessed:
            true
        default: false
        }
    }
}

extension Subject {
    /// Whether it is a kind of decision that table 2 counts.
    var isDecision: Bool { [.licensing, .penalties, .coercion].contains(self) }
}

extension Act {
    /// The row of table 3 for what was done with a request on its way.
    var request: Statement.Matter? {
        switch self {
        case .receive: .received
        case .undertake: .undertaken
        case .handle: .handled
        case .carryIn: .carriedIn
        case .carryOut: .carriedOut
        default: nil
        }
    }

    /// The row of table 3 for how a request ended.
    var result: Statement.Matter? {
        switch self {
        case .grant: .granted
        case .partlyGrant: .partlyGranted
        case .refuse: .refused
        case .unavailable: .unavailable
        case .notProcess: .notProcessed
        case .otherwiseProcess: .otherwiseProcessed
        default: nil
        }
    }

    /// The columns of table 4 for how cases of a kind ended; `nil` where the act is another.
    func outcome(of subject: Subject) -> Statement.Matter? {
        guard case .end(let outcome) = self else { return nil }
        let isLitigation = subject == .litigation
        return switch outcome {
        case .upheld: isLitigation ? .litigationsUpheld : .reconsiderationsUpheld
        case .corrected: isLitigation ? .litigationsCorrected : .reconsiderationsCorrected
        case .other: isLitigation ? .litigationsOther : .reconsiderationsOther
        case .pending: isLitigation ? .litigationsPending : .reconsiderationsPending
        case .total: isLitigation ? .litigations : .reconsiderations
        }
    }

    /// The column of table 2 for what was done with normative documents.
    var document: Statement.Matter? {
        switch self {
        case .issue: .documentsIssued
        case .repeal: .documentsRepealed
        case .inForce: .documentsInForce
        default: nil
        }
    }
}

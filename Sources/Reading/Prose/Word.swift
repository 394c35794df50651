import Reports

/// What a word tells the reader of numeric statements.
enum Word: Hashable {
    case subject(Subject)
    case act(Act)
    case negation
    /// A condition under which a negation says nothing about the number: 超期, 被纠正, 如.
    case condition
    /// The number that follows is a difference or the other side of a comparison.
    case comparison
    case lastYear
    case thisYear
    case partOfYear
    case office
    case region
    case onRecord
    /// 其中: parts follow.
    case parts
    /// 分别为: all parts follow.
    case allParts
    /// 包括, 含: examples follow.
    case examples
    /// 通过…: a channel, by which lists of parts without 其中 are laid out.
    case channel
    /// 约: the number is no exact one.
    case about
    /// 等 behind a number: the list goes on.
    case andSoOn
    /// 办结率, 答复率.
    case rate
}

/// What is counted.
enum Subject: Hashable {
    case requests
    /// 申请 alone: requests for information where the text is about them, else any others.
    case bareRequests
    case reconsideration
    case litigation
    case documents
    case licensing
    case penalties
    case coercion
    /// Something the tables do not count: proposals, letters, calls.
    case foreign
}

/// What was done with it.
enum Act: Hashable {
    case receive
    case undertake
    case handle
    case carryIn
    case carryOut
    case grant
    case partlyGrant
    case refuse
    case unavailable
    case notProcess
    case otherwiseProcess
    case issue
    case repeal
    case inForce
    case decide
    /// How a case of reconsideration or litigation ended.
    case end(ReviewOutcome)
    /// An act that makes another matter of the same subject: published, sent on.
    case foreign
}

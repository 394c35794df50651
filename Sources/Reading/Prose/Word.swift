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
    /// 另有, 例如: the number that follows is no part.
    case besides
    /// 其他, 其余: the last of such parts leaves none out.
    case others
    /// 实现…的有, 同时: a part may be counted in another one too.
    case overlap
    /// 来信, 网上: a way on which requests come. A number behind it is a part.
    case way
    /// 自然人, 企业: who asks.
    case person
    /// 主动公开: the public attribute of a document of one's own.
    case publicAttribute
    /// 公文, 公开属性: the text counts documents of the body's own.
    case ownDocuments
    /// 清单, 权力: the text counts powers, not decisions.
    case powers
    /// 信息: what is counted is a piece of information.
    case information
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

/// What the journal tells of. The raw value is `NIANBAO_EVENT`.
package enum Event: String, CaseIterable, Sendable {
    case started
    case stopping
    /// A report was judged; the entry holds the whole result.
    case judged
    /// A report was judged once more, and the result is another one; the entry holds the whole of it.
    case rejudged
    /// Something was found in a report.
    case finding
    /// Bytes that were judged before came under another name.
    case duplicate
    /// Something is wrong and a person must see to it.
    case alert
    /// What was wrong is over.
    case cleared
    /// A person has taken an alert on.
    case acknowledged
    /// A person wants to hear nothing of an alert, or of a kind of alert, for a while.
    case muted
    /// The office has said when a report counts as handed in.
    case acceptedTime = "accepted-time"

    /// What `journalctl MESSAGE_ID=…` finds the event by. It never changes.
    package var messageID: String {
        switch self {
        case .started: "25cfa06a014540d9b18669bfd89ec689"
        case .stopping: "3c1ab06551564f17ab6ba2fc329bdeb8"
        case .judged: "fc145dcce9644541a17fa69b081731cb"
        case .rejudged: "7b1d0c7a8a2c4a0f9d3ee0c85ad4f2c6"
        case .finding: "32b53b2ecd1140e0a0864c6e7535901e"
        case .duplicate: "a9826d1c25bc44c2820f4ca8727eb3df"
        case .alert: "f393f3df9b0143728775f2219b46e78c"
        case .cleared: "187cf50344564673a311f69cc5c3a6eb"
        case .acknowledged: "626262a0754244ab92db5e739d0e4989"
        case .muted: "300de457abe443898488f29a6cef8524"
        case .acceptedTime: "02bee883e86c4a4a8531a855f20a2841"
        }
    }

    /// A person at a terminal wants to see it as it happens.
    package var isResult: Bool {
        switch self {
        case .judged, .rejudged, .duplicate, .alert, .cleared: true
        case .started, .stopping, .finding, .acknowledged, .muted, .acceptedTime: false
        }
    }
}

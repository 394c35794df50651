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
    /// What is wrong is still wrong, in other words: the number of files is another one, or the reason.
    case reworded
    /// What was wrong is over.
    case cleared
    /// A person has taken an alert on.
    case acknowledged
    /// A person wants to hear nothing of an alert, or of a kind of alert, for a while.
    case muted
    /// The office has said when a report counts as handed in.
    case acceptedTime = "accepted-time"
    /// The office has decided on a finding, or on a whole report.
    case decided
    /// The office has taken a decision back.
    case withdrawn
    /// Somebody of the office has put a file into its folder; the entry holds what came of each line.
    case deskTaken = "desk-taken"
    /// From whom the office expects reports, and by when.
    case roster
    /// A person has had the records of an office followed from where they stopped.
    case confirmed
    /// A person has taken such a confirmation back.
    case undone
    /// The ledger was damaged and was made anew.
    case rebuilt
    /// What was kept longer than the settings ask for was removed.
    case pruned
    /// The settings or the roster were read anew.
    case reloaded
    /// The settings or the roster were to be read anew and have a mistake: the old ones stay.
    case reloadRefused = "reload-refused"

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
        case .reworded: "6f6f53a3f4c64e0c9f0a2bd16c9e5a11"
        case .rebuilt: "b0b9a2bb0c3c4a56b1b7f0a3c3f5a8de"
        case .pruned: "5a7c1f0e93b84d2c8b6e4d1f7a20c395"
        case .reloaded: "d1c5a6b2f7e94b6f8c0c1e3a5b7d9f20"
        case .reloadRefused: "e4b8d3a1c6f2475e9a0b8c7d6e5f4a31"
        case .cleared: "187cf50344564673a311f69cc5c3a6eb"
        case .acknowledged: "626262a0754244ab92db5e739d0e4989"
        case .muted: "300de457abe443898488f29a6cef8524"
        case .acceptedTime: "02bee883e86c4a4a8531a855f20a2841"
        case .decided: "96201bc81d754fea98ddf07b5296e859"
        case .deskTaken: "0f6d1f0a8b0e4c0c9a5f6c3a51d7e2b4"
        case .withdrawn: "fb8a04789cb945678a6436df55e62322"
        case .confirmed: "c2a6e0b94d7148f59e13d8b06a5f7c21"
        case .undone: "5f3c9d17e8a24b60b7d4c21f9e06a83d"
        case .roster: "8d4f2b7c61a94e0fb3a5d09c7e1f6a42"
        }
    }

    /// A person at a terminal wants to see it as it happens.
    package var isResult: Bool {
        switch self {
        case .judged, .rejudged, .duplicate, .alert, .cleared, .decided, .withdrawn, .deskTaken, .confirmed,
            .undone, .rebuilt, .reloadRefused:
            true
        case .started, .stopping, .finding, .reworded, .reloaded, .acknowledged, .muted, .acceptedTime, .roster,
            .pruned:
            false
        }
    }
}

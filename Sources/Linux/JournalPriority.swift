/// How urgent a journal entry is, in the numbers of syslog(3).
package enum JournalPriority: Int, Sendable {
    case critical = 2
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
}

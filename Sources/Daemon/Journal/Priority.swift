/// How urgent a journal entry is, in the numbers of syslog.
package enum Priority: Int, Sendable {
    case critical = 2
    case error = 3
    case warning = 4
    case notice = 5
    case info = 6
}

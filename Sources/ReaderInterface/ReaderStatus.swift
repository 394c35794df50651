/// How the reader ends where it gives no answer, and the file is not the reason. Numbers of sysexits.h.
package enum ReaderStatus: Int32, CaseIterable, Sendable {
    /// The arguments are not understood: the two programs are not of the same edition.
    case misused = 64
    /// It could not give up its rights, and so read nothing.
    case unconfined = 71
    /// The file could not be read to its end, or the answer not be written.
    case broken = 74
}
